import { createClock, type Clock as FakeTimers } from '@sinonjs/fake-timers';
import { afterEach, expect, test } from 'vitest';
import { openPubNubSubscription } from '#lib/platforms/theta/pubnub.ts';
import type {
	PubNubMessage,
	PubNubStatus,
	PubNubStatusNote,
	PubNubSubscription
} from '#lib/platforms/theta/pubnub-subscription.ts';
import { adaptClock } from '#tests/support/fake-environment.ts';
import { createEmulator, keys, startThetaServer, type ThetaServer } from './support/theta-server.ts';
import { waitFor } from './support/wait-for.ts';

const channelId = 'usr0123456789abcdef';
/** The answer of a connection whose other end is gone. */
const never = new Promise<Response>(() => undefined);
const closing: (() => unknown)[] = [];

afterEach(async () => {
	for (const close of closing.splice(0)) await close();
});

interface Reader {
	readonly server: ThetaServer;
	/** Our clock only: the SDK and the server live in real time. */
	readonly clock: FakeTimers;
	readonly subscription: PubNubSubscription;
	readonly batches: (readonly PubNubMessage[])[];
	readonly statuses: PubNubStatus[];
	readonly notes: PubNubStatusNote[];
	texts(): unknown[];
}

async function open(server: ThetaServer, timetoken?: string): Promise<Reader> {
	const clock = createClock(Date.now());
	const batches: (readonly PubNubMessage[])[] = [];
	const statuses: PubNubStatus[] = [];
	const notes: PubNubStatusNote[] = [];
	const subscription = await openPubNubSubscription({
		subscribeKey: keys.subscribeKey,
		origin: `http://${server.origin}`,
		userId: 'reader-test',
		channel: `chat.${channelId}`,
		...(timetoken === undefined ? {} : { timetoken }),
		clock: adaptClock(clock),
		random: () => 0.5,
		onMessages: (batch) => batches.push(batch),
		onStatus: (status, note) => {
			statuses.push(status);
			notes.push(note);
		}
	});
	closing.unshift(() => subscription.close());
	const texts = () => batches.flat().map(({ payload }) => payload);
	return { server, clock, subscription, batches, statuses, notes, texts };
}

async function start(): Promise<ThetaServer> {
	const server = await startThetaServer();
	closing.push(() => server.stop().catch(() => undefined));
	return server;
}

async function connected(server: ThetaServer): Promise<Reader> {
	const reader = await open(server);
	await waitFor(() => reader.statuses.includes('connected'), 'connected');
	await waitFor(() => polls(server) > 0, 'a poll');
	return reader;
}

function polls(server: ThetaServer): number {
	return server.requests.filter((request) => request.includes('tt=')).length;
}

test('messages arrive with their timetokens', async () => {
	const reader = await connected(await start());

	const timetoken = reader.server.emulator.publish(channelId, 'hello');
	await waitFor(() => reader.batches.length === 1, 'a batch');

	expect(reader.batches[0]).toEqual([{ channel: `chat.${channelId}`, timetoken, payload: 'hello' }]);
});

test('a batch is sorted by timetoken although PubNub did not sort it', async () => {
	const server = await start();
	const envelope = (timetoken: string) => ({
		a: '1',
		f: 0,
		p: { t: timetoken, r: 4 },
		k: keys.subscribeKey,
		c: `chat.${channelId}`,
		d: timetoken
	});
	server.intercept = (request) => {
		if (!request.url.includes('tt=')) return undefined;
		server.intercept = undefined;
		const m = ['17600000000000003', '17600000000000001', '17600000000000002'].map(envelope);
		return Response.json({ t: { t: '17600000000000003', r: 4 }, m });
	};

	const reader = await open(server);
	await waitFor(() => reader.batches.length > 0, 'a batch');

	expect(reader.texts()).toEqual(['17600000000000001', '17600000000000002', '17600000000000003']);
});

