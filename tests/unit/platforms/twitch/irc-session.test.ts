import { expect, test } from 'vitest';
import { IrcSession, type SessionEnd } from '#lib/platforms/twitch/irc-session.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

async function openSession() {
	const { environment, clock, sockets } = createFakeEnvironment();
	const ends: SessionEnd[] = [];
	const session = new IrcSession(
		{ url: 'wss://irc.invalid', channelKey: 'pool', login: { type: 'anonymous' }, environment },
		{
			onLine: () => {},
			onJoined: () => {},
			onReconnectRequest: () => {},
			onEnd: (end) => ends.push(end)
		}
	);
	const serve = async (line: string) => {
		sockets[0]?.server.send(`${line}\r\n`);
		await clock.tickAsync(0);
	};
	session.open();
	await clock.tickAsync(0);
	await serve(':tmi.twitch.tv 001 justinfan1 :Welcome, GLHF!');
	await serve('@room-id=1 :tmi.twitch.tv ROOMSTATE #pool');
	return { session, clock, ends, serve };
}

test('a page that slept while it waited for an answer gives it time to be read', async () => {
	const { session, clock, ends, serve } = await openSession();
	session.check();

	clock.setSystemTime(clock.now + 3_600_000);
	await clock.tickAsync(3_001);
	await serve(':tmi.twitch.tv PONG tmi.twitch.tv :tributary');
	await clock.tickAsync(5_000);

	expect(ends).toEqual([]);
	expect(session.joined).toBe(true);
});

test('a dead socket is given up also where every timer is late', async () => {
	const { session, clock, ends } = await openSession();
	session.check();

	for (let wait = 0; wait < 2; wait++) {
		clock.setSystemTime(clock.now + 60_000);
		await clock.tickAsync(3_001);
	}

	expect(ends).toEqual([{ type: 'closed', detail: 'no answer to PING' }]);
});

test('every frame is a sign of life', async () => {
	const { session, clock, serve } = await openSession();

	await clock.tickAsync(7_000);
	await serve('PING :tmi.twitch.tv');
	const heardAt = clock.now;
	await clock.tickAsync(4_000);

	expect(session.heardAt).toBe(heardAt);
});
