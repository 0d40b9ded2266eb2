import { expect, test } from 'vitest';
import { SeenIds } from '#lib/model/seen-ids.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import { EventSubConnection } from '#lib/platforms/twitch/eventsub/connection.ts';
import { eventTypes } from '#lib/platforms/twitch/eventsub/event-types.ts';
import { createStreamerWorld, signIn, type StreamerWorld } from '#tests/support/streamer-world.ts';

const follower = { user_id: '100101', user_login: 'pixelgull', user_name: 'PixelGull' };
const follow = (world: StreamerWorld) => world.tell('channel.follow', follower);

function open(world: Pick<StreamerWorld, 'helix'>) {
	const events: StreamEvent[] = [];
	const connection = new EventSubConnection({
		helix: world.helix,
		seen: new SeenIds(2_000),
		sessions: new SeenIds(20),
		onEvent: (event) => events.push(event),
		onStatus: () => {}
	});
	connection.open();
	return { connection, events };
}

async function openStreamer(scopes?: readonly string[]) {
	const world = await createStreamerWorld(scopes);
	const opened = open(world);
	await world.clock.tickAsync(500);
	return { ...world, ...opened };
}

test('everything that the panel may hear is subscribed to, at no cost, and what happens is told', async () => {
	const { world, helix, connection, events, ...rest } = await openStreamer();

	follow({ world, helix, ...rest });
	await rest.clock.tickAsync(0);

	const answer = await rest.control('GET', 'requests?path=twitch/helix/eventsub');
	expect(connection.status).toMatchObject({ state: 'live', notAllowed: [], revoked: [] });
	expect((answer.body['requests'] as { status: number }[]).map(({ status }) => status)).toEqual(
		eventTypes.map(() => 202)
	);
	expect(events).toContainEqual(
		expect.objectContaining({
			type: 'follow',
			platform: 'twitch',
			person: expect.objectContaining({ login: 'pixelgull' })
		})
	);
});

test('what is not allowed is named and not asked for, the rest is heard', async () => {
	const { connection, events, clock, tell } = await openStreamer(['channel:read:polls']);

	tell('stream.offline');
	await clock.tickAsync(0);

	expect(connection.status.state).toBe('live');
	expect(connection.status.notAllowed).toContain('moderator:read:followers');
	expect(connection.status.notAllowed).not.toContain('channel:manage:polls');
	expect(events).toMatchObject([{ type: 'stream-offline' }]);
});

test('nothing is ever sent on the socket', async () => {
	const { sockets, connection, clock } = await openStreamer();

	connection.wake();
	await clock.tickAsync(120_000);

	expect(sockets.map(({ received }) => received)).toEqual([[]]);
	expect(connection.status.state).toBe('live');
});

test('a silent socket is given up, and everything subscribed to anew', async () => {
	const { connection, control, clock, sockets, tell, events } = await openStreamer();

	await control('POST', 'faults', { endpoint: 'twitch/eventsub', kind: 'half-open', forMs: 12_500 });
	await clock.tickAsync(12_600);
	const { state } = connection.status;
	await clock.tickAsync(3_000);
	tell('stream.offline');
	await clock.tickAsync(0);

	expect(state).toBe('reconnecting');
	expect(sockets).toHaveLength(2);
	expect(connection.status.state).toBe('live');
	expect(events).toHaveLength(1);
});

test('a socket without a welcome is given up after ten seconds', async () => {
	const world = await createStreamerWorld();
	await world.control('POST', 'faults', { endpoint: 'twitch/eventsub', kind: 'half-open', times: 1 });

	const { connection } = open(world);
	await world.clock.tickAsync(9_900);
	const before = world.sockets.length;
	await world.clock.tickAsync(2_000);

	expect(before).toBe(1);
	expect(world.sockets).toHaveLength(2);
	expect(connection.status.state).toBe('live');
});

test('a requested reconnect takes the subscriptions along, and what both sockets tell is heard once', async () => {
	const { world, control, clock, tell, events, sockets } = await openStreamer();
	const posts = async () => ((await control('GET', 'requests?path=twitch/helix')).body['requests'] as unknown[]).length;
	const subscribed = await posts();

	world.twitch.requestEventSubReconnect();
	await clock.tickAsync(0);
	tell('stream.offline');
	await clock.tickAsync(60_000);
	tell('stream.offline');
	await clock.tickAsync(0);

	expect(sockets).toHaveLength(2);
	expect(await posts()).toBe(subscribed);
	expect(events).toHaveLength(2);
});

