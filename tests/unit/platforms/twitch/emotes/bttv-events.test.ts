import type { EmoteChange } from '#lib/model/emote-change.ts';
import { defaultConfig } from '#lib/model/public-config.ts';
import { BttvEvents } from '#lib/platforms/twitch/emotes/bttv-events.ts';
import { createThirdPartyEmulator } from '#lib/platforms/twitch/emulator/third-party/third-party-emulator.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';
import { expect, test } from 'vitest';

const { emotes } = defaultConfig('https://app.invalid');
const userId = '100001';
const minuteMs = 60_000;

/** BetterTTV's own half is the emulator; `heard` is what a follower of TidalKit's channel was told. */
async function open() {
	const { environment, clock, sockets } = createFakeEnvironment({
		acceptSocket: (socket) => emulator.accept(socket, new URL('ws://bttv.invalid/bttv/events'))
	});
	const emulator = createThirdPartyEmulator(environment.clock);
	const events = new BttvEvents(environment, emotes);
	const heard: string[] = [];
	const listener = {
		onChange: ({ added, removed, renamed }: EmoteChange) => {
			heard.push(...added.map(({ name }) => `+${name}`), ...removed.map((id) => `-${id}`));
			heard.push(...renamed.map(({ name }) => `=${name}`));
		},
		onMissed: () => heard.push('missed')
	};
	const stop = events.follow(userId, listener);
	await clock.tickAsync(0);
	return { clock, sockets, emulator, events, heard, listener, stop };
}

test('what is added, renamed and removed is told as it happens', async () => {
	const { emulator, heard, clock } = await open();

	emulator.addEmote('bttv', userId, 'tideDance');
	emulator.renameEmote('bttv', userId, 'tideDance', 'tideTurn');
	emulator.removeEmote('bttv', userId, 'gullScream');
	await clock.tickAsync(0);

	expect(heard).toEqual(['+tideDance', '=tideTurn', '-5b1f2c0a9d3e4f5061728396']);
});

test('all channels share one socket, which closes with the last of them', async () => {
	const { events, sockets, clock, stop, listener } = await open();
	const stopOther = events.follow('100002', listener);
	const stopSame = events.follow(userId, listener);

	stopSame();
	stop();
	stopOther();
	await clock.tickAsync(60 * minuteMs);

	expect(sockets.map(({ received }) => received.map((text) => JSON.parse(text)))).toEqual([
		[
			{ name: 'join_channel', data: { name: 'twitch:100001' } },
			{ name: 'join_channel', data: { name: 'twitch:100002' } },
			{ name: 'part_channel', data: { name: 'twitch:100001' } }
		]
	]);
	expect(clock.countTimers()).toBe(0);
});

test('nobody hears of a channel that they left', async () => {
	const { events, emulator, heard, clock, listener } = await open();
	const stopOther = events.follow('100002', listener);

	stopOther();
	await clock.tickAsync(0);
	emulator.addEmote('bttv', '100002', 'mossy');
	await clock.tickAsync(0);

	expect(heard).toEqual([]);
});

test('after a drop every channel is joined again, and its follower learns that something may be missing', async () => {
	const { events, emulator, sockets, heard, clock, listener } = await open();
	sockets[0]?.server.drop();
	await clock.tickAsync(0);

	events.follow('100002', { ...listener, onMissed: () => heard.push('missed too') });
	await clock.tickAsync(10_000);
	emulator.addEmote('bttv', userId, 'later');
	emulator.addEmote('bttv', '100002', 'mossy');
	await clock.tickAsync(0);

	expect(sockets.length).toBe(2);
	expect(heard).toEqual(['missed', 'missed too', '+later', '+mossy']);
});

test('a socket that may only seem open is replaced after ten minutes or so, and what was missed can be read', async () => {
	const { sockets, heard, clock } = await open();

	await clock.tickAsync(7 * minuteMs);
	expect(sockets.length).toBe(1);
	await clock.tickAsync(6 * minuteMs);

	expect(sockets.length).toBe(2);
	expect(heard).toEqual(['missed']);
});

test('a socket that is heard of is kept', async () => {
	const { sockets, clock, emulator } = await open();

	for (let count = 0; count < 20; count++) {
		emulator.addEmote('bttv', userId, `wave${count}`);
		await clock.tickAsync(5 * minuteMs);
	}

	expect(sockets.length).toBe(1);
});

test('a server that hangs up at once is tried ever more rarely', async () => {
	const { environment, clock, sockets } = createFakeEnvironment({
		acceptSocket(socket) {
			queueMicrotask(() => socket.drop());
			return true;
		}
	});
	new BttvEvents(environment, emotes).follow(userId, { onChange: () => undefined, onMissed: () => undefined });

	await clock.tickAsync(minuteMs);
	const first = sockets.length;
	await clock.tickAsync(60 * minuteMs);

	expect(first).toBeGreaterThan(2);
	expect(sockets.length).toBeLessThan(60);
});

test.each(['<html>', 'null', '{"name":"emote_create"}', '{"name":"emote_delete","data":{"channel":"twitch:1"}}'])(
	'%s is dropped and the socket lives on',
	async (text) => {
		const { sockets, clock, heard } = await open();

		sockets[0]?.server.send(text);
		await clock.tickAsync(1_000);

		expect([sockets.length, heard]).toEqual([1, []]);
	}
);
