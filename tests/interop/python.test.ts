import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createGzipStream } from './support/gzip-stream.ts';
import { startWorker, type RunningWorker } from './support/running-worker.ts';

let worker: RunningWorker;

beforeAll(async () => {
	worker = await startWorker();
}, 60_000);
afterAll(() => worker.close());

interface Packet {
	readonly id?: number;
	readonly type: string;
	readonly method?: string;
	readonly result?: unknown;
}

/** A game as Mixer's Python client opens it, frame by frame. */
async function openAsPython(userId: string) {
	const gzip = createGzipStream();
	const received: Packet[] = [];
	const binary: boolean[] = [];
	const headers = {
		Authorization: `Bearer ${await worker.tokenOf(userId)}`,
		'X-Interactive-Version': '1',
		'X-Protocol-Version': '2.0',
		'User-Agent': 'Python/3.11 websockets/10.4'
	};
	const socket = new WebSocket(`${worker.url.replace('http', 'ws')}/api/rooms/host`, { headers });
	let reading = Promise.resolve();
	const waiting = new Map<number, (packet: Packet) => void>();
	socket.on('message', (data: Buffer, compressed: boolean) => {
		reading = reading.then(async () => {
			const packet = JSON.parse(compressed ? await gzip.decode(data) : data.toString()) as Packet;
			received.push(packet);
			binary.push(compressed);
			if (packet.type === 'reply') waiting.get(packet.id ?? -1)?.(packet);
		});
	});
	await once(socket, 'message');
	let nextId = 0;
	const call = async (method: string, params: object, { compressed = false } = {}) => {
		const text = JSON.stringify({ type: 'method', method, params, id: nextId, seq: 0, discard: false });
		const reply = new Promise<Packet>((resolve) => waiting.set(nextId, resolve));
		nextId++;
		socket.send(compressed ? await gzip.encode(text) : text);
		return reply;
	};
	return { socket, received, binary, call };
}

test('a client as Python’s hears nothing before its first call, nothing of scenes, and a result with every reply', async () => {
	const { socket, received, call } = await openAsPython('1');
	const { address, key } = await worker.join('1');
	const viewer = new WebSocket(`${address}&x-protocol-version=2.0&key=${key}`);
	await once(viewer, 'message');
	const early = received.map(({ method }) => method);
	const created = await call('createScenes', { scenes: [{ sceneID: 'arena' }] });
	const refused = await call('createScenes', { scenes: [{ sceneID: 'arena' }] });
	const ready = await call('ready', { isReady: true });

	expect(early).toEqual(['hello']);
	expect(received.map(({ method, id }) => method ?? id)).toEqual(['hello', 'onParticipantJoin', 0, 1, 'onReady', 2]);
	for (const reply of [created, refused, ready]) expect(reply).toHaveProperty('result');
	viewer.terminate();
	const closed = once(socket, 'close');
	socket.close(1000);
	expect((await closed)[0]).toBe(1000);
});

test('its gzip is read and written with plain zlib, and text is taken at any time', async () => {
	const { socket, received, binary, call } = await openAsPython('2');
	const agreed = await call('setCompression', { scheme: ['gzip'] });
	const label = { controlID: 'hint', kind: 'label', text: 'Żółć '.repeat(200) };
	await call('createControls', { sceneID: 'default', controls: [label] }, { compressed: true });
	await call('getScenes', {});
	const again = await call('getTime', {}, { compressed: true });
	const plain = await call('setCompression', { scheme: ['text'] }, { compressed: true });
	await call('getTime', {});

	expect([agreed.result, plain.result]).toEqual([{ scheme: 'gzip' }, { scheme: 'text' }]);
	expect(JSON.stringify(received)).toContain('Żółć Żółć');
	expect(again.result).toMatchObject({ time: expect.any(Number) as number });
	// Hello and the agreement are text; the end of it is still compressed.
	expect(binary).toEqual([false, false, true, true, true, true, true, false]);
	socket.close(1000);
});

test('a frame that is no gzip is refused, and the line goes on', async () => {
	const { socket, received, call } = await openAsPython('3');
	await call('setCompression', { scheme: ['gzip'] });
	socket.send(Buffer.from([5, 1, 2, 3]));
	await call('getTime', {});

	expect(received.at(-2)).toMatchObject({ type: 'reply', id: 0, error: { code: 4001 } });
	socket.close(1000);
});
