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

/** Puts redemptions of the same reward together, `most` at a time. */
export function groupByReward(
	redemptions: readonly Redemption[],
	most: number
): readonly { readonly rewardId: string; readonly ids: readonly string[] }[] {
	const byReward = new Map<string, string[]>();
	for (const { id, reward } of redemptions) byReward.set(reward.id, [...(byReward.get(reward.id) ?? []), id]);
	return [...byReward].flatMap(([rewardId, ids]) =>
		Array.from({ length: Math.ceil(ids.length / most) }, (_, index) => ({
			rewardId,
			ids: ids.slice(index * most, (index + 1) * most)
		}))
	);
}
