import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import type { Json } from '#lib/interactive/json.ts';
import { seededRandom } from '#lib/emulator/seeded-random.ts';
import { hostMethods, participantMethods } from '#lib/interactive/room/methods.ts';
import { createNames, until } from '#tests/support/crowd.ts';
import {
	createSealKey,
	formatCall,
	LoadGame,
	openDoor,
	openSocket,
	seatCrowd,
	type RoomDoor
} from '#tests/support/room-seats.ts';
import { startWorkerd, type Workerd } from '#tests/support/workerd.ts';

const sealKey = createSealKey();
const press = { controlID: 'jump', event: 'mousedown' };
const prototypeNames = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];
let worker: Workerd;
let door: RoomDoor;
let game: LoadGame;
let viewer: WebSocket;
let viewerName: string;
let channels = 0;
/** What the game was told since the room is full. */
let told: { readonly method: string; readonly params: { readonly participantID?: string } }[];
let replies: { readonly error: { readonly code: number } | null }[];

beforeAll(async () => {
	// Nobody is closed for being fast, or the hostile frames would not be read.
	const unlimited = { ROOM_CALLS_PER_SECOND: '1000000', ROOM_HOST_CALLS_PER_SECOND: '1000000' };
	worker = await startWorkerd({ SEAL_KEY: sealKey, ...unlimited });
});
afterAll(() => worker.remove());

beforeEach(async () => {
	door = await openDoor(worker.origin, sealKey, String(++channels));
	game = await LoadGame.open(door, [{ controlID: 'jump', kind: 'button' }]);
	[viewerName = ''] = createNames(1);
	[viewer] = (await seatCrowd(door, [viewerName, ...createNames(1)])) as [WebSocket];
	told = [];
	replies = [];
	game.socket.on('message', (data) => told.push(JSON.parse(String(data)) as (typeof told)[number]));
	viewer.on('message', (data) => replies.push(JSON.parse(String(data)) as (typeof replies)[number]));
});

/** Presses the button, and waits until the game heard of it: whatever was sent before was read by then. */
async function pressHonestly(socket = viewer): Promise<void> {
	const n = 1_000_000 + Math.floor(performance.now() * 1_000);
	socket.send(formatCall('giveInput', { ...press, n }, n));
	await until('an honest press', () => JSON.stringify(told).includes(`"n":${n}`));
}

function inputs(): readonly (typeof told)[number][] {
	return told.filter(({ method }) => method === 'giveInput');
}

/** The room as its game sees it, but for when somebody last gave input. */
async function look(): Promise<Json> {
	const [scenes, groups, participants] = [
		await game.call('getScenes', {}),
		await game.call('getGroups', {}),
		await game.call('getAllParticipants', { from: 0 })
	];
	return JSON.parse(
		JSON.stringify([scenes, groups, participants], (key, value: unknown) => (key === 'lastInputAt' ? 0 : value))
	) as Json;
}

test('nobody plays for somebody else, whatever ids they send', async () => {
	const before = await look();
	const [, other] = createNames(2);
	for (const forged of [{ participantID: other }, { sessionID: other }, { transactionID: 'free' }, { userID: 7 }])
		viewer.send(formatCall('giveInput', { ...press, ...forged, sparks: 1e9, groupID: 'x' } as never, channels));
	await pressHonestly();

	// The id of the call is the same each time: the first counts, the others are replays.
	expect(inputs().map(({ params }) => params.participantID)).toEqual([viewerName, viewerName]);
	expect(await look()).toEqual(before);
});

test('an input that is sent again counts once, even by a newer socket of the same seat', async () => {
	for (let count = 0; count < 50; count++) viewer.send(formatCall('giveInput', press, 7));
	await pressHonestly();
	const closed = once(viewer, 'close') as Promise<[code: number]>;
	const [newer] = (await seatCrowd(door, [viewerName])) as [WebSocket];
	newer.send(formatCall('giveInput', press, 7));
	await pressHonestly(newer);

	expect((await closed)[0]).toBe(4021);
	expect(inputs()).toHaveLength(3);
});

test('a participant who calls what only a game may call changes nothing', async () => {
	const before = await look();
	const methods = [...hostMethods.keys()].filter((method) => !participantMethods.has(method));
	const params = {
		isReady: false,
		sceneID: 'default',
		groupID: 'default',
		controls: [{ controlID: 'x', kind: 'button' }],
		controlIDs: ['jump'],
		scenes: [{ sceneID: 'x' }],
		groups: [{ groupID: 'x' }],
		participants: [{ sessionID: viewerName, disabled: true }],
		scope: ['everyone'],
		data: {}
	};
	for (const [id, method] of methods.entries()) viewer.send(formatCall(method, params, id, false));
	await pressHonestly();

	expect(replies.filter(({ error }) => error?.code === 4003)).toHaveLength(methods.length);
	expect(inputs()).toHaveLength(1);
	expect(await look()).toEqual(before);
});

