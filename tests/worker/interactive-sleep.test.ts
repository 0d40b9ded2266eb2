import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { expect, test, vi } from 'vitest';
import { connectHost, connectParticipant, connectWithKey, keyOf, roomStub } from './room-client.ts';

const python = 'Python/3.11 websockets/10.4';
const jump = { controlID: 'jump', kind: 'button' };
const bomb = { controlID: 'bomb', kind: 'button', cost: 60 };

/** Puts a room to sleep as the runtime does once nothing has happened for a while; its sockets stay. */
async function sleep(userId: string) {
	await kept(userId);
	await evictDurableObject(roomStub(userId));
}

async function kept(userId: string) {
	const stub = roomStub(userId);
	await vi.waitUntil(() => runInDurableObject(stub, (_, { storage }) => storage.kv.get('room/0') !== undefined), 5_000);
}

test('a room that slept goes on where it was: numbers, scenes, balances and charges', async () => {
	const game = await connectHost('1');
	await game.call('createControls', { sceneID: 'default', controls: [jump, bomb] });
	await game.call('ready', { isReady: true });
	const viewer = await connectParticipant('1', { account: 'twitch:7' });
	await viewer.call('giveInput', { controlID: 'bomb', event: 'mousedown' });
	const { params } = await game.told('giveInput');
	await sleep('1');

	const captured = await game.call('capture', { transactionID: params?.['transactionID'] });
	const poor = await viewer.call('giveInput', { controlID: 'bomb', event: 'mousedown' });
	const pressed = await viewer.call('giveInput', { controlID: 'jump', event: 'mousedown' });

	expect([captured.error, poor.error?.code, pressed.error]).toEqual([null, 4007, null]);
	expect(game.received.map(({ seq }) => seq)).toEqual(game.received.map((_, index) => index + 1));
	expect(viewer.received.map(({ seq }) => seq)).toEqual(viewer.received.map((_, index) => index + 1));
});

test('what a game client may not hear yet is held while the room sleeps', async () => {
	const game = await connectHost('2');
	await game.told('hello');
	await connectParticipant('2', { sessionID: 'early' });
	await sleep('2');

	const reply = await game.call('getTime');

	expect(game.received.map(({ method }) => method)).toEqual(['hello', 'onParticipantJoin', undefined]);
	expect(game.received.at(1)?.params).toMatchObject({ participants: [{ sessionID: 'early' }] });
	expect(reply.seq).toBe(3);
});

test('the Python client is known after a sleep', async () => {
	const game = await connectHost('3', { 'User-Agent': python });
	await game.call('getTime');
	await sleep('3');

	await game.call('createScenes', { scenes: [{ sceneID: 'arena' }] });

	expect(game.received.map(({ method }) => method)).not.toContain('onSceneCreate');
});

test('an input that was applied before a sleep is not applied again after it', async () => {
	const game = await connectHost('4');
	await game.call('createControls', { sceneID: 'default', controls: [jump] });
	await game.call('ready', { isReady: true });
	const viewer = await connectParticipant('4');
	const press = { method: 'giveInput', params: { controlID: 'jump', event: 'mousedown' }, id: 500 };
	viewer.send(JSON.stringify(press));
	await viewer.until(({ id, type }) => type === 'reply' && id === 500);
	await sleep('4');

	viewer.send(JSON.stringify(press));
	await viewer.call('getTime');
	await game.call('getTime');

	expect(game.received.filter(({ method }) => method === 'giveInput')).toHaveLength(1);
});

test('a viewer whose seat was taken over by their own newer socket is there after a sleep, once', async () => {
	const game = await connectHost('7');
	await game.call('getTime');
	const key = await keyOf('7', { sessionID: 'a-session' });
	await connectWithKey('7', key);
	const newer = await connectWithKey('7', key);
	await newer.call('getTime');
	await sleep('7');

	expect((await newer.call('getTime')).error).toBeNull();
	expect((await game.call('getAllParticipants', { from: 0 })).result).toMatchObject({ total: 1 });
});

test('a room of which nothing was kept tells everybody to come back', async () => {
	const game = await connectHost('5');
	await game.call('getTime');
	const viewer = await connectParticipant('5');
	const watcher = await connectParticipant('5', { watcher: true });
	await viewer.call('getTime');
	await kept('5');
	await runInDurableObject(roomStub('5'), (_, { storage }) => storage.kv.delete('room/0'));
	await evictDurableObject(roomStub('5'));
	viewer.send('{}');

	expect(await game.closed).toMatchObject({ code: 1012 });
	expect(await viewer.closed).toMatchObject({ code: 1012 });
	expect(await watcher.closed).toMatchObject({ code: 1012 });
});

test('the alarm wakes a room that sleeps, and gives back what was never captured', async () => {
	vi.useFakeTimers({ toFake: ['Date'] });
	const game = await connectHost('6');
	await game.call('createControls', { sceneID: 'default', controls: [bomb] });
	await game.call('ready', { isReady: true });
	const viewer = await connectParticipant('6', { account: 'twitch:7' });
	await viewer.call('giveInput', { controlID: 'bomb', event: 'mousedown' });
	const charged = viewer.received.length;
	vi.setSystemTime(Date.now() + 2_000);
	await sleep('6');
	vi.setSystemTime(Date.now() + 301_000);

	await runDurableObjectAlarm(roomStub('6'));
	const told = await viewer.told('onParticipantUpdate', charged);
	const { params } = await game.told('giveInput');
	const captured = await game.call('capture', { transactionID: params?.['transactionID'] });
	vi.useRealTimers();

	expect(told.params).toMatchObject({ participants: [{ sparks: 150 }] });
	expect(captured.error?.code).toBe(4006);
});
