import type { RewardDraft } from '#lib/model/reward.ts';
import { longestRewardPrompt, longestRewardTitle } from '#lib/platforms/twitch/helix/rewards.ts';
import * as v from 'valibot';

const count = v.number();

/** A reward that is being written, kept while it is; its id is empty while it is new. */
export const rewardDraftSchema = v.nullable(
	v.object({
		id: v.string(),
		title: v.pipe(v.string(), v.maxLength(longestRewardTitle)),
		cost: count,
		prompt: v.pipe(v.string(), v.maxLength(longestRewardPrompt)),
		enabled: v.boolean(),
		inputRequired: v.boolean(),
		skipsQueue: v.boolean(),
		mostPerStream: count,
		mostPerViewer: count,
		cooldownSeconds: count
	})
);

/** What a new reward begins as. */
export const emptyReward: RewardDraft = {
	title: '',
	cost: 500,
	prompt: '',
	enabled: true,
	inputRequired: false,
	skipsQueue: false,
	mostPerStream: 0,
	mostPerViewer: 0,
	cooldownSeconds: 0
};

/** What keeps a reward from being saved. */
export type RewardProblem = 'untitled' | 'taken' | 'free' | 'limit';

/** Finds what is wrong with a reward while it is typed. */
export function findRewardProblem(draft: RewardDraft, takenTitles: readonly string[]): RewardProblem | undefined {
	const title = draft.title.trim();
	if (title === '') return 'untitled';
	if (takenTitles.includes(title)) return 'taken';
	if (!Number.isInteger(draft.cost) || draft.cost < 1) return 'free';
	const limits = [draft.mostPerStream, draft.mostPerViewer, draft.cooldownSeconds];
	return limits.every((limit) => Number.isInteger(limit) && limit >= 0) ? undefined : 'limit';
}
