import { RejectionError } from '#lib/model/errors.ts';
import { parseEach } from '#lib/model/parse-each.ts';
import type { Redemption } from '#lib/model/redemption.ts';
import * as v from 'valibot';
import { count, moment, words } from './answer-fields.ts';
import { parseAnswer } from './parse-answer.ts';
import { personEntry, toPerson } from './person-entry.ts';
import { requestPage } from './request-pages.ts';
import { requestHelix, type Helix } from './request.ts';
import { redemptionScope as scope } from './rewards.ts';

const path = '/channel_points/custom_rewards/redemptions';

/** As many redemptions as one call lists or settles. */
export const mostRedemptionsAtOnce = 50;

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const redemptionEntry = v.object({
	id,
	...personEntry.entries,
	user_input: v.optional(words, ''),
	status: v.picklist(['UNFULFILLED', 'FULFILLED', 'CANCELED']),
	redeemed_at: moment,
	reward: v.object({ id, title: words, cost: count })
});
const settledAnswer = v.object({ data: v.array(v.unknown()) });
const statuses = { UNFULFILLED: 'unfulfilled', FULFILLED: 'fulfilled', CANCELED: 'canceled' } as const;

/** The newest redemptions of a reward that still wait. @see https://dev.twitch.tv/docs/api/reference/#get-custom-reward-redemption */
export async function requestWaitingRedemptions(
	helix: Helix,
	broadcasterId: string,
	rewardId: string
): Promise<readonly Redemption[]> {
	const query = {
		broadcaster_id: broadcasterId,
		reward_id: rewardId,
		status: 'UNFULFILLED',
		sort: 'NEWEST',
		first: String(mostRedemptionsAtOnce)
	};
	return (await requestPage(helix, { path, scope, query }, redemptionEntry)).items.map(toRedemption);
}

/** Fulfils redemptions of one reward, or gives the points back; returns them as they are now. @see https://dev.twitch.tv/docs/api/reference/#update-redemption-status */
export async function settleRedemptions(
	helix: Helix,
	broadcasterId: string,
	{ rewardId, ids, status }: Settlement
): Promise<readonly Redemption[]> {
	if (ids.length > mostRedemptionsAtOnce)
		throw new RejectionError('too_many', `No more than ${mostRedemptionsAtOnce} redemptions at once.`);
	const query = { broadcaster_id: broadcasterId, reward_id: rewardId, id: ids };
	const body = { status: status === 'fulfilled' ? 'FULFILLED' : 'CANCELED' };
	const answer = await requestHelix(helix, { method: 'PATCH', path, scope, query, body });
	const { data } = parseAnswer(settledAnswer, answer, 'Twitch did not say what became of the redemptions.');
	return parseEach(redemptionEntry, data).map(toRedemption);
}

/** What is done with redemptions of one reward. */
export interface Settlement {
	readonly rewardId: string;
	readonly ids: readonly string[];
	readonly status: 'fulfilled' | 'canceled';
}

function toRedemption(entry: v.InferOutput<typeof redemptionEntry>): Redemption {
	return {
		id: entry.id,
		reward: entry.reward,
		person: toPerson(entry),
		input: entry.user_input,
		status: statuses[entry.status],
		redeemedAt: entry.redeemed_at
	};
}
