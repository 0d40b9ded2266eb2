import type { ChannelRef } from './channel.ts';
import type { Fragment } from './fragment.ts';

/** What a chatter may do or is known for in the channel, strongest first in every list. */
export type Role = 'broadcaster' | 'moderator' | 'vip' | 'subscriber' | 'staff';

/** A badge by set and version, as the platform names them (`moderator/1`, `subscriber/12`). */
export interface Badge {
	readonly set: string;
	readonly version: string;
}

/** Who wrote a line. */
export interface ChatAuthor {
	readonly userId: string;
	readonly login: string;
	readonly displayName: string;
	/** `#rrggbb`, lower case; absent when the chatter never chose one. */
	readonly color?: string;
	readonly badges: readonly Badge[];
	readonly roles: readonly Role[];
}

/** The message that a reply answers. */
export interface ReplyParent {
	readonly messageId: string;
	readonly displayName: string;
	readonly text: string;
}

/** Where a line of a shared chat was written; its copies reach every room that takes part. */
export interface SharedSource {
	/** The user ID of the channel that it was written in. */
	readonly channelId: string;
	/** The id that all copies share. */
	readonly messageId: string;
	/** Whether it was written in another channel than the one it is read in. */
	readonly foreign: boolean;
}

/** Money paid for a message, in units of an ISO 4217 currency. */
export interface Payment {
	readonly amount: number;
	readonly currency: string;
}

/** What bits were spent on to make a message stand out. */
export type PowerUp = 'effect' | 'gigantified';

/** One chat line. */
export interface ChatMessage {
	readonly id: string;
	readonly channel: ChannelRef;
	readonly author: ChatAuthor;
	readonly text: string;
	readonly fragments: readonly Fragment[];
	/** Epoch ms by the platform's clock. */
	readonly sentAt: number;
	/** Written with `/me`. */
	readonly action: boolean;
	readonly firstMessage: boolean;
	readonly highlighted: boolean;
	readonly bits?: number;
	/** It was not heard live but looked up later, or kept from before a reload. */
	readonly historical?: true;
	readonly replyTo?: ReplyParent;
	/** Back after a long absence. */
	readonly returning?: boolean;
	readonly powerUp?: PowerUp;
	/** Of the channel-point reward that the message came with. */
	readonly rewardId?: string;
	/** What was paid to keep the message on top of chat. */
	readonly payment?: Payment;
	/** Set in a shared chat. */
	readonly source?: SharedSource;
}

/** What a notice tells of; `system` is everything that has no kind of its own. */
export type NoticeKind =
	| 'subscription'
	| 'gift'
	| 'raid'
	| 'announcement'
	| 'milestone'
	| 'follow'
	| 'tip'
	| 'arrival'
	| 'level'
	| 'stream-online'
	| 'stream-offline'
	/** Ours: what stands above was kept from before the page was closed. */
	| 'left'
	| 'system';

/** What a subscription costs. */
export type SubscriptionTier = 'prime' | '1' | '2' | '3';

/** The colours in which a channel announces; `primary` is the channel's own. */
export type AnnouncementColor = 'primary' | 'blue' | 'green' | 'orange' | 'purple';

/** A line that the platform wrote about something that happened, with the text that a chatter added, if any. */
export interface ChatNotice {
	readonly id: string;
	readonly channel: ChannelRef;
	readonly kind: NoticeKind;
	readonly author?: ChatAuthor;
	/** What the amount of a tip is counted in. */
	readonly currency?: 'TFuel';
	/** The platform's own sentence; empty where the kind and its amounts say it all. */
	readonly systemText: string;
	readonly fragments: readonly Fragment[];
	readonly sentAt: number;
	/** Viewers of a raid, TFuel of a tip, months of a subscription, number of gifts, level or threshold reached. */
	readonly amount?: number;
	/** The name of a gift item. */
	readonly itemName?: string;
	/** As in `ChatMessage`. */
	readonly historical?: true;
	readonly tier?: SubscriptionTier;
	/** Months or streams in a row. */
	readonly streak?: number;
	/** The names of those who were given something; of many, the first. */
	readonly recipients?: readonly string[];
	/** Ties together the notices of one act of giving. */
	readonly originId?: string;
	readonly color?: AnnouncementColor;
	/** Set in a shared chat. */
	readonly source?: SharedSource;
}

/** Modes of a chat room; -1 followers-only means off, else minutes. */
export interface RoomState {
	readonly emoteOnly: boolean;
	readonly followersOnlyMinutes: number;
	readonly uniqueChat: boolean;
	readonly slowSeconds: number;
	readonly subscribersOnly: boolean;
}

/** A stretch of chat that could not be received. */
export interface ChatGap {
	readonly id: string;
	readonly channel: ChannelRef;
	/** Epoch ms of the last moment that is known to be complete. */
	readonly from: number;
	/** Epoch ms from which chat is complete again. */
	readonly to: number;
}

/** Everything that a chat connection can tell. */
export type ChatEvent =
	| { readonly type: 'message'; readonly message: ChatMessage }
	| { readonly type: 'notice'; readonly notice: ChatNotice }
	/** A notice that was told before has grown: it takes the place of the one with its id. */
	| { readonly type: 'notice-change'; readonly notice: ChatNotice }
	| { readonly type: 'deletion'; readonly channel: ChannelRef; readonly messageId: string }
	| {
			readonly type: 'timeout';
			readonly channel: ChannelRef;
			readonly userId: string;
			/** Absent for a ban. */
			readonly durationSeconds?: number;
			/** Epoch ms; spares what was sent later. Absent: it concerns all that is there. */
			readonly at?: number;
	  }
	| { readonly type: 'clear'; readonly channel: ChannelRef; readonly at?: number }
	| { readonly type: 'room-state'; readonly channel: ChannelRef; readonly state: Partial<RoomState> }
	| { readonly type: 'gap'; readonly gap: ChatGap };

/** The channel that an event belongs to. */
export function eventChannel(event: ChatEvent): ChannelRef {
	switch (event.type) {
		case 'message':
			return event.message.channel;
		case 'notice':
		case 'notice-change':
			return event.notice.channel;
		case 'gap':
			return event.gap.channel;
		default:
			return event.channel;
	}
}