test('after a restart nothing is lost, even though the first attempts fail', async () => {
	const reader = await connected(await start());
	reader.server.emulator.publish(channelId, 'before');
	await waitFor(() => reader.batches.length === 1, 'the first message');
	const snapshot = reader.server.emulator.snapshot();

	await reader.server.stop();
	await waitFor(() => reader.statuses.includes('lost'), 'the loss to be noticed');
	for (let attempt = 1; attempt <= 2; attempt++) {
		reader.clock.tick(2_000);
		const lost = () => reader.statuses.filter((status) => status === 'lost').length;
		await waitFor(() => lost() > attempt, 'a failed attempt');
	}
	const next = createEmulator();
	next.restore(snapshot);
	next.publish(channelId, 'meanwhile');
	await reader.server.start(next);
	reader.clock.tick(15_000);
	await waitFor(() => reader.batches.length === 2, 'the message sent meanwhile');

	expect(reader.texts()).toEqual(['before', 'meanwhile']);
	expect(reader.statuses).toEqual([
		'connected',
		'lost',
		'reconnecting',
		'lost',
		'reconnecting',
		'lost',
		'reconnecting',
		'connected'
	]);
}, 20_000);

test.each([
	['a page with status 200', () => new Response('<html>Sign in to the hotel network</html>')],
	['an empty object', () => Response.json({})],
	['a server error without a media type', () => new Response(new Uint8Array([111]), { status: 502 })],
	['a 404', () => new Response('gone', { status: 404 })],
	['a 204', () => new Response(null, { status: 204 })]
])('the subscription outlives %s', async (_name, bad) => {
	const reader = await connected(await start());
	reader.server.intercept = (request) => (request.url.includes('/v2/subscribe/') ? bad() : undefined);
	reader.server.emulator.publish(channelId, 'before');
	await waitFor(() => reader.statuses.includes('lost'), 'the loss');

	reader.server.intercept = undefined;
	reader.server.emulator.publish(channelId, 'after');
	reader.clock.tick(1_000);
	await waitFor(() => reader.texts().includes('after'), 'the message after the trouble');

	expect(reader.statuses.at(-1)).toBe('connected');
	expect(reader.texts()).toEqual(['before', 'after']);
});

test('fifty forced drops lose nothing and repeat nothing', async () => {
	const reader = await connected(await start());
	const { server } = reader;
	const losses = () => reader.statuses.filter((status) => status === 'lost').length;
	const published: string[] = [];
	const publish = (text: string) => {
		published.push(text);
		server.emulator.publish(channelId, text);
	};

	for (let drop = 1; drop <= 50; drop++) {
		publish(`before ${drop}`);
		await waitFor(() => reader.texts().length === published.length && server.pending === 1, `poll ${drop}`);
		server.cut();
		await waitFor(() => losses() === drop, `loss ${drop}`);
		publish(`during ${drop}`);
		reader.clock.tick(250);
		await waitFor(() => reader.texts().length === published.length, `catch-up ${drop}`);
	}

	expect(reader.texts()).toEqual(published);
}, 20_000);

test('a refused key stops all requests until somebody retries', async () => {
	const reader = await connected(await start());

	reader.server.emulator.setKeyRefused(true);
	await waitFor(() => reader.statuses.includes('refused'), 'the refusal');
	const before = reader.server.requests.length;
	reader.clock.tick(10 * 60_000);
	reader.server.emulator.setKeyRefused(false);
	const between = reader.server.requests.length;
	reader.subscription.retry();
	await waitFor(() => reader.statuses.at(-1) === 'connected', 'connected again');

	expect(between).toBe(before);
});

test('a connection that died silently is replaced, and nothing said meanwhile is lost', async () => {
	const reader = await connected(await start());
	const { server } = reader;
	let swallowed = 0;
	server.intercept = (request) => (request.url.includes('tt=') && ++swallowed ? never : undefined);
	reader.subscription.retry();
	await waitFor(() => swallowed > 0, 'a poll that nobody answers');
	server.emulator.publish(channelId, 'unheard');

	server.intercept = undefined;
	for (let passedMs = 0; passedMs < 30_000; passedMs += 5_000) reader.clock.tick(5_000);
	await waitFor(() => reader.texts().includes('unheard'), 'the message');

	expect(reader.statuses).toEqual(['connected']);
});

test('an attempt that nobody answers is given up and made again', async () => {
	const server = await start();
	server.intercept = () => never;
	const reader = await open(server);
	await waitFor(() => server.requests.length > 0, 'a handshake');

	reader.clock.tick(5_000);
	reader.clock.tick(5_000);
	server.intercept = undefined;
	reader.clock.tick(1_000);
	await waitFor(() => reader.statuses.includes('connected'), 'connected');

	expect(reader.statuses).toEqual(['lost', 'reconnecting', 'connected']);
});

