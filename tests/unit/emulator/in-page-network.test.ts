import { expect, test } from 'vitest';
import { createInPageNetwork } from '#lib/emulator/in-page-network.ts';
import type { HostSocket } from '#lib/emulator/socket-pair.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

function openPair() {
	const { environment, clock, sockets } = createFakeEnvironment();
	const client = environment.network.openSocket('ws://emulator.test/twitch/irc');
	const log: string[] = [];
	client.onopen = () => log.push('open');
	client.onmessage = ({ data }) => log.push(`got ${String(data)}`);
	client.onclose = ({ code, reason }) => log.push(`closed ${code} ${reason}`.trim());
	client.onerror = () => log.push('error');
	return { client, clock, sockets, log };
}

test('frames arrive in order and after the call that sent them', async () => {
	const { client, clock, sockets, log } = openPair();
	await clock.tickAsync(0);

	sockets[0]?.server.send('one');
	sockets[0]?.server.send('two');
	client.send('hello');
	const seenAtOnce = [...log];
	await clock.tickAsync(0);

	expect(seenAtOnce).toEqual(['open']);
	expect(log).toEqual(['open', 'got one', 'got two']);
	expect(sockets[0]?.received).toEqual(['hello']);
});

test('what the server sent before it closed still arrives', async () => {
	const { clock, sockets, log } = openPair();
	await clock.tickAsync(0);

	sockets[0]?.server.send('bye');
	sockets[0]?.server.close(4004, 'late');
	await clock.tickAsync(0);

	expect(log).toEqual(['open', 'got bye', 'closed 4004 late']);
});

test('a dropped connection loses what was on its way and ends with 1006', async () => {
	const { clock, sockets, log } = openPair();
	await clock.tickAsync(0);

	sockets[0]?.server.send('lost');
	sockets[0]?.server.drop();
	await clock.tickAsync(0);

	expect(log).toEqual(['open', 'closed 1006']);
});

test('sending before the handshake is over throws as a browser does', () => {
	const { client } = openPair();

	expect(() => client.send('too early')).toThrowError(/connecting/);
});

test('a refused handshake tells of an error and ends with 1006', async () => {
	const { environment, clock } = createFakeEnvironment({ acceptSocket: () => false });
	const client = environment.network.openSocket('ws://emulator.test/nowhere');
	const log: string[] = [];
	client.onopen = () => log.push('open');
	client.onerror = () => log.push('error');
	client.onclose = ({ code }) => log.push(`closed ${code}`);

	await clock.tickAsync(0);

	expect(log).toEqual(['error', 'closed 1006']);
});

test('the server hears that the client closed', async () => {
	let server: HostSocket | undefined;
	let closed = 0;
	const network = createInPageNetwork({
		fetch: () => new Response(),
		accept(socket) {
			server = socket;
			socket.onclose = () => closed++;
			return true;
		}
	});
	const client = network.openSocket('ws://emulator.test/twitch/irc');
	await Promise.resolve();

	client.close(1000);
	await Promise.resolve();

	expect(server).toBeDefined();
	expect(closed).toBe(1);
});

test('an aborted request fails although the server never answers', async () => {
	const abort = new AbortController();
	const network = createInPageNetwork({ fetch: () => new Promise(() => {}), accept: () => false });
	const answer = network.fetch('http://emulator.test/pubnub/v2/subscribe', { signal: abort.signal });

	abort.abort();

	await expect(answer).rejects.toHaveProperty('name', 'AbortError');
});

test('a failing server looks like a network that cannot be reached', async () => {
	const network = createInPageNetwork({ fetch: () => Promise.reject(new Error('down')), accept: () => false });

	await expect(network.fetch('http://emulator.test/')).rejects.toBeInstanceOf(TypeError);
});