test('names of a prototype are neither methods nor controls nor keys', async () => {
	const before = await look();
	for (const [index, name] of prototypeNames.entries()) {
		viewer.send(formatCall(name, {}, 10 + index, false));
		viewer.send(formatCall('giveInput', { controlID: name, event: name }, 30 + index, false));
		game.socket.send(formatCall(name, {}, 50_000 + index));
		game.socket.send(formatCall('updateScenes', { scenes: [{ sceneID: name, a: 1 }] }, 51_000 + index));
	}
	viewer.send('{"method":"giveInput","params":{"__proto__":{"controlID":"jump","event":"mousedown"}},"id":90}');
	viewer.send('{"method":"giveInput","params":{"\\u005f_proto__":{"event":"mousedown"},"controlID":"jump"},"id":91}');
	await pressHonestly();

	expect(inputs()).toHaveLength(1);
	expect(replies.filter(({ error }) => error?.code === 4003)).toHaveLength(prototypeNames.length);
	expect(await look()).toEqual(before);
});

test('deep and endless JSON, and too many packets in a frame, are refused before they are read', async () => {
	const before = await look();
	const [victim] = (await seatCrowd(door, createNames(1))) as [WebSocket];
	const call = formatCall('giveInput', press, 1);
	victim.send('['.repeat(15_000));
	victim.send(`{"method":"giveInput","params":${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}}`);
	victim.send(`[${Array.from({ length: 100 }, () => call).join(',')}]`);
	victim.send(`{"method":"giveInput","params":{"controlID":"jump","event":"mousedown","a":"${'x'.repeat(60_000)}"}}`);
	// As much as the runtime lets through.
	victim.send('x'.repeat(30_000_000));
	const [code] = (await once(victim, 'close')) as [number];
	await pressHonestly();

	expect(code).toBe(4025);
	expect(inputs()).toHaveLength(1);
	expect(await look()).toEqual(before);
});

test('what a frame decompresses to is bounded, and a stream that lies changes nothing', async () => {
	const bomb = gzipSync(Buffer.alloc(64_000_000));
	viewer.send(formatCall('setCompression', { scheme: ['gzip'] }, 1, false));
	viewer.send(Buffer.concat([varint(100), bomb.subarray(0, 60_000)]));
	viewer.send(Buffer.concat([varint(2_000_000_000), bomb.subarray(0, 1_000)]));
	await pressHonestly();
	expect(inputs()).toHaveLength(1);

	for (const [index, length] of [100, 900_000, 2_000_000_000].entries()) {
		const own = await openDoor(worker.origin, sealKey, `bomb-${index}`.replace(/\D/g, '77'));
		const hostile = await LoadGame.open(own, []);
		await hostile.call('setCompression', { scheme: ['gzip'] });
		hostile.socket.send(Buffer.concat([varint(length), bomb]));
		hostile.socket.close(1000);
		await once(hostile.socket, 'close');
	}
	await pressHonestly();
});

test('keys that are not ours, of another room, or of no form open nothing', async () => {
	const other = await openDoor(worker.origin, createSealKey(), String(channels));
	const codes: number[] = [];
	const url = new URL(await door.participant('x'));
	const elsewhere = new URL(url);
	elsewhere.searchParams.set('channel', 'twitch:999999');
	const cut = new URL(url);
	cut.searchParams.set('key', (url.searchParams.get('key') ?? '').slice(0, -4));
	for (const address of [
		await other.participant('x'),
		String(elsewhere),
		String(cut),
		String(url).replace('key=', 'k=')
	]) {
		const socket = await openSocket(address);
		codes.push(((await once(socket, 'close')) as [number])[0]);
	}
	const forged = await openSocket(other.host, other.hostHeaders);
	codes.push(((await once(forged, 'close')) as [number])[0]);
	const second = await openSocket(door.host, door.hostHeaders);
	codes.push(((await once(second, 'close')) as [number])[0]);

	expect(codes).toEqual([4019, 4019, 4019, 4019, 4019, 4021]);
	await pressHonestly();
});

test('thousands of broken frames from a participant and a game leave the room as it was', async () => {
	const random = seededRandom(5);
	const before = await look();
	const frames = [
		formatCall('giveInput', { controlID: 'no', event: 'mousedown' }, 1),
		formatCall('updateControls', { sceneID: 'no', controls: [{ controlID: 'jump' }] }, 2),
		formatCall('capture', { transactionID: 'x' }, 3)
	];
	for (let count = 0; count < 3_000; count++) {
		const frame = frames[count % frames.length] ?? '';
		const cut = Math.floor(random() * frame.length);
		const broken = `${frame.slice(0, cut)}${['', '"', '}', '[', '\u0000', '\ud800', '9'][count % 7]}${frame.slice(cut + 1)}`;
		(count % 2 === 0 ? viewer : game.socket).send(broken);
	}
	await pressHonestly();

	expect(inputs()).toHaveLength(1);
	expect(await look()).toEqual(before);
});

test('nothing of all this was an exception that nobody caught', () => {
	expect(worker.output()).not.toMatch(/uncaught|exception|unhandled|"outcome":"internal"/i);
});

function varint(value: number): Buffer {
	const bytes: number[] = [];
	for (let rest = value; ; rest = Math.floor(rest / 128)) {
		if (rest < 128) return Buffer.from([...bytes, rest]);
		bytes.push((rest % 128) | 128);
	}
}
