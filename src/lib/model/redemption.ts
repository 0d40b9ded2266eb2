import type { Person } from './person.ts';

/** What a viewer gets for channel points. */
export interface RewardRef {
	readonly id: string;
	readonly title: string;
	/** Channel points. */
	readonly cost: number;
}

/** Whether a redemption still waits for the streamer. */
export type RedemptionStatus = 'unfulfilled' | 'fulfilled' | 'canceled';

/** Channel points that a viewer spent on a reward. */
export interface Redemption {
	readonly id: string;
	readonly reward: RewardRef;
	readonly person: Person;
	/** What the viewer wrote, empty where the reward asks for nothing. */
	readonly input: string;
	readonly status: RedemptionStatus;
	/** Epoch ms. */
	readonly redeemedAt: number;
}
