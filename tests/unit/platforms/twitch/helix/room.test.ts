import { expect, test } from 'vitest';
import { changeChatModes, requestChatModes } from '#lib/platforms/twitch/helix/chat-settings.ts';
import { requestGoals } from '#lib/platforms/twitch/helix/goals.ts';
import { requestHypeTrain } from '#lib/platforms/twitch/helix/hype-train.ts';
import { requestWaitingRedemptions, settleRedemptions } from '#lib/platforms/twitch/helix/redemptions.ts';
import { createReward, deleteReward, requestRewards, updateReward } from '#lib/platforms/twitch/helix/rewards.ts';
import { requestShieldMode, updateShieldMode } from '#lib/platforms/twitch/helix/shield-mode.ts';
import { panelScopes } from '#lib/platforms/twitch/panel-scopes.ts';
import { createStreamer } from '#tests/support/streamer.ts';

const draft = {
	title: 'Sing a shanty',
	cost: 900,
	prompt: 'Which one?',
	enabled: true,
	inputRequired: true,
	skipsQueue: false,
	mostPerStream: 3,
	mostPerViewer: 0,
	cooldownSeconds: 60
};

test('modes are read, changed one by one, and switched off again', async () => {
	const { helix, broadcasterId } = await createStreamer();

	const open = await requestChatModes(helix, broadcasterId);
	await changeChatModes(helix, broadcasterId, { slowSeconds: 45, uniqueChat: true });
	const closed = await changeChatModes(helix, broadcasterId, { followersOnlyMinutes: 0, delaySeconds: 4 });
	const opened = await changeChatModes(helix, broadcasterId, { ...open, delaySeconds: 0 });

	expect(open).toEqual({
		emoteOnly: false,
		followersOnlyMinutes: -1,
		slowSeconds: 0,
		subscribersOnly: false,
		uniqueChat: false,
		delaySeconds: 0
	});
	expect(closed).toMatchObject({ slowSeconds: 45, uniqueChat: true, followersOnlyMinutes: 0, delaySeconds: 4 });
	expect(opened).toEqual(open);
});

test('without the permission for it the delay of a chat is not told', async () => {
	const scopes = panelScopes.filter((scope) => scope !== 'moderator:read:chat_settings');
	const { helix, broadcasterId } = await createStreamer({ scopes });

	expect(await requestChatModes(helix, broadcasterId)).not.toHaveProperty('delaySeconds');
});

test('shield mode is switched, and says who did it and when', async () => {
	const { helix, broadcasterId, clock } = await createStreamer();

	expect(await requestShieldMode(helix, broadcasterId)).toEqual({ active: false });
	expect(await updateShieldMode(helix, broadcasterId, { active: true })).toEqual({
		active: true,
		by: 'TidalKit',
		activatedAt: clock.now
	});
	await updateShieldMode(helix, broadcasterId, { active: false });
	expect(await requestShieldMode(helix, broadcasterId)).toMatchObject({ active: false, by: 'TidalKit' });
});

test('a reward is made, changed, paused and deleted; one made elsewhere can only be read', async () => {
	const { helix, broadcasterId } = await createStreamer();

	const { id } = await createReward(helix, broadcasterId, draft);
	await updateReward(helix, broadcasterId, { id, cost: 1_000, mostPerStream: 0 });
	const paused = await updateReward(helix, broadcasterId, { id, paused: true });
	const listed = await requestRewards(helix, broadcasterId);
	await deleteReward(helix, broadcasterId, id);
	const foreign = listed.find(({ title }) => title === 'Posture check');

	expect(paused).toMatchObject({ ...draft, cost: 1_000, mostPerStream: 0, paused: true, manageable: true });
	expect(listed.map(({ title, manageable }) => [title, manageable])).toEqual([
		['Drink some water', true],
		['Name a seal', true],
		['Posture check', false],
		['Sing a shanty', true]
	]);
	expect(await requestRewards(helix, broadcasterId)).toHaveLength(3);
	await expect(deleteReward(helix, broadcasterId, foreign?.id ?? '')).rejects.toMatchObject({ code: 'status_403' });
});

test.each([
	[{ title: '' }, 'status_400'],
	[{ title: 'Name a seal' }, 'status_400'],
	[{ title: 'x'.repeat(46) }, 'status_400'],
	[{ cost: 0 }, 'status_400'],
	[{ prompt: 'x'.repeat(201) }, 'status_400']
])('a reward with %j is refused', async (change, code) => {
	const { helix, broadcasterId } = await createStreamer();

	await expect(createReward(helix, broadcasterId, { ...draft, ...change })).rejects.toMatchObject({ code });
});

test('a channel has no more than fifty rewards, and one without affiliation none', async () => {
	const { helix, broadcasterId } = await createStreamer();
	const small = await createStreamer({ login: 'quietharbor' });

	for (let count = 3; count < 50; count++)
		await createReward(helix, broadcasterId, { ...draft, title: `Reward ${count}` });

	await expect(createReward(helix, broadcasterId, draft)).rejects.toMatchObject({ code: 'status_400' });
	await expect(requestRewards(small.helix, small.broadcasterId)).rejects.toMatchObject({ code: 'status_403' });
});

