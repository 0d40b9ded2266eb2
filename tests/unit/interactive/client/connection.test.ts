import { expect, test } from 'vitest';
import { Connection, type ConnectionChange } from '#lib/interactive/client/connection.ts';
import { toHostUrl } from '#lib/interactive/client/host-address.ts';
import { encodeGzipFrame } from '#lib/interactive/gzip-encoder.ts';
import { createFakeEnvironment, type FakeEnvironment } from '#tests/support/fake-environment.ts';
import { createInteractiveHost } from '#tests/support/interactive-host.ts';

const hello = '{"type":"method","method":"hello","params":null,"id":0,"seq":1,"discard":true}';
const address = 'wss://host.example/gameClient?channel=5';

test('what would be headers is in the query, beside what the address has', () => {
	const credentials = { authorization: 'Bearer t', projectVersionId: 12, projectSharecode: 'abc' };

	expect([...new URL(toHostUrl(address, credentials)).searchParams]).toEqual([
		['channel', '5'],
		['X-Protocol-Version', '2.0'],
		['X-Interactive-Version', '12'],
		['X-Interactive-Sharecode', 'abc'],
		['Authorization', 'Bearer t']
	]);
});

test('a space and a plus of a token arrive as they are', () => {
	const url = toHostUrl('wss://host.example/', { authorization: 'XBL3.0 x=a+b' });

	expect(url).toContain('Authorization=XBL3.0%20x%3Da%2Bb');
	expect(new URL(url).searchParams.get('Authorization')).toBe('XBL3.0 x=a+b');
});

test('two connections share no headers', () => {
	toHostUrl(address, { authorization: 'Bearer t', extraHeaders: { 'Client-Id': 'a' } });

	expect(toHostUrl(address, {})).toBe(`${address}&X-Protocol-Version=2.0`);
});

test('a call to the room is answered with its result', async () => {
	const { connection, host } = await connected();

	expect(await host.settle(connection.call('getTime'))).toEqual({ time: host.clock.now });
});

test('a refused call says why and where', async () => {
	const { connection, host } = await connected();
	const refused = connection.call('createScenes', { scenes: [{ sceneID: 'default' }] });

	await expect(host.settle(refused)).rejects.toMatchObject({
		name: 'RefusedCallError',
		code: 4011,
		path: 'scenes.0.sceneID'
	});
});

test('replies find their calls in any order', async () => {
	const { connection, fake, server } = await openedByHand();
	const first = connection.call('getTime');
	const second = connection.call('getScenes');

	server().send('{"type":"reply","id":1,"result":"scenes","error":null,"seq":2}');
	server().send('{"type":"reply","id":0,"result":"time","error":null,"seq":3}');
	await fake.clock.tickAsync(0);

	expect([await first, await second]).toEqual(['time', 'scenes']);
});

test('a call tells the number of the last packet that was seen', async () => {
	const { connection, fake, server, sent } = await openedByHand();
	void connection.call('a', null, { discard: true });
	server().send('{"type":"reply","id":9,"result":null,"error":null,"seq":41}');
	await fake.clock.tickAsync(0);
	void connection.call('b', null, { discard: true });

	expect(sent().map(({ seq }) => seq)).toEqual([1, 41]);
});

test('a call without a reply fails when its time is over', async () => {
	const { connection, fake } = await openedByHand();
	const late = connection.call('getTime', null, { timeoutMs: 500 });
	late.catch(() => undefined);
	await fake.clock.tickAsync(500);

	await expect(late).rejects.toMatchObject({ name: 'ConnectionError', code: 'timed_out' });
});

test('a call that is made before the hello waits for it', async () => {
	const fake = createFakeEnvironment();
	const connection = new Connection({ address }, fake.environment);
	const opening = connection.connect();
	void connection.call('first', null, { discard: true });
	await fake.clock.tickAsync(0);
	const early = fake.sockets[0]?.received.length;
	fake.sockets[0]?.server.send(hello);
	await fake.clock.tickAsync(0);
	await opening;

	expect(early).toBe(0);
	expect(fake.sockets[0]?.received).toHaveLength(1);
});

test('calls of the host are read in order, and answered only when it waits for an answer', async () => {
	const { connection, fake, server, sent } = await openedByHand();
	connection.getPacket();
	server().send('{"type":"method","method":"one","params":{"a":1},"id":5,"discard":true}');
	server().send('{"type":"method","method":"two","id":6}');
	await fake.clock.tickAsync(0);
	const calls = [connection.getPacket(), connection.getPacket()];
	calls[0]?.reply();
	calls[1]?.replyError(4000, 'No.', 'a');

	expect(calls.map((call) => [call?.name, call?.data])).toEqual([
		['one', { a: 1 }],
		['two', {}]
	]);
	expect(sent()).toMatchObject([{ id: 6, result: null, error: { code: 4000, message: 'No.', path: 'a' } }]);
});

