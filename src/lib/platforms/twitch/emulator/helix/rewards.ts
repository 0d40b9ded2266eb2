import { helixError, jsonAnswer } from '../answers.ts';
import type { ChannelPoints, EmulatedReward } from '../channel-points.ts';
import type { EmulatedUser } from '../emulated-user.ts';
import { readBody, readChannelCall, type ChannelCall, type ChannelParts } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';

const path = '/channel_points/custom_rewards';
const manageScope = 'channel:manage:redemptions';
const mostRewards = 50;
const longestTitle = 45;
const longestPrompt = 200;

type Body = Readonly<Record<string, unknown>>;

/** The custom rewards of a channel. @see https://dev.twitch.tv/docs/api/reference/#create-custom-rewards */
export function rewardEndpoints(parts: ChannelParts, points: ChannelPoints): readonly HelixEndpoint[] {
	return [
		{ method: 'GET', path, answer: (call) => answerList(call, parts, points) },
		{ method: 'POST', path, answer: (call) => answerCreate(call, parts, points) },
		{ method: 'PATCH', path, answer: (call) => answerUpdate(call, parts, points) },
		{ method: 'DELETE', path, answer: (call) => answerDelete(call, parts, points) }
	];
}

/** Checks a call about channel points, which only partners and affiliates have. */
export function readPointsCall(call: HelixCall, parts: ChannelParts): ChannelCall | Response {
	const readScope = 'channel:read:redemptions';
	const reads = call.request.method === 'GET' && call.token.scopes.includes(readScope);
	const checked = readChannelCall(call, parts, { scope: reads ? readScope : manageScope });
	if (checked instanceof Response || checked.room.owner.broadcasterType !== '') return checked;
	return helixError(403, 'The broadcaster is not a partner or affiliate.');
}

/** The reward that a call names, where its client may change it. */
export function findOwnReward(call: ChannelCall, points: ChannelPoints, key = 'id'): EmulatedReward | Response {
	const id = call.query.get(key);
	if (!id) return helixError(400, `Missing required parameter "${key}"`);
	const reward = points.rewardsOf(call.room.owner).find((one) => one.id === id);
	if (!reward) return helixError(404, 'The custom reward was not found.');
	if (reward.clientId === call.token.clientId) return reward;
	return helixError(403, 'The ID in the Client-Id header must match the client ID used to create the custom reward.');
}

function answerList(call: HelixCall, parts: ChannelParts, points: ChannelPoints): Response {
	const checked = readPointsCall(call, parts);
	if (checked instanceof Response) return checked;
	const { owner } = checked.room;
	const ids = call.query.getAll('id');
	const onlyOwn = call.query.get('only_manageable_rewards') === 'true';
	const found = points
		.rewardsOf(owner)
		.filter(({ id }) => ids.length === 0 || ids.includes(id))
		.filter(({ clientId }) => !onlyOwn || clientId === call.token.clientId);
	if (ids.length > 0 && found.length === 0) return helixError(404, 'The custom rewards were not found.');
	return jsonAnswer({ data: found.map((reward) => formatReward(owner, reward)) });
}

async function answerCreate(call: HelixCall, parts: ChannelParts, points: ChannelPoints): Promise<Response> {
	const checked = readPointsCall(call, parts);
	if (checked instanceof Response) return checked;
	const { owner } = checked.room;
	const body = await readBody(call.request);
	if (body['title'] === undefined) return helixError(400, 'The title field is required.');
	if (body['cost'] === undefined) return helixError(400, 'The cost field is required.');
	const rewards = points.rewardsOf(owner);
	if (rewards.length >= mostRewards) return helixError(400, 'The broadcaster has the maximum number of rewards.');
	const problem = refuseBody(body, rewards);
	if (problem) return helixError(400, problem);
	const draft = readReward(body);
	const reward = points.add(owner, { title: '', cost: 1, ...draft, clientId: call.token.clientId });
	return jsonAnswer({ data: [formatReward(owner, reward)] });
}

