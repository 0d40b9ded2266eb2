import type { EmulatedUser } from '../emulated-user.ts';
import type { Tags } from './outgoing-line.ts';

/** The plans of a subscription. */
export type SubscriptionPlan = 'Prime' | '1000' | '2000' | '3000';

interface NoticeBase {
	/** The channel's login. */
	readonly channel: string;
	/** The login of the account that it is about. */
	readonly login: string;
}

/** What the emulator can announce as a USERNOTICE. @see https://dev.twitch.tv/docs/chat/irc/ */
export type EmulatedNotice = NoticeBase &
	(
		| { readonly type: 'sub'; readonly plan?: SubscriptionPlan }
		| {
				readonly type: 'resub';
				readonly months: number;
				readonly streakMonths?: number;
				readonly plan?: SubscriptionPlan;
				readonly text?: string;
		  }
		| {
				readonly type: 'subgift';
				readonly recipientLogin: string;
				readonly plan?: SubscriptionPlan;
				readonly months?: number;
		  }
		/** Followed by one subgift for each recipient. */
		| { readonly type: 'submysterygift'; readonly recipientLogins: readonly string[]; readonly plan?: SubscriptionPlan }
		| { readonly type: 'raid'; readonly viewers: number }
		| {
				readonly type: 'announcement';
				readonly text: string;
				readonly color?: 'PRIMARY' | 'BLUE' | 'GREEN' | 'ORANGE' | 'PURPLE';
		  }
		| {
				readonly type: 'viewermilestone';
				/** Streams watched in a row. */
				readonly streak: number;
				readonly channelPoints?: number;
				readonly text?: string;
		  }
		| { readonly type: 'bitsbadgetier'; readonly threshold: number; readonly text?: string }
		| { readonly type: 'giftpaidupgrade'; readonly senderLogin: string }
		| { readonly type: 'primepaidupgrade'; readonly plan?: SubscriptionPlan }
	);

/** What tells one kind of notice from another on the wire. */
export interface NoticeBody {
	/** Without the `msg-param-` in front. */
	readonly params: Tags;
	readonly systemText: string;
}

/** What a notice names besides its own fields. */
export interface NoticeContext {
	readonly author: EmulatedUser;
	readonly findUser: (login: string) => EmulatedUser;
	/** Ties gifts to the mystery gift that they came from. */
	readonly giftId: string;
	/** How many gifts the account has given in the channel, this one included. */
	readonly giftsGiven: number;
}