test('a reply with an error says so', async () => {
	const { connection, sent } = await openedByHand();
	connection.reply(3, { a: 1 });
	connection.reply(4, null, { code: 4004, message: 'No.', path: '' });

	expect(sent()).toMatchObject([
		{ id: 3, result: { a: 1 }, error: null },
		{ id: 4, result: null, error: { code: 4004 } }
	]);
});

test('who waits for a call is told when it comes, and when there will be none', async () => {
	const { connection, fake, server } = await openedByHand();
	connection.getPacket();
	const coming = connection.hasPacket();
	server().send('{"type":"method","method":"one","discard":true}');
	await fake.clock.tickAsync(0);
	const waiting = [await coming, await connection.hasPacket()];
	connection.getPacket();
	const none = connection.hasPacket();
	connection.close();

	expect([...waiting, await none]).toEqual([true, true, false]);
});

test('a connection that comes back names itself as before, so that it may take its own seat over', async () => {
	const host = createInteractiveHost();
	const connection = new Connection({ address: host.address }, host.environment);
	const other = new Connection({ address: host.address }, host.environment);
	await host.settle(connection.connect());
	host.sockets[0]?.server.close(1012);
	await host.clock.tickAsync(5_000);
	await host.settle(other.connect());
	const [first, again, others] = host.sockets.map(({ url }) => new URL(url).searchParams.get('X-Interactive-Instance'));

	expect(first).toMatch(/^\w+$/);
	expect(again).toBe(first);
	expect(others).not.toBe(first);
});

test('a connection that is lost comes back, fails what was sent and sends what waited', async () => {
	const { connection, host } = await connected();
	const changes: ConnectionChange['type'][] = [];
	connection.changes.on(({ type }) => changes.push(type));
	const inFlight = connection.call('getTime');
	inFlight.catch(() => undefined);
	host.sockets[0]?.server.close(1012, 'restart');
	await host.clock.tickAsync(0);
	const queued = connection.call('getTime', null, { timeoutMs: Infinity });
	await host.clock.tickAsync(1_000);

	await expect(inFlight).rejects.toMatchObject({ code: 'socket_closed' });
	expect(await queued).toEqual({ time: expect.any(Number) as number });
	expect(changes).toEqual(['lost', 'opened']);
});

test.each([4019, 4020, 4021, 4027])('a host that closes with %d is left alone', async (code) => {
	const { connection, host } = await connected();
	host.sockets[0]?.server.close(code, 'Go away.');
	await host.clock.tickAsync(60_000);

	await expect(connection.call('getTime')).rejects.toMatchObject({ name: 'ClosedError', closeCode: code });
	expect(host.sockets).toHaveLength(1);
});

test('the next address is tried when one leads nowhere, and a refusal is final', async () => {
	const urls: string[] = [];
	const fake = createFakeEnvironment({
		acceptSocket(server, { hostname }) {
			urls.push(hostname);
			if (hostname === 'b') queueMicrotask(() => server.close(4019, 'Who are you?'));
			return hostname === 'b';
		}
	});
	const opening = new Connection({ address: ['wss://a', 'wss://b', 'wss://c'] }, fake.environment).connect();
	opening.catch(() => undefined);
	await fake.clock.tickAsync(0);

	await expect(opening).rejects.toMatchObject({ closeCode: 4019 });
	expect(urls).toEqual(['a', 'b']);
});

test('a host that says no hello is given up', async () => {
	const fake = createFakeEnvironment();
	const opening = new Connection({ address }, fake.environment).connect();
	opening.catch(() => undefined);
	await fake.clock.tickAsync(10_000);

	await expect(opening).rejects.toMatchObject({ name: 'ClosedError', closeCode: 1006 });
});

test('closing says 1000 and does not come back', async () => {
	const { connection, host } = await connected();
	const pending = connection.call('getTime');
	connection.close();
	connection.close();

	await expect(pending).rejects.toMatchObject({ closeCode: 1000 });
	await host.clock.tickAsync(60_000);
	expect(host.sockets).toHaveLength(1);
});

test('connecting twice opens one socket, and none after closing', async () => {
	const host = createInteractiveHost();
	const connection = new Connection({ address: host.address }, host.environment);
	await host.settle(Promise.all([connection.connect(), connection.connect()]));
	connection.close();

	await expect(connection.connect()).rejects.toMatchObject({ closeCode: 1000 });
	expect(host.sockets).toHaveLength(1);
});

