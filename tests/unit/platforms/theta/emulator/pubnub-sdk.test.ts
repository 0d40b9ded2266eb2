import PubNub from 'pubnub';
import { afterEach, expect, test } from 'vitest';
import { createEmulator, keys, otherKeys, startThetaServer, type ThetaServer } from '../support/theta-server.ts';
import { waitFor } from '../support/wait-for.ts';

const channel = 'chat.usr0123456789abcdef';
const clients: PubNub[] = [];
const servers: ThetaServer[] = [];

afterEach(async () => {
	for (const client of clients.splice(0)) client.destroy();
	await Promise.all(servers.splice(0).map((server) => server.stop().catch(() => undefined)));
});

async function start(): Promise<ThetaServer> {
	const server = await startThetaServer();
	servers.push(server);
	return server;
}

interface Observed {
	readonly pubnub: PubNub;
	readonly messages: { readonly channel: string; readonly timetoken: string; readonly message: unknown }[];
	readonly statuses: string[];
	readonly presence: { readonly action: string; readonly uuid: string }[];
}

function connect(server: ThetaServer, userId: string, { keyset = keys, retrying = false } = {}): Observed {
	const pubnub = new PubNub({
		...keyset,
		userId,
		origin: server.origin,
		ssl: false,
		retryConfiguration: retrying ? PubNub.LinearRetryPolicy({ delay: 2, maximumRetry: 10 }) : PubNub.NoneRetryPolicy(),
		logLevel: PubNub.LogLevel.None
	});
	clients.push(pubnub);
	const observed: Observed = { pubnub, messages: [], statuses: [], presence: [] };
	pubnub.addListener({
		message: ({ channel, timetoken, message }) => observed.messages.push({ channel, timetoken, message }),
		status: (status) => observed.statuses.push(`${status.category}${status.error ? `/${String(status.error)}` : ''}`),
		presence: (event) => observed.presence.push({ action: event.action, uuid: 'uuid' in event ? event.uuid : '' })
	});
	return observed;
}

async function subscribe(observed: Observed, { withPresence = false } = {}): Promise<Observed> {
	observed.pubnub.subscribe({ channels: [channel], withPresence });
	await waitFor(() => observed.statuses.includes('PNConnectedCategory'), 'the SDK connects');
	return observed;
}

/** The SDK's own type promises a value or nothing, by whether a callback was given. */
async function publish({ pubnub }: Observed, parameters: object): Promise<string> {
	const publication = { channel, ...parameters } as PubNub.Publish.PublishParameters;
	const { timetoken } = (await pubnub.publish(publication)) as PubNub.Publish.PublishResponse;
	return timetoken;
}

test('the SDK connects through an origin with a path, and receives what it publishes by GET and by POST', async () => {
	const server = await start();
	const reader = await subscribe(connect(server, 'reader'));
	const odd = { text: 'a/b?c=ü 😀', list: [1, null] };

	const byGet = await publish(reader, { message: odd });
	const byPost = await publish(reader, { message: { big: 'x'.repeat(5_000) }, sendByPost: true });
	await waitFor(() => reader.messages.length === 2, 'both messages');

	expect(reader.messages).toEqual([
		{ channel, timetoken: byGet, message: odd },
		{ channel, timetoken: byPost, message: { big: 'x'.repeat(5_000) } }
	]);
	expect(byGet).toMatch(/^\d{17}$/);
	expect(server.requests.find((request) => request.startsWith('POST'))).toContain('/pubnub/publish/pub-c-emulated/');
});

test('a message too large for PubNub is refused to the SDK', async () => {
	const { pubnub } = connect(await start(), 'writer');

	const publish = pubnub.publish({ channel, message: 'x'.repeat(40_000), sendByPost: true });

	await expect(publish).rejects.toMatchObject({ status: { statusCode: 413 } });
});

test('the SDK catches up after a restart that restored the memory, with the messages sent meanwhile', async () => {
	const server = await start();
	const reader = await subscribe(connect(server, 'reader', { retrying: true }));
	server.emulator.publish('usr0123456789abcdef', 'before');
	await waitFor(() => reader.messages.length === 1, 'the first message');
	const snapshot: unknown = JSON.parse(JSON.stringify(server.emulator.snapshot()));

	await server.stop();
	const next = createEmulator();
	next.restore(snapshot);
	next.publish('usr0123456789abcdef', 'meanwhile');
	await server.start(next);
	await waitFor(() => next.watchedChannels().length === 1, 'the SDK polls again');
	next.publish('usr0123456789abcdef', 'after');
	await waitFor(() => reader.messages.length === 3, 'the other messages');

	expect(reader.messages.map(({ message }) => message)).toEqual(['before', 'meanwhile', 'after']);
}, 20_000);

