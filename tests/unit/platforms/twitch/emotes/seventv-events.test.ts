import type { EmoteChange } from '#lib/model/emote-change.ts';
import { defaultConfig } from '#lib/model/public-config.ts';
import { SevenTvEvents } from '#lib/platforms/twitch/emotes/seventv-events.ts';
import { createThirdPartyEmulator } from '#lib/platforms/twitch/emulator/third-party/third-party-emulator.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';
import { expect, test } from 'vitest';

const { emotes } = defaultConfig('https://app.invalid');
const channelId = '100001';
const setId = 'SET100001';

/** 7TV's own half is the emulator; `heard` is what a follower of TidalKit's set was told. */
async function open() {
	const { environment, clock, sockets } = createFakeEnvironment({
		acceptSocket: (socket) => emulator.accept(socket, new URL('ws://7tv.invalid/7tv/events'))
	});
	const emulator = createThirdPartyEmulator(environment.clock);
	const events = new SevenTvEvents(environment, emotes);
	const heard: string[] = [];
	const name = ({ added, removed, renamed }: EmoteChange) =>
		[
			...added.map((one) => `+${one.name}`),
			...removed.map((id) => `-${id}`),
			...renamed.map((one) => `=${one.name}`)
		].join();
	const listener = {
		onChange: (change: EmoteChange) => heard.push(name(change)),
		onMissed: () => heard.push('missed')
	};
	const stop = events.follow(setId, listener);
	await clock.tickAsync(0);
	return { clock, sockets, emulator, events, heard, listener, stop };
}

test('what is added, renamed and removed is told as it happens', async () => {
	const { emulator, heard, clock } = await open();

	emulator.addEmote('7tv', channelId, 'tideDance');
	emulator.renameEmote('7tv', channelId, 'tideDance', 'tideTurn');
	emulator.removeEmote('7tv', channelId, 'otterHype');
	await clock.tickAsync(0);

	expect(heard).toEqual(['+tideDance', '=tideTurn', '-01HTIDE0000000000000000003']);
});

test('all channels share one socket, which closes with the last of them', async () => {
	const { events, sockets, clock, stop, listener } = await open();
	const stopOther = events.follow('SET2', listener);
	const stopSame = events.follow(setId, listener);
	await clock.tickAsync(0);
	expect(sockets[0]?.received.map((text) => JSON.parse(text).d.condition.object_id)).toEqual([setId, 'SET2']);

	stopSame();
	stop();
	stopOther();
	await clock.tickAsync(600_000);

	expect(sockets.length).toBe(1);
	expect(clock.countTimers()).toBe(0);
});

test('after a drop the session is resumed, and what was missed is told once', async () => {
	const { emulator, sockets, heard, clock } = await open();

	sockets[0]?.server.drop();
	await clock.tickAsync(0);
	emulator.addEmote('7tv', channelId, 'meanwhile');
	await clock.tickAsync(10_000);

	expect(sockets.length).toBe(2);
	expect(heard).toEqual(['+meanwhile']);
	emulator.addEmote('7tv', channelId, 'later');
	await clock.tickAsync(0);
	expect(heard).toEqual(['+meanwhile', '+later']);
});

test('what is followed while the socket is away is subscribed to when it is back', async () => {
	const { events, emulator, sockets, heard, clock, listener } = await open();
	sockets[0]?.server.drop();
	await clock.tickAsync(0);

	events.follow('SET100002', listener);
	await clock.tickAsync(10_000);
	emulator.addEmote('7tv', '100002', 'mossy');
	await clock.tickAsync(0);

	expect(heard).toEqual(['+mossy']);
});

test('a session that is gone is subscribed to anew, and its follower learns that something may be missing', async () => {
	const { emulator, heard, clock } = await open();

	emulator.reset();
	await clock.tickAsync(10_000);
	emulator.addEmote('7tv', channelId, 'later');
	await clock.tickAsync(0);

	expect(heard).toEqual(['missed', '+later']);
});

test('a socket that only seems open is replaced after three heartbeats', async () => {
	const { sockets, clock } = createFakeEnvironmentThatSays(JSON.stringify(hello));
	await clock.tickAsync(0);
	expect(sockets.length).toBe(1);

	await clock.tickAsync(78_000);

	expect(sockets.length).toBe(2);
	expect(JSON.parse(sockets[1]?.received[0] ?? '{}')).toEqual({ op: 34, d: { session_id: 'abc' } });
});

test('a server that never answers a resumption is subscribed to', async () => {
	const { sockets, clock } = createFakeEnvironmentThatSays(JSON.stringify(hello));
	await clock.tickAsync(78_000);

	await clock.tickAsync(6_000);

	expect(sockets[1]?.received.map((text) => JSON.parse(text).op)).toEqual([34, 35]);
});

test.each(['<html>', '{"op":1}', 'null', '{"op":0,"d":{"type":"emote_set.update"}}'])(
	'%s is dropped and the socket lives on',
	async (text) => {
		const { sockets, clock, heard } = createFakeEnvironmentThatSays(JSON.stringify(hello), text);

		await clock.tickAsync(1_000);

		expect([sockets.length, heard]).toEqual([1, []]);
	}
);

test('a server that says nothing is tried ever more rarely', async () => {
	const { sockets, clock } = createFakeEnvironmentThatSays();

	await clock.tickAsync(60_000);
	const first = sockets.length;
	await clock.tickAsync(60 * 60_000);

	expect(first).toBeGreaterThan(2);
	expect(sockets.length).toBeLessThan(60);
});

test('a socket that was refused for good is not opened again', async () => {
	const { sockets, clock } = createFakeEnvironmentThatSays();
	await clock.tickAsync(0);

	sockets[0]?.server.close(4001, 'unknown operation');
	await clock.tickAsync(60 * 60_000);

	expect(sockets.length).toBe(1);
	expect(clock.countTimers()).toBe(0);
});

const hello = { op: 1, d: { heartbeat_interval: 25_000, session_id: 'abc' } };

function createFakeEnvironmentThatSays(...frames: readonly string[]) {
	const { environment, clock, sockets } = createFakeEnvironment({
		acceptSocket(socket) {
			for (const frame of frames) socket.send(frame);
			return true;
		}
	});
	const heard: unknown[] = [];
	new SevenTvEvents(environment, emotes).follow(setId, {
		onChange: (change) => heard.push(change),
		onMissed: () => heard.push('missed')
	});
	return { clock, sockets, heard };
}
