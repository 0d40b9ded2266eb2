import { expect, test } from 'vitest';
import { OverlayRoom } from '#lib/state/overlay-room.svelte.ts';
import { createFakeEnvironment, type FakeEnvironment } from '#tests/support/fake-environment.ts';

const seat = {
	address: 'wss://tributary.example/api/rooms/participant?channel=twitch:1',
	key: 'key',
	channelId: 'twitch:1'
};
const controls = [{ controlID: 'jump', kind: 'button', text: 'Jump', position: [] }];

async function watchRoom() {
	const fake = createFakeEnvironment({ fetch: () => Response.json(seat) });
	const room = new OverlayRoom(
		{ origin: 'https://tributary.example', channel: 'otter', presses: 3, pressMs: 5_000 },
		fake.environment
	);
	const effects: string[] = [];
	room.effects.on(({ type }) => effects.push(type));
	room.strokes.on(({ event, keyCode }) => effects.push(`${event} ${keyCode}`));
	const stop = room.watch(() => () => {});
	await fake.clock.tickAsync(0);
	call(fake, 'hello', null);
	call(fake, 'onSceneCreate', { scenes: [{ sceneID: 'default', controls }] });
	call(fake, 'onReady', { isReady: true });
	return { ...fake, room, effects, stop, tell: (tributary: object) => call(fake, 'event', { tributary }) };
}

function call({ sockets }: Pick<FakeEnvironment, 'sockets'>, method: string, params: object | null): void {
	sockets.at(-1)?.server.send(JSON.stringify({ type: 'method', method, params, id: 0, seq: 1, discard: true }));
}

test('an overlay asks to watch, with nothing of its own in the address', async () => {
	const asked: string[] = [];
	const { environment, clock } = createFakeEnvironment({
		fetch: ({ url, headers }) => {
			asked.push(`${url} ${headers.get('authorization')}`);
			return Response.json({ channelId: 'twitch:1' }, { status: 404 });
		}
	});
	const room = new OverlayRoom(
		{ origin: 'https://tributary.example', channel: 'otter', presses: 3, pressMs: 1 },
		environment
	);

	const stop = room.watch(() => () => {});
	await clock.tickAsync(0);

	expect(asked).toEqual(['https://tributary.example/api/v1/interactive/otter?watch=1 null']);
	expect(room.open).toBe(false);
	stop();
});

test('presses are shown for their time', async () => {
	const { room, tell, clock, stop } = await watchRoom();

	tell({ type: 'board', presses: [{ controlID: 'jump', name: 'Otter', source: 'twitch' }], votes: { jump: 2 } });
	await clock.tickAsync(0);
	const shown = room.results.presses.map(({ name, label }) => `${name} ${label}`);
	await clock.tickAsync(5_000);

	expect(room.open).toBe(true);
	expect(shown).toEqual(['Otter Jump']);
	expect(room.results.presses).toEqual([]);
	stop();
});

test('an effect is carried out once, and only one that an overlay knows', async () => {
	const { effects, tell, clock, stop } = await watchRoom();
	const sound = { type: 'sound', sound: 'coin', volume: 1 };

	tell({ type: 'effect', id: 'a', effect: sound });
	tell({ type: 'effect', id: 'a', effect: sound });
	tell({ type: 'effect', id: 'b', effect: { ...sound, sound: 'https://evil.example/x.mp3' } });
	tell({ type: 'effect', id: 'c', effect: { type: 'socket', url: 'ws://localhost:1', text: '{}' } });
	tell({ type: 'effect', id: 'd' });
	await clock.tickAsync(0);

	expect(effects).toEqual(['sound']);
	stop();
});

test('a key that is down when the game goes comes up', async () => {
	const { effects, tell, room, sockets, clock, stop } = await watchRoom();

	tell({ type: 'effect', id: 'a', effect: { type: 'key', event: 'keydown', keyCode: 39 } });
	await clock.tickAsync(0);
	sockets.at(-1)?.server.close(4016, 'The game is over.');
	await clock.tickAsync(0);

	expect(effects).toEqual(['keydown 39', 'keyup 39']);
	expect(room.open).toBe(false);
	stop();
});