test('what was redeemed waits, newest first, until it is fulfilled or refunded, once', async () => {
	const { helix, broadcasterId, emulator, clock } = await createStreamer();
	const reward = (await requestRewards(helix, broadcasterId)).find(({ title }) => title === 'Name a seal');
	const rewardId = reward?.id ?? '';
	for (const [login, input] of [
		['pixelgull', 'Gerald <b>II</b>'],
		['nightferry', 'Pineapple']
	] as const) {
		emulator.redeem({ channel: 'tidalkit', login, rewardId, input });
		clock.tick(1_000);
	}

	const waiting = await requestWaitingRedemptions(helix, broadcasterId, rewardId);
	const settle = (index: number, status: 'fulfilled' | 'canceled') =>
		settleRedemptions(helix, broadcasterId, { rewardId, ids: [waiting[index]?.id ?? ''], status });
	const settled = [...(await settle(1, 'fulfilled')), ...(await settle(0, 'canceled'))];

	expect(waiting.map(({ person, input }) => [person.displayName, input])).toEqual([
		['nightferry', 'Pineapple'],
		['PixelGull', 'Gerald <b>II</b>']
	]);
	expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'canceled']);
	expect(await requestWaitingRedemptions(helix, broadcasterId, rewardId)).toEqual([]);
	await expect(settle(0, 'fulfilled')).rejects.toMatchObject({ code: 'status_404' });
});

test('without a redemption, or with too many, nothing is settled and nothing sent', async () => {
	const { helix, broadcasterId, calls } = await createStreamer();
	const settle = (ids: readonly string[]) =>
		settleRedemptions(helix, broadcasterId, { rewardId: 'r', ids, status: 'canceled' });

	await expect(settle([])).rejects.toMatchObject({ code: 'incomplete' });
	await expect(settle(Array.from({ length: 51 }, String))).rejects.toMatchObject({ code: 'too_many' });
	await expect(deleteReward(helix, broadcasterId, '')).rejects.toMatchObject({ code: 'incomplete' });
	expect(calls).toEqual([]);
});

test('goals are read, and follows move them on', async () => {
	const { helix, broadcasterId, emulator } = await createStreamer();
	const followers = async () =>
		(await requestGoals(helix, broadcasterId)).find(({ kind }) => kind === 'follower')?.current;
	const before = await followers();

	emulator.notify({ type: 'channel.follow', about: { broadcaster_user_id: broadcasterId }, event: {} });

	expect(before).toBe(182);
	expect(await followers()).toBe(183);
});

test('a hype train is on its way for five minutes and then a record', async () => {
	const { helix, broadcasterId, emulator, clock } = await createStreamer();
	const none = await requestHypeTrain(helix, broadcasterId);

	emulator.startHypeTrain('tidalkit');
	clock.tick(31_000);
	const { current } = await requestHypeTrain(helix, broadcasterId);
	clock.tick(5 * 60_000);
	const after = await requestHypeTrain(helix, broadcasterId);

	expect(none).toEqual({});
	expect(current).toMatchObject({ level: 2, total: 1_800, goal: 1_800, progress: 200 });
	expect(current?.topContributions[0]).toMatchObject({
		person: { displayName: 'PixelGull' },
		kind: 'subscription',
		total: 1_000
	});
	expect(after.current).toBeUndefined();
	expect(after.record?.level).toBeGreaterThan(2);
});

test.each([
	['moderator:manage:shield_mode', requestShieldMode],
	['channel:manage:redemptions', requestRewards],
	['channel:read:goals', requestGoals],
	['channel:read:hype_train', requestHypeTrain]
])('what lacks %s names it', async (scope, request) => {
	const { helix, broadcasterId } = await createStreamer({ scopes: panelScopes.filter((one) => one !== scope) });
	const { credentials, ...rest } = helix;
	const unaware = { ...rest, credentials: { ...credentials, scopes: panelScopes } };

	await expect(request(unaware, broadcasterId)).rejects.toMatchObject({ code: 'scope_missing', scope });
});

test('every change is told as EventSub tells it', async () => {
	const { helix, broadcasterId, emulator, clock, told } = await createStreamer();

	await changeChatModes(helix, broadcasterId, { slowSeconds: 45, followersOnlyMinutes: 10 });
	await updateShieldMode(helix, broadcasterId, { active: true });
	await updateShieldMode(helix, broadcasterId, { active: true });
	const { id: rewardId } = await createReward(helix, broadcasterId, draft);
	emulator.redeem({ login: 'pixelgull', channel: 'tidalkit', rewardId, input: 'Wellerman' });
	const [redemption] = await requestWaitingRedemptions(helix, broadcasterId, rewardId);
	await settleRedemptions(helix, broadcasterId, { rewardId, ids: [redemption?.id ?? ''], status: 'canceled' });
	emulator.notify({ type: 'channel.follow', about: { broadcaster_user_id: broadcasterId }, event: {} });
	emulator.startHypeTrain('tidalkit');
	clock.tick(15_000);

	const heard = told.filter(({ type }) => type !== 'channel.follow');
	expect(heard.map(({ type }) => type)).toEqual([
		'channel.chat_settings.update',
		'channel.shield_mode.begin',
		'channel.channel_points_custom_reward.add',
		'channel.channel_points_custom_reward_redemption.add',
		'channel.channel_points_custom_reward_redemption.update',
		'channel.goal.progress',
		'channel.hype_train.begin',
		'channel.hype_train.progress'
	]);
	expect(heard.map(({ event }) => event)).toMatchObject([
		{ slow_mode: true, slow_mode_wait_time_seconds: 45, follower_mode_duration_minutes: 10 },
		{ moderator_user_login: 'tidalkit', started_at: expect.any(String) },
		{ title: draft.title, max_per_stream: { is_enabled: true, value: 3 } },
		{ status: 'unfulfilled', user_input: 'Wellerman', reward: { id: rewardId, cost: 900 } },
		{ status: 'canceled' },
		{ type: 'follow', current_amount: 183 },
		{ level: 1, total: 500, goal: 1_600 },
		{ level: 1, total: 1_500, top_contributions: [{ type: 'subscription' }, { type: 'bits' }] }
	]);
});
