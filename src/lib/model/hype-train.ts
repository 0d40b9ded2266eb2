import type { Person } from './person.ts';

/** Someone who drives a Hype Train. */
export interface HypeTrainContribution {
	readonly person: Person;
	readonly kind: 'bits' | 'subscription' | 'other';
	readonly total: number;
}

/** A Hype Train of a channel. */
export interface HypeTrain {
	readonly id: string;
	readonly level: number;
	/** Points in all. */
	readonly total: number;
	/** Points towards the next level. */
	readonly progress: number;
	/** Points that the next level takes. */
	readonly goal: number;
	readonly topContributions: readonly HypeTrainContribution[];
	/** Epoch ms. */
	readonly startedAt: number;
	/** Epoch ms at which it leaves if nobody drives it on; absent once it ended. */
	readonly expiresAt?: number;
	/** Epoch ms. */
	readonly endedAt?: number;
}
