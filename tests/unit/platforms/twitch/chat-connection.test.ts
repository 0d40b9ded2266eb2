import { expect, test } from 'vitest';
import { AuthorizationError, ConnectionError } from '#lib/model/errors.ts';
import { connect, identity, join, received, say, serve, texts, welcome } from '#tests/support/twitch-connection.ts';

test('without an account it logs in anonymously, joins, and is connected once the room answers', async () => {
	const page = connect();

	page.connection.open();
	await welcome(page);
	const beforeJoin = page.connection.status.state;
	await serve(page, '@room-id=1 :tmi.twitch.tv ROOMSTATE #pool\r\n');

	expect(received(page)).toMatch(
		/^CAP REQ :twitch\.tv\/tags twitch\.tv\/commands\r\nNICK justinfan\d+\r\nJOIN #pool\r\n$/
	);
	expect(beforeJoin).toBe('connecting');
	expect(page.connection.status).toEqual({ state: 'connected', identity: 'anonymous' });
});

test('with an account it sends PASS before NICK', async () => {
	const page = connect(() => ({ identity, accessToken: async () => 'token-1' }));

	page.connection.open();
	await join(page);

	expect(received(page)).toContain('PASS oauth:token-1\r\nNICK ada\r\n');
	expect(page.connection.status).toEqual({ state: 'connected', identity: 'account' });
});

test('several lines in one frame are several events, and a line that lies does not stop the next', async () => {
	const page = connect();
	page.connection.open();
	await join(page);

	await serve(page, `${say('1')}@@@ ::: \r\n\u0000\r\n@broken\r\n${say('2')}`);

	expect(texts(page.events)).toEqual(['hi 1', 'hi 2']);
});

test('PING is answered with the same text', async () => {
	const page = connect();
	page.connection.open();
	await join(page);

	await serve(page, 'PING :tmi.twitch.tv\r\n');

	expect(received(page)).toMatch(/PONG :tmi\.twitch\.tv\r\n$/);
});

test('a closed socket is opened again, and the missed stretch is marked once', async () => {
	const page = connect();
	page.connection.open();
	await join(page);

	page.sockets[0]?.server.close(1006);
	await page.clock.tickAsync(0);
	const waiting = page.connection.status;
	await page.clock.tickAsync(300);
	await join(page);

	expect(waiting).toMatchObject({ state: 'waiting', problem: 'network' });
	expect(page.sockets).toHaveLength(2);
	expect(page.connection.status.state).toBe('connected');
	expect(page.events.filter(({ type }) => type === 'gap')).toHaveLength(1);
});

test('a socket that goes silent is asked after 15 s and given up after 20 s', async () => {
	const page = connect();
	page.connection.open();
	await join(page);

	await page.clock.tickAsync(15_001);
	const asked = received(page);
	await page.clock.tickAsync(5_001);

	expect(asked).toMatch(/PING :tributary\r\n$/);
	expect(page.connection.status).toMatchObject({ state: 'waiting', problem: 'network' });
});

test('an answer to its PING keeps a silent socket', async () => {
	const page = connect();
	page.connection.open();
	await join(page);

	await page.clock.tickAsync(15_001);
	await serve(page, ':tmi.twitch.tv PONG tmi.twitch.tv :tributary\r\n');
	await page.clock.tickAsync(6_000);

	expect(page.connection.status.state).toBe('connected');
});

test('after a wake-up a dead socket is given up within 3 s', async () => {
	const page = connect();
	page.connection.open();
	await join(page);

	page.connection.check();
	await page.clock.tickAsync(3_001);

	expect(page.connection.status).toMatchObject({ state: 'waiting', problem: 'network' });
});

test('a gap begins with the last sign of life, not when the silence was noticed', async () => {
	const page = connect();
	page.connection.open();
	await join(page);
	const heardAt = page.clock.now;

	await page.clock.tickAsync(20_500);
	await join(page);

	expect(page.events).toContainEqual(
		expect.objectContaining({ type: 'gap', gap: expect.objectContaining({ from: heardAt }) })
	);
});

test('a gap begins exactly where the last line was sent, however fast the clock runs', async () => {
	const page = connect();
	const { clock } = page.environment;
	page.connection.open();
	await join(page);
	const sentAt = clock.now() - 700;
	let readings = 0;
	clock.now = () => sentAt + 700 + readings++;

	await serve(page, `@id=a;tmi-sent-ts=${sentAt} :bo!bo@bo PRIVMSG #pool :hi\r\n`);
	page.sockets[0]?.server.close();
	await page.clock.tickAsync(3_000);
	await join(page);

	expect(page.events).toContainEqual(
		expect.objectContaining({ type: 'gap', gap: expect.objectContaining({ from: sentAt }) })
	);
});

