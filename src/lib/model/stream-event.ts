import type { Goal } from './goal.ts';
import type { HypeTrain } from './hype-train.ts';
import type { Person } from './person.ts';
import type { PlatformId } from './platform-id.ts';
import type { Poll } from './poll.ts';
import type { Prediction } from './prediction.ts';
import type { Redemption } from './redemption.ts';

/** How much a subscription costs a month, lowest first. */
export type SubscriptionTier = '1000' | '2000' | '3000';

/** What any event of a stream says. */
export interface StreamEventStamp {
	/** As the platform names the event; the same event has it wherever and however often it arrives. */
	readonly id: string;
	readonly platform: PlatformId;
	/** Epoch ms. */
	readonly at: number;
	/** Made up by the streamer to try something: shown as such and never counted. */
	readonly simulated?: true;
	/** The id of the event that this one shows again; such an event is simulated too. */
	readonly replayOf?: string;
}

/** What viewers do for a stream; `person` is absent where they stay anonymous. */
export type SupportEvent =
	| { readonly type: 'follow'; readonly person: Person }
	| {
			readonly type: 'subscription';
			readonly person: Person;
			readonly tier: SubscriptionTier;
			readonly gifted: boolean;
	  }
	| {
			readonly type: 'resubscription';
			readonly person: Person;
			readonly tier: SubscriptionTier;
			readonly months: number;
			/** Absent where the viewer keeps it to themselves. */
			readonly streakMonths?: number;
			readonly text: string;
	  }
	| { readonly type: 'subscription-end'; readonly person: Person; readonly tier: SubscriptionTier }
	| {
			readonly type: 'gift';
			readonly person?: Person;
			readonly tier: SubscriptionTier;
			readonly count: number;
			/** Given in this channel so far; absent where it is not told. */
			readonly total?: number;
	  }
	| { readonly type: 'cheer'; readonly person?: Person; readonly bits: number; readonly text: string }
	| { readonly type: 'power-up'; readonly person: Person; readonly bits: number; readonly name: string }
	| {
			readonly type: 'tip';
			readonly person: Person;
			/** As the platform writes it (`10 TFUEL`). */
			readonly amount: string;
			readonly text: string;
	  }
	| { readonly type: 'charity-donation'; readonly person: Person; readonly amount: string; readonly charity: string }
	| { readonly type: 'raid'; readonly person: Person; readonly viewers: number }
	| { readonly type: 'shoutout-received'; readonly person: Person; readonly viewers: number };

/** Part of a thing that begins, moves and ends; each event has the whole state. */
export type PhaseEvent =
	| { readonly type: 'poll'; readonly phase: 'begin' | 'progress' | 'end'; readonly poll: Poll }
	| {
			readonly type: 'prediction';
			readonly phase: 'begin' | 'progress' | 'lock' | 'end';
			readonly prediction: Prediction;
	  }
	| { readonly type: 'hype-train'; readonly phase: 'begin' | 'progress' | 'end'; readonly train: HypeTrain }
	| { readonly type: 'goal'; readonly phase: 'begin' | 'progress' | 'end'; readonly goal: Goal }
	| { readonly type: 'redemption'; readonly phase: 'add' | 'update'; readonly redemption: Redemption }
	/** What a reward is now must be asked for. */
	| { readonly type: 'reward-changed'; readonly rewardId: string };

/** The stream itself. */
export type BroadcastEvent =
	| { readonly type: 'stream-online'; readonly startedAt: number }
	| { readonly type: 'stream-offline' }
	| {
			readonly type: 'stream-changed';
			readonly title: string;
			readonly category: { readonly id: string; readonly name: string };
			readonly language: string;
			readonly labels: readonly string[];
	  }
	| { readonly type: 'ad-break'; readonly seconds: number; readonly automatic: boolean }
	| { readonly type: 'raid-sent'; readonly person: Person; readonly viewers: number }
	| {
			readonly type: 'shoutout-sent';
			readonly person: Person;
			/** Epoch ms from when on anybody, and from when on the same channel, can be given another. */
			readonly nextAt: number;
			readonly sameNextAt: number;
	  };

/** What moderators, and those they look after, do; `by` is who acted. */
export type ModerationEvent =
	| {
			readonly type: 'ban';
			readonly person: Person;
			readonly by: Person;
			readonly reason: string;
			/** Epoch ms; absent for a ban that does not end. */
			readonly endsAt?: number;
	  }
	| { readonly type: 'unban'; readonly person: Person; readonly by: Person }
	| { readonly type: 'warning'; readonly person: Person; readonly by: Person; readonly reason: string }
	| { readonly type: 'warning-acknowledged'; readonly person: Person }
	| { readonly type: 'role'; readonly role: 'moderator' | 'vip'; readonly person: Person; readonly given: boolean }
	| { readonly type: 'shield-mode'; readonly active: boolean; readonly by: Person }
	/** What the modes are now must be asked for. */
	| { readonly type: 'chat-settings-changed' }
	| {
			readonly type: 'held-message';
			readonly messageId: string;
			readonly person: Person;
			readonly text: string;
			/** Why, as the platform calls it (`swearing`, or `blocked_term`). */
			readonly category: string;
			readonly level?: number;
	  }
	| {
			readonly type: 'held-message-resolved';
			readonly messageId: string;
			readonly status: HeldMessageStatus;
			/** Absent where it is not told. */
			readonly by?: Person;
	  }
	| {
			readonly type: 'unban-request';
			readonly requestId: string;
			readonly person: Person;
			readonly text: string;
	  }
	| { readonly type: 'unban-request-resolved'; readonly requestId: string; readonly person: Person }
	| { readonly type: 'suspicious-user'; readonly person: Person; readonly treatment: SuspiciousTreatment }
	| {
			readonly type: 'suspicious-message';
			readonly messageId: string;
			readonly person: Person;
			readonly text: string;
			readonly treatment: SuspiciousTreatment;
	  }
	/** Anything else that a moderator did, in the platform's word (`slow`, `clear`). */
	| { readonly type: 'moderation'; readonly action: string; readonly by: Person; readonly person?: Person };

/** What became of a message that AutoMod held. */
export type HeldMessageStatus = 'approved' | 'denied' | 'expired';

/** How a suspicious viewer is treated. */
export type SuspiciousTreatment = 'none' | 'active_monitoring' | 'restricted';

/** What happened, without when and where. */
export type StreamEventBody = SupportEvent | PhaseEvent | BroadcastEvent | ModerationEvent;

/** Something that happened on a stream outside the lines of its chat. */
export type StreamEvent = StreamEventStamp & StreamEventBody;