async function answerUpdate(call: HelixCall, parts: ChannelParts, points: ChannelPoints): Promise<Response> {
	const checked = readPointsCall(call, parts);
	if (checked instanceof Response) return checked;
	const reward = findOwnReward(checked, points);
	if (reward instanceof Response) return reward;
	const { owner } = checked.room;
	const body = await readBody(call.request);
	const others = points.rewardsOf(owner).filter(({ id }) => id !== reward.id);
	const problem = refuseBody(body, others);
	if (problem) return helixError(400, problem);
	const changed = { ...reward, ...readReward(body) };
	points.update(owner, changed);
	return jsonAnswer({ data: [formatReward(owner, changed)] });
}

function answerDelete(call: HelixCall, parts: ChannelParts, points: ChannelPoints): Response {
	const checked = readPointsCall(call, parts);
	if (checked instanceof Response) return checked;
	const reward = findOwnReward(checked, points);
	if (reward instanceof Response) return reward;
	points.remove(checked.room.owner, reward);
	return new Response(null, { status: 204 });
}

/** What is wrong with a body; a limit needs its switch and a number of at least 1. */
function refuseBody(body: Body, others: readonly EmulatedReward[]): string | undefined {
	const { title, cost, prompt } = body;
	if (title !== undefined && !isText(title, 1, longestTitle)) return 'The title must contain 1 to 45 characters.';
	if (cost !== undefined && !isCount(cost)) return 'The cost must be at least 1 point.';
	if (prompt !== undefined && !isText(prompt, 0, longestPrompt))
		return 'The prompt is limited to a maximum of 200 characters.';
	if (others.some((reward) => reward.title === title)) return 'CREATE_CUSTOM_REWARD_DUPLICATE_REWARD';
	const wrong = limits.find(({ on, value }) => body[on] === true && !isCount(body[value]));
	return wrong && `The value in ${wrong.value} must be at least 1.`;
}

const limits = [
	{ on: 'is_max_per_stream_enabled', value: 'max_per_stream', field: 'mostPerStream' },
	{ on: 'is_max_per_user_per_stream_enabled', value: 'max_per_user_per_stream', field: 'mostPerViewer' },
	{ on: 'is_global_cooldown_enabled', value: 'global_cooldown_seconds', field: 'cooldownSeconds' }
] as const;

const switches = {
	is_enabled: 'enabled',
	is_paused: 'paused',
	is_user_input_required: 'inputRequired',
	should_redemptions_skip_request_queue: 'skipsQueue'
} as const;

function readReward(body: Body): Partial<EmulatedReward> {
	const { title, cost, prompt } = body;
	const flags = Object.entries(switches).flatMap(([key, field]) =>
		typeof body[key] === 'boolean' ? [[field, body[key]]] : []
	);
	const bounds = limits.flatMap(({ on, value, field }) =>
		typeof body[on] === 'boolean' ? [[field, body[on] ? Number(body[value]) : 0]] : []
	);
	return {
		...(typeof title === 'string' && { title }),
		...(typeof cost === 'number' && { cost }),
		...(typeof prompt === 'string' && { prompt }),
		...Object.fromEntries([...flags, ...bounds])
	};
}

function isText(value: unknown, from: number, to: number): boolean {
	return typeof value === 'string' && value.length >= from && value.length <= to;
}

function isCount(value: unknown): boolean {
	return Number.isInteger(value) && Number(value) >= 1;
}

function formatReward(owner: EmulatedUser, reward: EmulatedReward) {
	return {
		broadcaster_id: owner.id,
		broadcaster_login: owner.login,
		broadcaster_name: owner.displayName,
		id: reward.id,
		title: reward.title,
		prompt: reward.prompt,
		cost: reward.cost,
		image: null,
		default_image: null,
		background_color: reward.color,
		is_enabled: reward.enabled,
		is_paused: reward.paused,
		is_in_stock: true,
		is_user_input_required: reward.inputRequired,
		max_per_stream_setting: { is_enabled: reward.mostPerStream > 0, max_per_stream: reward.mostPerStream },
		max_per_user_per_stream_setting: {
			is_enabled: reward.mostPerViewer > 0,
			max_per_user_per_stream: reward.mostPerViewer
		},
		global_cooldown_setting: {
			is_enabled: reward.cooldownSeconds > 0,
			global_cooldown_seconds: reward.cooldownSeconds
		},
		should_redemptions_skip_request_queue: reward.skipsQueue,
		redemptions_redeemed_current_stream: null,
		cooldown_expires_at: null
	};
}
