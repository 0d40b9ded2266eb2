import { expect, test } from 'vitest';
import { Emitter } from '#lib/model/emitter.ts';
import type { RoomState } from '#lib/model/chat.ts';
import type { Redemption } from '#lib/model/redemption.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import { ChatModesState } from '#lib/state/chat-modes.svelte.ts';
import { GoalsState } from '#lib/state/goals.svelte.ts';
import { HypeTrainState } from '#lib/state/hype-train.svelte.ts';
import { RewardsState } from '#lib/state/rewards.svelte.ts';
import { ShieldState } from '#lib/state/shield.svelte.ts';
import { createStreamer, type StreamerOptions } from '#tests/support/streamer.ts';

const waterReward = '7d1e0a52-0000-4000-8000-000000000001';
const sealReward = '7d1e0a52-0000-4000-8000-000000000002';
const person = { userId: '100101', login: 'pixelgull', displayName: 'PixelGull' };

async function createRoom(options: StreamerOptions = {}) {
	const streamer = await createStreamer(options);
	const { helix, broadcasterId } = streamer;
	const events = new Emitter<StreamEvent>();
	const room = { helix, broadcasterId, events, roomStates: new Emitter<Partial<RoomState>>() };
	let count = 0;
	const tell = (event: Record<string, unknown>, at = 1_000) =>
		events.emit({ id: `e${++count}`, platform: 'twitch', at, ...event } as StreamEvent);
	return { ...streamer, room, tell, environmentClock: helix.environment.clock };
}

function redemption(id: string, rewardId = sealReward): Redemption {
	const reward = { id: rewardId, title: 'Name a seal', cost: 2_500 };
	return { id, reward, person, input: '', status: 'unfulfilled', redeemedAt: 1 };
}

test('modes follow chat at once, and are asked for once however many changes EventSub tells', async () => {
	const { room, tell, calls, clock, environmentClock } = await createRoom();
	const state = new ChatModesState(room, environmentClock);
	state.open();
	await clock.tickAsync(0);

	room.roomStates.emit({ slowSeconds: 20 });
	const heard = state.modes.current?.slowSeconds;
	for (let turn = 0; turn < 5; turn++) tell({ type: 'chat-settings-changed' });
	await clock.tickAsync(10_000);

	expect(heard).toBe(20);
	expect(calls.filter((call) => call.startsWith('GET'))).toHaveLength(2);
	expect(state.modes.current?.slowSeconds).toBe(0);
});

test('a change that failed is told, and the modes are asked for again', async () => {
	const { room, calls, clock, environmentClock } = await createRoom({
		intercept: ({ method }) => (method === 'PATCH' ? new Response(null, { status: 503 }) : undefined)
	});
	const state = new ChatModesState(room, environmentClock);
	state.open();
	await clock.tickAsync(0);

	await expect(state.change({ emoteOnly: true })).rejects.toMatchObject({ name: 'ConnectionError' });
	await clock.tickAsync(10_000);

	expect(calls.map((call) => call.split('?')[0])).toEqual([
		'GET /chat/settings',
		'PATCH /chat/settings',
		'GET /chat/settings'
	]);
});

test('what may have been missed is asked for again however fresh it is, and waking alone asks for nothing fresh', async () => {
	const { room, calls, clock, environmentClock } = await createRoom();
	const states = [new ChatModesState(room, environmentClock), new ShieldState(room, environmentClock)];
	for (const state of states) state.open();
	await clock.tickAsync(0);

	for (const state of states) state.refresh('woke');
	await clock.tickAsync(0);
	const woken = calls.length;
	for (const state of states) state.refresh('missed');
	await clock.tickAsync(0);

	expect(woken).toBe(2);
	expect(calls.slice(2).map((call) => call.split('?')[0])).toEqual([
		'GET /chat/settings',
		'GET /moderation/shield_mode'
	]);
});

test('an older word on shield mode does not undo a newer one', async () => {
	const { room, tell, clock, environmentClock } = await createRoom();
	const state = new ShieldState(room, environmentClock);
	state.open();
	await clock.tickAsync(0);

	tell({ type: 'shield-mode', active: true, by: person }, 2_000);
	tell({ type: 'shield-mode', active: false, by: person }, 1_000);

	expect(state.mode.current).toEqual({ active: true, by: 'PixelGull', activatedAt: 2_000 });
});

test('the queue grows and shrinks with what is told, each redemption once, and never with rewards made elsewhere', async () => {
	const { room, tell, clock, environmentClock } = await createRoom();
	const state = new RewardsState(room, environmentClock);
	const rung: string[] = [];
	state.redeemed.on(({ id }) => rung.push(id));
	state.open();
	await clock.tickAsync(0);
	const add = (one: Redemption) => tell({ type: 'redemption', phase: 'add', redemption: one });

	add(redemption('a'));
	add(redemption('b'));
	add(redemption('a'));
	add(redemption('c', '7d1e0a52-0000-4000-8000-000000000003'));
	tell({ type: 'redemption', phase: 'update', redemption: { ...redemption('a'), status: 'fulfilled' } });
	add(redemption('a'));

	expect(state.counter.current?.waiting.map(({ id }) => id)).toEqual(['b']);
	expect(rung).toEqual(['a', 'b']);
});

test('many redemptions of several rewards are answered with one call a reward', async () => {
	const { room, emulator, calls, clock, environmentClock } = await createRoom();
	for (const rewardId of [waterReward, sealReward, waterReward])
		emulator.redeem({ login: 'pixelgull', channel: 'tidalkit', rewardId });
	const state = new RewardsState(room, environmentClock);
	state.open();
	await clock.tickAsync(0);

	const before = state.counter.current?.waiting ?? [];
	await state.settle(before, 'fulfilled');

	expect(before).toHaveLength(3);
	expect(state.counter.current?.waiting).toEqual([]);
	expect(calls.filter((call) => call.startsWith('PATCH'))).toHaveLength(2);
});

test('goals move on and stay reached, and an older count is ignored', async () => {
	const { room, tell, clock, environmentClock } = await createRoom();
	const state = new GoalsState(room, environmentClock);
	state.open();
	await clock.tickAsync(0);
	const goal = state.goals.current?.find(({ kind }) => kind === 'follower');

	tell({ type: 'goal', phase: 'end', goal: { ...goal, current: 200, endedAt: 3_000 } }, 3_000);
	tell({ type: 'goal', phase: 'progress', goal: { ...goal, current: 199 } }, 2_000);

	expect(state.goals.current?.find(({ id }) => id === goal?.id)).toMatchObject({ current: 200, endedAt: 3_000 });
});

test('a hype train comes, and is over with its level as the record', async () => {
	const { room, tell, clock, environmentClock } = await createRoom();
	const state = new HypeTrainState(room, environmentClock);
	state.open();
	await clock.tickAsync(0);
	const train = { id: 't', level: 3, total: 4_000, progress: 1, goal: 2, topContributions: [], startedAt: 1 };

	tell({ type: 'hype-train', phase: 'progress', train: { ...train, expiresAt: 9_000 } }, 2_000);
	const riding = state.status.current?.current?.level;
	tell({ type: 'hype-train', phase: 'end', train: { ...train, endedAt: 5_000 } }, 5_000);

	expect(riding).toBe(3);
	expect(state.status.current).toEqual({ record: { level: 3, total: 4_000, achievedAt: 5_000 } });
	expect(state.last?.level).toBe(3);
});
