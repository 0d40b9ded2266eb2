import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startWorker, type RunningWorker } from './support/running-worker.ts';

let worker: RunningWorker;

beforeAll(async () => {
	worker = await startWorker();
}, 60_000);
afterAll(() => worker.close());

const versions = { 'X-Interactive-Version': '1', 'X-Protocol-Version': '2.0' };
const hostUrl = () => `${worker.url.replace('http', 'ws')}/api/rooms/host`;

async function openGame(userId: string): Promise<WebSocket> {
	const headers = { ...versions, Authorization: `Bearer ${await worker.tokenOf(userId)}` };
	const game = new WebSocket(hostUrl(), { headers });
	await once(game, 'message');
	game.send('{"method":"ready","params":{"isReady":true},"id":1}');
	await until(game, '"id":1');
	return game;
}

async function openViewer(userId: string): Promise<WebSocket> {
	const { address, key } = await worker.join(userId);
	const viewer = new WebSocket(`${address}&x-protocol-version=2.0&key=${key}`);
	await until(viewer, '"onReady"');
	viewer.send('{"method":"getTime","id":1}');
	return viewer;
}

/** The first frame that holds this. */
async function until(socket: WebSocket, part: string): Promise<string> {
	return new Promise((resolve) => {
		const listen = (data: Buffer) => {
			if (!data.toString().includes(part)) return;
			socket.off('message', listen);
			resolve(data.toString());
		};
		socket.on('message', listen);
	});
}

test('a viewer whose line is cut leaves the room', async () => {
	const game = await openGame('1');
	const viewer = await openViewer('1');
	const leaving = until(game, '"onParticipantLeave"');
	viewer.terminate();

	expect(await leaving).toContain('"participants":[{');
	game.close(1000);
});

test('with a game whose line is cut goes the room, and who waits is called back by the next one', async () => {
	const game = await openGame('2');
	const viewer = await openViewer('2');
	const closing = once(viewer, 'close');
	game.terminate();
	const [code] = (await closing) as [number];
	const waiter = new WebSocket(`${hostUrl().replace('/host', '/wait')}?channel=twitch:2`);
	const called = until(waiter, '"open"');
	await once(waiter, 'open');
	const next = await openGame('2');

	expect(code).toBe(4016);
	expect(await called).toBe('{"type":"open"}');
	waiter.terminate();
	next.close(1000);
});

test('a wrong version of the protocol is refused in place of the upgrade, in JSON', async () => {
	const socket = new WebSocket(hostUrl(), { headers: { ...versions, 'X-Protocol-Version': '1.0' } });
	const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];

	expect(response.statusCode).toBe(400);
});

test('a plain request for the game clients’ address tells whether a token is good', async () => {
	const url = `${worker.url}/api/rooms/host`;
	const good = await fetch(url, { headers: { ...versions, Authorization: `Bearer ${await worker.tokenOf('3')}` } });
	const bad = await fetch(url, { headers: { ...versions, Authorization: 'Bearer nonsense' } });

	expect([good.status, bad.status]).toEqual([400, 401]);
	expect(await bad.json()).toHaveProperty('error');
});

test('a client that offers subprotocols gets one of them', async () => {
	const headers = { ...versions, Authorization: `Bearer ${await worker.tokenOf('4')}` };
	const game = new WebSocket(hostUrl(), ['wss', 'ws'], { headers });
	await once(game, 'open');

	expect(game.protocol).toBe('wss');
	game.send('{"method":"getTime","id":1}');
	game.close(1000);
});