test('after a wake-up a wait for the network is not sat out', async () => {
	const page = connect();
	page.connection.open();
	await join(page);
	page.sockets[0]?.server.close(1006);
	await page.clock.tickAsync(0);

	page.connection.check();
	await page.clock.tickAsync(0);

	expect(page.sockets).toHaveLength(2);
});

test('RECONNECT opens and joins a new socket before it leaves the old one', async () => {
	const page = connect();
	page.connection.open();
	await join(page);

	await serve(page, ':tmi.twitch.tv RECONNECT\r\n');
	await welcome(page);
	await serve(page, say('1'), 0);
	const stateMeanwhile = page.connection.status.state;
	await serve(page, '@room-id=1 :tmi.twitch.tv ROOMSTATE #pool\r\n');
	await serve(page, say('2'), 1);

	expect(page.sockets).toHaveLength(2);
	expect(stateMeanwhile).toBe('connected');
	expect(texts(page.events)).toEqual(['hi 1', 'hi 2']);
	expect(page.events.some(({ type }) => type === 'gap')).toBe(false);
});

test('a refused token is refreshed and tried once more', async () => {
	const asked: (string | undefined)[] = [];
	const page = connect(() => ({
		identity,
		accessToken: async (rejected) => (asked.push(rejected), rejected ? 'token-2' : 'token-1')
	}));
	page.connection.open();
	await page.clock.tickAsync(0);

	await serve(page, ':tmi.twitch.tv NOTICE * :Login authentication failed\r\n');
	await join(page);

	expect(asked).toEqual([undefined, 'token-1']);
	expect(received(page)).toContain('PASS oauth:token-2');
	expect(page.connection.status).toEqual({ state: 'connected', identity: 'account' });
});

test('when the grant is dead it reads on anonymously and says so', async () => {
	const page = connect(() => ({
		identity,
		accessToken: async (rejected) => {
			if (rejected) throw new AuthorizationError('token_revoked', 'dead');
			return 'token-1';
		}
	}));
	page.connection.open();
	await page.clock.tickAsync(0);

	await serve(page, ':tmi.twitch.tv NOTICE * :Login authentication failed\r\n');
	await join(page);

	expect(received(page)).toContain('NICK justinfan');
	expect(page.connection.status).toEqual({ state: 'connected', identity: 'anonymous', problem: 'authorization' });
	await expect(page.connection.send('x')).rejects.toMatchObject({ name: 'AuthorizationError', code: 'token_revoked' });
});

test('when a refresh fails in passing it reads anonymously and logs in again later', async () => {
	let reachable = false;
	const page = connect(() => ({
		identity,
		accessToken: async () => {
			if (!reachable) throw new ConnectionError('unreachable', 'no net');
			return 'token-1';
		}
	}));
	page.connection.open();
	await join(page);
	const meanwhile = page.connection.status;

	reachable = true;
	await page.clock.tickAsync(60_001);
	await join(page);

	expect(meanwhile).toEqual({ state: 'connected', identity: 'anonymous', problem: 'platform_trouble' });
	expect(page.connection.status).toEqual({ state: 'connected', identity: 'account' });
});

test('a channel that nobody answers for is named and tried again a minute later', async () => {
	const page = connect();
	page.connection.open();
	await welcome(page);

	await page.clock.tickAsync(5_001);
	const status = page.connection.status;
	await page.clock.tickAsync(60_001);

	expect(status).toMatchObject({ state: 'waiting', problem: 'channel_not_found' });
	expect(page.sockets).toHaveLength(2);
});

test.each([
	['msg_channel_suspended', 'channel_suspended'],
	['msg_banned', 'banned']
])('%s stops with its reason', async (messageId, problem) => {
	const page = connect();
	page.connection.open();
	await welcome(page);

	await serve(page, `@msg-id=${messageId} :tmi.twitch.tv NOTICE #pool :no\r\n`);
	await page.clock.tickAsync(600_000);

	expect(page.connection.status).toMatchObject({ state: 'stopped', problem });
	expect(page.sockets).toHaveLength(1);
});

test('after close nothing follows', async () => {
	const page = connect();
	page.connection.open();
	await join(page);

	page.connection.close();
	await serve(page, say('1'));
	await page.clock.tickAsync(120_000);

	expect(texts(page.events)).toEqual([]);
	expect(page.sockets).toHaveLength(1);
	expect(page.connection.status.state).toBe('closed');
});