test('the SDK sees others join and leave, and asks who is here', async () => {
	const server = await start();
	const watcher = await subscribe(connect(server, 'watcher'), { withPresence: true });
	const visitor = await subscribe(connect(server, 'visitor'));

	const here = await watcher.pubnub.hereNow({ channels: [channel] });
	const where = await watcher.pubnub.whereNow({ uuid: 'visitor' });
	visitor.pubnub.unsubscribeAll();
	await waitFor(() => watcher.presence.length >= 2, 'join and leave');

	expect(here.totalOccupancy).toBe(2);
	expect(where.channels).toEqual([channel]);
	expect(watcher.presence).toEqual([
		{ action: 'join', uuid: 'visitor' },
		{ action: 'leave', uuid: 'visitor' }
	]);
});

test('the SDK announces itself by heartbeat and says goodbye', async () => {
	const server = await start();
	const reader = await subscribe(connect(server, 'reader'));
	await waitFor(() => server.requests.some((request) => request.includes('/heartbeat?')), 'a heartbeat');

	reader.pubnub.unsubscribeAll();

	await waitFor(() => server.requests.some((request) => request.includes('/leave?')), 'a leave');
});

test('the SDK reads time, sends signals and keeps state', async () => {
	const { pubnub } = await subscribe(connect(await start(), 'reader'));

	const { timetoken } = await pubnub.time();
	const signal = await pubnub.signal({ channel, message: 'hi' });
	await pubnub.setState({ channels: [channel], state: { mood: 'calm' } });
	const state = await pubnub.getState({ channels: [channel] });

	expect(Math.abs(Number(timetoken) / 10_000 - Date.now())).toBeLessThan(5_000);
	expect(signal.timetoken).toMatch(/^\d{17}$/);
	expect(state.channels).toEqual({ [channel]: { mood: 'calm' } });
	await expect(pubnub.signal({ channel, message: 'x'.repeat(80) })).rejects.toMatchObject({
		status: { statusCode: 400 }
	});
});

test('the SDK reads history and counts of what was stored', async () => {
	const { pubnub } = connect(await start(), 'reader');
	const first = await pubnub.publish({ channel, message: 'one' });
	await pubnub.publish({ channel, message: 'two' });
	await pubnub.publish({ channel, message: 'not kept', storeInHistory: false });

	const history = await pubnub.fetchMessages({ channels: [channel], count: 10 });
	const counts = await pubnub.messageCounts({ channels: [channel], channelTimetokens: [first.timetoken] });

	expect(history.channels[channel]?.map(({ message }) => message)).toEqual(['one', 'two']);
	expect(history.channels[channel]?.[0]?.timetoken).toBe(first.timetoken);
	expect(counts.channels[channel]).toBe(2);
});

test('a refused key reaches the SDK as access denied, also while it waits', async () => {
	const server = await start();
	const waiting = await subscribe(connect(server, 'waiting'));
	await waitFor(() => server.emulator.watchedChannels().length === 1, 'a waiting poll');

	server.emulator.setKeyRefused(true);
	const late = connect(server, 'late');
	late.pubnub.subscribe({ channels: [channel] });
	await waitFor(() => waiting.statuses.length > 1 && late.statuses.length > 0, 'both are refused');

	expect(waiting.statuses).toEqual([
		'PNConnectedCategory',
		'PNDisconnectedUnexpectedlyCategory/PNAccessDeniedCategory'
	]);
	expect(late.statuses).toEqual(['PNConnectionErrorCategory/PNAccessDeniedCategory']);
});

test('two keysets with the same channel hear nothing of each other', async () => {
	const server = await start();
	const ours = await subscribe(connect(server, 'ours'));
	const theirs = await subscribe(connect(server, 'theirs', { keyset: otherKeys }));

	await theirs.pubnub.publish({ channel, message: 'theirs' });
	await ours.pubnub.publish({ channel, message: 'ours' });
	await waitFor(() => ours.messages.length > 0 && theirs.messages.length > 0, 'a message each');

	expect(ours.messages.map(({ message }) => message)).toEqual(['ours']);
	expect(theirs.messages.map(({ message }) => message)).toEqual(['theirs']);
});

test('a key that never existed is refused to publish and to subscribe', async () => {
	const unknown = connect(await start(), 'nobody', {
		keyset: { subscribeKey: 'sub-c-none', publishKey: 'pub-c-none' }
	});

	unknown.pubnub.subscribe({ channels: [channel] });
	await waitFor(() => unknown.statuses.length > 0, 'a status');

	expect(unknown.statuses[0]).toContain('PNConnectionErrorCategory');
	await expect(unknown.pubnub.publish({ channel, message: 1 })).rejects.toMatchObject({ status: { statusCode: 400 } });
});
