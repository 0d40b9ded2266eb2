import type { Person } from './person.ts';
import type { SubscriptionTier } from './stream-event.ts';

/** What a channel's lists tell of a subscription. */
export interface ListedSubscription {
	readonly tier: SubscriptionTier;
	readonly gifted: boolean;
	/** Who paid for it, by display name. */
	readonly gifter?: string;
}

/** What a channel's lists tell of a ban, or of a time-out where it ends. */
export interface ListedBan {
	/** Epoch ms. */
	readonly endsAt?: number;
	readonly reason: string;
	/** The display name of who gave it, empty where it is not told. */
	readonly by: string;
}

/** Somebody as a list of a channel's people has them. */
export interface ListedPerson extends Person {
	/** Epoch ms since when they are on the list. */
	readonly since?: number;
	readonly subscription?: ListedSubscription;
	readonly ban?: ListedBan;
}
