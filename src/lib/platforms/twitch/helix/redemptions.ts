import { cleanText } from '#lib/model/clean-text.ts';
import { ProtocolError, RejectionError } from '#lib/model/errors.ts';
import { parseEach } from '#lib/model/parse-each.ts';
import type { Redemption } from '#lib/model/redemption.ts';
import * as v from 'valibot';
import { requestHelix, type Helix } from './request.ts';
import { redemptionScope as scope } from './rewards.ts';

const path = '/channel_points/custom_rewards/redemptions';

/** As many redemptions as one call lists or settles. */
export const mostRedemptionsAtOnce = 50;

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const text = v.pipe(v.string(), v.maxLength(1_000), v.transform(cleanText));
const redemptionEntry = v.object({
	id,
	user_id: v.pipe(v.string(), v.regex(/^\d{1,20}$/)),
	user_login: v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,25}$/)),
	user_name: v.pipe(v.string(), v.maxLength(60)),
	user_input: v.optional(text, ''),
	status: v.picklist(['UNFULFILLED', 'FULFILLED', 'CANCELED']),
	redeemed_at: v.pipe(v.string(), v.maxLength(40), v.transform(Date.parse), v.number(), v.finite()),
	reward: v.object({ id, title: text, cost: v.pipe(v.number(), v.minValue(0)) })
});
const redemptionsAnswer = v.object({ data: v.array(v.unknown()) });
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
	return parseRedemptions(await requestHelix(helix, { method: 'GET', path, scope, query }));
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
	return parseRedemptions(await requestHelix(helix, { method: 'PATCH', path, scope, query, body }));
}

/** What is done with redemptions of one reward. */
export interface Settlement {
	readonly rewardId: string;
	readonly ids: readonly string[];
	readonly status: 'fulfilled' | 'canceled';
}

function parseRedemptions(body: unknown): readonly Redemption[] {
	const answer = v.safeParse(redemptionsAnswer, body);
	if (!answer.success) throw new ProtocolError('malformed_answer', 'Twitch sent redemptions in an unknown shape.');
	return parseEach(redemptionEntry, answer.output.data).map((entry) => ({
		id: entry.id,
		reward: entry.reward,
		person: {
			userId: entry.user_id,
			login: entry.user_login,
			displayName: cleanText(entry.user_name) || entry.user_login
		},
		input: entry.user_input,
		status: statuses[entry.status],
		redeemedAt: entry.redeemed_at
	}));
}