test('a reconnect to another host is not followed', async () => {
	const { sockets, clock, world } = await openStreamer();
	const frame = {
		metadata: { message_id: 'm1', message_type: 'session_reconnect', message_timestamp: '2026-01-01T12:00:00.1Z' },
		payload: { session: { reconnect_url: 'ws://127.0.0.1.evil.invalid:8788/twitch/eventsub' } }
	};

	sockets[0]?.server.send(JSON.stringify(frame));
	await clock.tickAsync(1_000);

	expect(sockets).toHaveLength(1);
	expect(world.journal.list({ path: 'twitch/eventsub' })).toHaveLength(1);
});

test.each([4000, 4002, 4003, 4004, 4005, 4006, 4007, 1006])('a socket closed with %i is opened again', async (code) => {
	const { sockets, clock, connection } = await openStreamer();

	sockets[0]?.server.close(code, '');
	await clock.tickAsync(0);
	const { state, closeCode } = connection.status;
	await clock.tickAsync(2_000);

	expect({ state, closeCode }).toEqual({ state: 'reconnecting', closeCode: code });
	expect(connection.status.state).toBe('live');
});

test('a revoked authorization is named and ends it, until the account is connected again', async () => {
	const { world, clock, connection, sockets } = await openStreamer();

	world.twitch.revokeGrants('tidalkit');
	await clock.tickAsync(60_000);

	expect(connection.status.state).toBe('stopped');
	expect(connection.status.revoked[0]).toEqual({ type: 'stream.online', reason: 'authorization_revoked' });
	expect(sockets).toHaveLength(1);
});

test('a busy Twitch is asked again until it subscribes', async () => {
	const world = await createStreamerWorld();
	await world.control('POST', 'faults', { endpoint: 'twitch/helix/eventsub', kind: 'status', status: 429, times: 3 });

	const { connection } = open(world);
	await world.clock.tickAsync(15_000);

	expect(connection.status.state).toBe('live');
});

test('where others hold all three sockets it says so, and goes on once there is room', async () => {
	const world = await createStreamerWorld();
	const others = [open(world), open(world), open(world)];
	await world.clock.tickAsync(1_000);

	const { connection } = open(world);
	await world.clock.tickAsync(5_000);
	const { state } = connection.status;
	for (const other of others) other.connection.close();
	await world.clock.tickAsync(60_000);

	expect(state).toBe('crowded');
	expect(connection.status.state).toBe('live');
});

test('what a dead socket of this browser left behind makes room at once', async () => {
	const world = await createStreamerWorld();
	const sessions = new SeenIds(20);
	const options = { helix: world.helix, seen: new SeenIds(9), sessions, onEvent: () => {}, onStatus: () => {} };
	const lost = [1, 2, 3].map(() => new EventSubConnection(options));
	for (const connection of lost) connection.open();
	await world.clock.tickAsync(500);
	for (const connection of lost) connection.close();

	const connection = new EventSubConnection(options);
	connection.open();
	await world.clock.tickAsync(1_500);

	expect(connection.status.state).toBe('live');
});

test('what is ten minutes older than the newest is not told', async () => {
	const { sockets, clock, events } = await openStreamer();
	const notify = (id: string, written: string) =>
		sockets[0]?.server.send(
			JSON.stringify({
				metadata: { message_id: id, message_type: 'notification', message_timestamp: written },
				payload: { subscription: { type: 'stream.offline' }, event: {} }
			})
		);

	notify('late', '2026-01-01T11:51:00.000000000Z');
	notify('too-late', '2026-01-01T11:49:00.000000000Z');
	await clock.tickAsync(0);

	expect(events.map(({ id }) => id)).toEqual(['late']);
});

test('frames that lie are dropped, and the stream goes on', async () => {
	const { sockets, clock, events, tell } = await openStreamer();

	for (const frame of ['', 'null', '{"metadata":{}}', '[]', '{"metadata":{"message_type":"notification"}}'])
		sockets[0]?.server.send(frame);
	tell('channel.ban', { user_id: '<b>', user_login: 'x' });
	tell('stream.offline');
	await clock.tickAsync(0);

	expect(events.map(({ type }) => type)).toEqual(['stream-offline']);
});

test('two accounts on one Twitch hear their own channel alone', async () => {
	const tidal = await openStreamer();
	const moss = { ...tidal, ...(await signIn(tidal, 'mosslantern')) };
	const { events } = open(moss);
	await tidal.clock.tickAsync(500);

	tidal.tell('stream.offline');
	await tidal.clock.tickAsync(0);

	expect(tidal.events).toHaveLength(1);
	expect(events).toHaveLength(0);
});
