import type { Reward, RewardDraft } from '#lib/model/reward.ts';
import * as v from 'valibot';
import { count, words } from './answer-fields.ts';
import { parseAnswer } from './parse-answer.ts';
import { requestPage } from './request-pages.ts';
import { requestHelix, type Helix } from './request.ts';

const path = '/channel_points/custom_rewards';

/** What everything about rewards and redemptions takes. */
export const redemptionScope = 'channel:manage:redemptions';

/** As many rewards as a channel can have. */
export const mostRewards = 50;

/** As many characters as the title and the prompt of a reward may have. */
export const longestRewardTitle = 45;
export const longestRewardPrompt = 200;

const rewardEntry = v.object({
	id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
	title: words,
	prompt: v.nullish(words),
	cost: count,
	background_color: v.fallback(v.pipe(v.string(), v.regex(/^#[0-9A-Fa-f]{6}$/)), ''),
	is_enabled: v.boolean(),
	is_paused: v.boolean(),
	is_user_input_required: v.boolean(),
	should_redemptions_skip_request_queue: v.boolean(),
	max_per_stream_setting: v.nullish(v.object({ is_enabled: v.boolean(), max_per_stream: v.nullish(count) })),
	max_per_user_per_stream_setting: v.nullish(
		v.object({ is_enabled: v.boolean(), max_per_user_per_stream: v.nullish(count) })
	),
	global_cooldown_setting: v.nullish(v.object({ is_enabled: v.boolean(), global_cooldown_seconds: v.nullish(count) }))
});
const rewardAnswer = v.object({ data: v.tuple([rewardEntry]) });

/** The rewards of a channel, and which of them can be changed from here: those that this client made. @see https://dev.twitch.tv/docs/api/reference/#get-custom-reward */
export async function requestRewards(helix: Helix, broadcasterId: string): Promise<readonly Reward[]> {
	const query = { broadcaster_id: broadcasterId };
	const own = { ...query, only_manageable_rewards: 'true' };
	const [all, manageable] = await Promise.all([requestList(helix, query), requestList(helix, own)]);
	const ownIds = new Set(manageable.map(({ id }) => id));
	return all.map((entry) => toReward(entry, ownIds.has(entry.id)));
}

/** Makes a reward. @see https://dev.twitch.tv/docs/api/reference/#create-custom-rewards */
export async function createReward(helix: Helix, broadcasterId: string, draft: RewardDraft): Promise<Reward> {
	const query = { broadcaster_id: broadcasterId };
	const body = toBody(draft);
	return parseOne(await requestHelix(helix, { method: 'POST', path, scope: redemptionScope, query, body }));
}

/** Changes a reward that this client made. @see https://dev.twitch.tv/docs/api/reference/#update-custom-reward */
export async function updateReward(
	helix: Helix,
	broadcasterId: string,
	{ id, ...change }: Partial<RewardDraft> & Pick<Reward, 'id'> & Partial<Pick<Reward, 'paused'>>
): Promise<Reward> {
	const query = { broadcaster_id: broadcasterId, id };
	const body = { ...toBody(change), ...(change.paused !== undefined && { is_paused: change.paused }) };
	return parseOne(await requestHelix(helix, { method: 'PATCH', path, scope: redemptionScope, query, body }));
}

/** Deletes a reward that this client made; what waits for it counts as fulfilled. @see https://dev.twitch.tv/docs/api/reference/#delete-custom-reward */
export async function deleteReward(helix: Helix, broadcasterId: string, rewardId: string): Promise<void> {
	const query = { broadcaster_id: broadcasterId, id: rewardId };
	await requestHelix(helix, { method: 'DELETE', path, scope: redemptionScope, query });
}

async function requestList(helix: Helix, query: Readonly<Record<string, string>>) {
	return (await requestPage(helix, { path, scope: redemptionScope, query }, rewardEntry)).items;
}

function parseOne(body: unknown): Reward {
	return toReward(parseAnswer(rewardAnswer, body, 'Twitch did not say what became of the reward.').data[0], true);
}

function toReward(entry: v.InferOutput<typeof rewardEntry>, manageable: boolean): Reward {
	const stream = entry.max_per_stream_setting;
	const viewer = entry.max_per_user_per_stream_setting;
	const cooldown = entry.global_cooldown_setting;
	return {
		id: entry.id,
		title: entry.title,
		prompt: entry.prompt ?? '',
		cost: entry.cost,
		color: entry.background_color,
		enabled: entry.is_enabled,
		paused: entry.is_paused,
		inputRequired: entry.is_user_input_required,
		skipsQueue: entry.should_redemptions_skip_request_queue,
		mostPerStream: toCount(stream, stream?.max_per_stream),
		mostPerViewer: toCount(viewer, viewer?.max_per_user_per_stream),
		cooldownSeconds: toCount(cooldown, cooldown?.global_cooldown_seconds),
		manageable
	};
}

function toCount(
	setting: { readonly is_enabled: boolean } | null | undefined,
	value: number | null | undefined
): number {
	return setting?.is_enabled ? (value ?? 0) : 0;
}

function toBody({ title, prompt, cost, enabled, inputRequired, skipsQueue, ...limits }: Partial<RewardDraft>) {
	return {
		...(title !== undefined && { title }),
		...(prompt !== undefined && { prompt }),
		...(cost !== undefined && { cost }),
		...(enabled !== undefined && { is_enabled: enabled }),
		...(inputRequired !== undefined && { is_user_input_required: inputRequired }),
		...(skipsQueue !== undefined && { should_redemptions_skip_request_queue: skipsQueue }),
		...toLimit('is_max_per_stream_enabled', 'max_per_stream', limits.mostPerStream),
		...toLimit('is_max_per_user_per_stream_enabled', 'max_per_user_per_stream', limits.mostPerViewer),
		...toLimit('is_global_cooldown_enabled', 'global_cooldown_seconds', limits.cooldownSeconds)
	};
}

/** A limit of 0 is none. */
function toLimit(switchKey: string, key: string, value: number | undefined): Readonly<Record<string, unknown>> {
	if (value === undefined) return {};
	return value > 0 ? { [switchKey]: true, [key]: value } : { [switchKey]: false };
}