test('closing while it connects gives up, whatever addresses are left', async () => {
	const fake = createFakeEnvironment();
	const connection = new Connection({ address: [address, address] }, fake.environment);
	const opening = connection.connect();
	opening.catch(() => undefined);
	await fake.clock.tickAsync(0);
	connection.close();
	await fake.clock.tickAsync(60_000);

	await expect(opening).rejects.toMatchObject({ closeCode: 1000 });
	expect(fake.sockets).toHaveLength(1);
});

test('a host that greets and goes is asked less and less often', async () => {
	const fake = createFakeEnvironment({
		acceptSocket(server) {
			server.send(hello);
			fake.clock.setTimeout(() => server.close(1011, ''), 10);
			return true;
		}
	});
	const connection = new Connection({ address }, fake.environment);
	const waits: number[] = [];
	connection.changes.on((change) => {
		if (change.type === 'lost') waits.push(change.retryInMs);
	});
	void connection.connect();
	await fake.clock.tickAsync(60_000);
	connection.close();

	expect(waits.length).toBeLessThan(10);
	expect(waits.at(-1)).toBeGreaterThan(5_000);
});

test('a reply while there is no connection goes nowhere', async () => {
	const { connection, host } = await connected();
	host.sockets[0]?.server.close(1012);
	await host.clock.tickAsync(0);

	expect(() => connection.reply(1)).not.toThrow();
	connection.close();
});

test('a frame that is no packet is reported and the rest is read', async () => {
	const { connection, host } = await connected();
	const problems: string[] = [];
	connection.problems.on(({ name }) => problems.push(name));
	host.sockets[0]?.server.send('{');
	host.sockets[0]?.server.send('{"type":"reply","id":99,"result":null,"error":{"code":4003}}');

	expect(await host.settle(connection.call('getTime'))).toMatchObject({ time: host.clock.now });
	expect(problems).toEqual(['ProtocolError', 'RefusedCallError']);
});

test('gzip that was agreed to is read from the very next frame, text all the while', async () => {
	const { connection, fake, server } = await openedByHand();
	connection.getPacket();
	const agreed = connection.setCompression('gzip');
	server().send('{"type":"reply","id":0,"result":{"scheme":"gzip"},"error":null,"seq":2}');
	server().send(binary('{"type":"method","method":"one","discard":true}', true));
	server().send('{"type":"method","method":"two","discard":true}');
	server().send(binary('{"type":"method","method":"three","discard":true}', false));
	await fake.clock.tickAsync(0);

	expect(await agreed).toBe(true);
	const read: (string | undefined)[] = [];
	while (read.length < 3 && (await connection.hasPacket())) read.push(connection.getPacket()?.name);
	expect(read).toEqual(['one', 'two', 'three']);
	connection.close();
});

test('a host that would rather write text is taken at its word', async () => {
	const { connection, fake, server } = await openedByHand();
	const agreed = connection.setCompression('gzip');
	server().send('{"type":"reply","id":0,"result":{"scheme":"text"},"error":null,"seq":2}');
	await fake.clock.tickAsync(0);

	expect(await agreed).toBe(false);
});

test('bytes that nobody can read make the connection ask for text', async () => {
	const { connection, fake, server, sent } = await openedByHand();
	const problems: string[] = [];
	connection.problems.on(({ name }) => problems.push(name));
	server().send(Uint8Array.from([255, 254]).buffer as never);
	await fake.clock.tickAsync(0);

	expect(problems).toEqual(['EncodingError']);
	expect(sent()).toMatchObject([{ method: 'setCompression', params: { scheme: ['text'] }, discard: true }]);
});

async function connected() {
	const host = createInteractiveHost();
	const connection = new Connection({ address: host.address }, host.environment);
	await host.settle(connection.connect());
	return { connection, host };
}

async function openedByHand() {
	const fake = createFakeEnvironment();
	const connection = new Connection({ address }, fake.environment);
	const opening = connection.connect();
	await fake.clock.tickAsync(0);
	fake.sockets[0]?.server.send(hello);
	await fake.clock.tickAsync(0);
	await opening;
	return { connection, fake, server: () => serverOf(fake), sent: () => sentBy(fake) };
}

function serverOf({ sockets }: FakeEnvironment) {
	const server = sockets[0]?.server;
	if (!server) throw new Error('No socket was opened.');
	return server;
}

function sentBy({ sockets }: FakeEnvironment) {
	return (sockets[0]?.received ?? []).map((text) => JSON.parse(text) as Readonly<Record<string, unknown>>);
}

function binary(text: string, first: boolean): never {
	return encodeGzipFrame(text, { first }).buffer as never;
}
