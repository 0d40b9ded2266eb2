/** What a channel's goal counts. */
export type GoalKind =
	| 'follower'
	| 'subscription'
	| 'subscription_count'
	| 'new_subscription'
	| 'new_subscription_count'
	| 'new_bit'
	| 'new_cheerer';

/** A goal that a channel shows its viewers. */
export interface Goal {
	readonly id: string;
	readonly kind: GoalKind;
	readonly description: string;
	readonly current: number;
	readonly target: number;
	/** Epoch ms. */
	readonly startedAt: number;
	/** Epoch ms; absent while it runs. */
	readonly endedAt?: number;
}
