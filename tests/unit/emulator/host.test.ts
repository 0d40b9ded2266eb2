import { afterEach, expect, test } from 'vitest';
import type { InPageServer } from '#lib/emulator/in-page-network.ts';
import type { HostSocket } from '#lib/emulator/socket-pair.ts';
// The host has no import alias: nothing but this test reaches over to it.
// eslint-disable-next-line no-restricted-imports
import { openHost, type Host } from '../../../emulator/host.ts';

let host: Host | undefined;
afterEach(async () => {
	await host?.close();
	host = undefined;
});

async function serve(served: Partial<InPageServer>): Promise<string> {
	host = await openHost(0, () => ({ fetch: () => new Response('ok'), accept: () => false, ...served }));
	return host.origin;
}

function openSocket(origin: string) {
	const socket = new WebSocket(`${origin.replace('http', 'ws')}/twitch/irc`);
	const messages: unknown[] = [];
	socket.onmessage = ({ data }) => messages.push(data);
	const opened = new Promise((resolve) => (socket.onopen = resolve));
	const closed = new Promise<number>((resolve) => (socket.onclose = ({ code }) => resolve(code)));
	return { socket, messages, opened, closed };
}

test('a request arrives whole and so does its answer', async () => {
	const origin = await serve({
		fetch: async (request) => {
			const seen = [request.method, request.url, request.headers.get('x-probe'), await request.text()];
			return new Response(JSON.stringify(seen), { status: 418, headers: { 'x-answer': 'yes' } });
		}
	});

	const answer = await fetch(`${origin}/a%2Fb?c=d`, { method: 'POST', headers: { 'x-probe': '1' }, body: 'héllo' });

	expect(answer.status).toBe(418);
	expect(answer.headers.get('x-answer')).toBe('yes');
	expect(await answer.json()).toEqual(['POST', `${origin}/a%2Fb?c=d`, '1', 'héllo']);
});

test('an address of forty thousand characters is served', async () => {
	const origin = await serve({});

	const answer = await fetch(`${origin}/pubnub/publish/${'x'.repeat(40_000)}`);

	expect(answer.status).toBe(200);
});

test('the signal of a request tells that its client went away', async () => {
	const gone = Promise.withResolvers<string>();
	const arrived = Promise.withResolvers<void>();
	const origin = await serve({
		fetch: (request) => {
			arrived.resolve();
			return new Promise(() => request.signal.addEventListener('abort', () => gone.resolve('gone')));
		}
	});
	const abort = new AbortController();
	const answer = fetch(origin, { signal: abort.signal });
	await arrived.promise;

	abort.abort();

	await expect(answer).rejects.toHaveProperty('name', 'AbortError');
	expect(await gone.promise).toBe('gone');
});

test('a failing server cuts the connection instead of answering', async () => {
	const origin = await serve({ fetch: () => Promise.reject(new Error('cut')) });

	await expect(fetch(origin)).rejects.toBeInstanceOf(TypeError);
});

test('frames pass both ways, and what was sent during the handshake is not lost', async () => {
	const heard = Promise.withResolvers<string>();
	const origin = await serve({
		accept(socket) {
			socket.send('welcome');
			socket.onmessage = (text) => {
				heard.resolve(text);
				socket.close(4001, 'done');
			};
			return true;
		}
	});
	const { socket, messages, opened, closed } = openSocket(origin);
	await opened;

	socket.send('hello');

	expect(await heard.promise).toBe('hello');
	expect(await closed).toBe(4001);
	expect(messages).toEqual(['welcome']);
});

test('a dropped socket ends with 1006 on one side and is told on the other', async () => {
	const accepted = Promise.withResolvers<HostSocket>();
	const told = Promise.withResolvers<string>();
	const origin = await serve({
		accept(socket) {
			socket.onclose = () => told.resolve('closed');
			accepted.resolve(socket);
			return true;
		}
	});
	const { opened, closed } = openSocket(origin);
	await opened;

	(await accepted.promise).drop();

	expect(await closed).toBe(1006);
	expect(await told.promise).toBe('closed');
});

test('a refused socket never opens', async () => {
	const origin = await serve({ accept: () => false });

	expect(await openSocket(origin).closed).toBe(1006);
});