test('a page that slept says so and reads on where it was', async () => {
	const reader = await connected(await start());
	const { emulator } = reader.server;
	emulator.publish(channelId, 'before');
	await waitFor(() => reader.batches.length === 1, 'the first message');
	const aliveAt = reader.clock.now;

	reader.clock.setSystemTime(reader.clock.now + 60 * 60_000);
	reader.clock.tick(5_000);
	await waitFor(() => reader.statuses.at(-1) === 'connected', 'connected again');
	emulator.publish(channelId, 'after');
	await waitFor(() => reader.batches.length === 2, 'the second message');

	expect(reader.statuses).toEqual(['connected', 'reconnecting', 'connected']);
	expect(reader.notes[1]?.aliveAt).toBe(aliveAt);
	expect(reader.texts()).toEqual(['before', 'after']);
});

test('a hidden page whose timers run once a minute stays connected', async () => {
	const reader = await connected(await start());

	for (let minute = 0; minute < 3; minute++) {
		const before = polls(reader.server);
		reader.clock.setSystemTime(reader.clock.now + 55_000);
		reader.clock.tick(5_000);
		await waitFor(() => polls(reader.server) > before, 'a new poll');
	}

	expect(reader.statuses).toEqual(['connected']);
});

test('a subscription resumes after a given timetoken', async () => {
	const server = await start();
	const seen = server.emulator.publish(channelId, 'seen');
	server.emulator.publish(channelId, 'missed');

	const reader = await open(server, seen);
	await waitFor(() => reader.batches.length > 0, 'the missed message');

	expect(reader.texts()).toEqual(['missed']);
});

test('a closed subscription says goodbye and is silent', async () => {
	const reader = await connected(await start());

	reader.subscription.close();
	await waitFor(() => reader.server.requests.some((request) => request.includes('/leave?')), 'a leave');
	reader.server.emulator.publish(channelId, 'too late');
	reader.clock.tick(60_000);

	expect(reader.batches).toEqual([]);
	expect(reader.statuses).toEqual(['connected']);
});

test('timetokens that are one number stay two messages, in their order', async () => {
	const server = await start();
	const [first, second] = ['17600000000000000', '17600000000000001'];
	const envelope = (timetoken: string) => ({
		a: '1',
		f: 0,
		p: { t: timetoken, r: 4 },
		k: keys.subscribeKey,
		c: `chat.${channelId}`,
		d: timetoken
	});
	server.intercept = (request) => {
		if (!request.url.includes('tt=')) return undefined;
		server.intercept = undefined;
		return Response.json({ t: { t: second, r: 4 }, m: [second, first].map(envelope) });
	};

	const reader = await open(server);
	await waitFor(() => reader.batches.length > 0, 'a batch');
	await waitFor(() => server.requests.some((request) => request.includes(`tt=${second}`)), 'the next poll');

	expect(reader.batches.flat().map(({ timetoken }) => timetoken)).toEqual([first, second]);
});

test('an outage longer than the 129 seconds after which the SDK gives up is told as it goes on, and ends by itself', async () => {
	const reader = await connected(await start());
	const { server } = reader;
	const attempts = () => reader.statuses.filter((status) => status === 'reconnecting').length;
	const losses = () => reader.statuses.filter((status) => status === 'lost').length;
	const snapshot = server.emulator.snapshot();
	await server.stop();
	await waitFor(() => losses() === 1, 'the loss');
	const lostAt = reader.clock.now;

	while (reader.clock.now - lostAt < 180_000) {
		const before = losses();
		reader.clock.tick(15_000);
		await waitFor(() => losses() > before, 'a failed attempt');
	}
	const told = attempts();
	const next = createEmulator();
	next.restore(snapshot);
	next.publish(channelId, 'meanwhile');
	await server.start(next);
	reader.clock.tick(15_000);
	await waitFor(() => reader.texts().includes('meanwhile'), 'the message sent meanwhile');

	expect(told).toBeGreaterThanOrEqual(12);
	expect(reader.notes.filter((_, index) => reader.statuses[index] === 'lost').every(({ retryAt }) => retryAt)).toBe(
		true
	);
	expect(reader.statuses.at(-1)).toBe('connected');
}, 20_000);
