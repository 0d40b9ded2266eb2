import { helixError, jsonAnswer } from '../answers.ts';
import type { ChannelPoints, EmulatedRedemption } from '../channel-points.ts';
import type { EmulatedUser } from '../emulated-user.ts';
import { readBody, type ChannelParts } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';
import { answerPage } from './page-answer.ts';
import { findOwnReward, readPointsCall } from './rewards.ts';

const path = '/channel_points/custom_rewards/redemptions';
const mostAtOnce = 50;
const statuses = ['UNFULFILLED', 'FULFILLED', 'CANCELED'] as const;

/** What viewers redeemed, for rewards that the caller's client made. @see https://dev.twitch.tv/docs/api/reference/#get-custom-reward-redemption */
export function redemptionEndpoints(parts: ChannelParts, points: ChannelPoints): readonly HelixEndpoint[] {
	return [
		{ method: 'GET', path, answer: (call) => answerList(call, parts, points) },
		{ method: 'PATCH', path, answer: (call) => answerSettle(call, parts, points) }
	];
}

function answerList(call: HelixCall, parts: ChannelParts, points: ChannelPoints): Response {
	const checked = readPointsCall(call, parts);
	if (checked instanceof Response) return checked;
	const reward = findOwnReward(checked, points, 'reward_id');
	if (reward instanceof Response) return reward;
	const status = statuses.find((one) => one === call.query.get('status'));
	if (!status) return helixError(400, 'The status query parameter is required.');
	const { owner } = checked.room;
	const found = points.redemptionsOf(owner).filter((one) => one.reward.id === reward.id && one.status === status);
	const sorted = call.query.get('sort') === 'NEWEST' ? found : [...found].reverse();
	const formatted = sorted.map((one) => formatRedemption(owner, one));
	return answerPage(call.query, formatted, { most: mostAtOnce });
}

async function answerSettle(call: HelixCall, parts: ChannelParts, points: ChannelPoints): Promise<Response> {
	const checked = readPointsCall(call, parts);
	if (checked instanceof Response) return checked;
	const reward = findOwnReward(checked, points, 'reward_id');
	if (reward instanceof Response) return reward;
	const ids = call.query.getAll('id');
	if (ids.length === 0 || ids.length > mostAtOnce) return helixError(400, 'The id query parameter takes 1 to 50 IDs.');
	const { status } = await readBody(call.request);
	if (status !== 'FULFILLED' && status !== 'CANCELED') return helixError(400, 'The value in status is not valid.');
	const { owner } = checked.room;
	const chosen = points
		.redemptionsOf(owner)
		.filter((one) => one.reward.id === reward.id && ids.includes(one.id) && one.status === 'UNFULFILLED');
	if (chosen.length === 0) return helixError(404, 'The redemptions were not found, or do not wait any more.');
	return jsonAnswer({ data: points.settle(owner, chosen, status).map((one) => formatRedemption(owner, one)) });
}

function formatRedemption(owner: EmulatedUser, { id, reward, user, input, status, redeemedAt }: EmulatedRedemption) {
	return {
		broadcaster_id: owner.id,
		broadcaster_login: owner.login,
		broadcaster_name: owner.displayName,
		id,
		user_id: user.id,
		user_login: user.login,
		user_name: user.displayName,
		user_input: input,
		status,
		redeemed_at: new Date(redeemedAt).toISOString(),
		reward: { id: reward.id, title: reward.title, prompt: reward.prompt, cost: reward.cost }
	};
}
