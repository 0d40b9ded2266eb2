import { expect, test } from 'vitest';
import type { ChatEvent } from '#lib/model/chat.ts';
import type { ConnectionStatus } from '#lib/model/connection-status.ts';
import { defaultConfig } from '#lib/model/public-config.ts';
import { ConnectionError } from '#lib/model/errors.ts';
import { ThetaChatConnection } from '#lib/platforms/theta/chat-connection.ts';
import type { OpenPubNubSubscription, PubNubSubscriptionOptions } from '#lib/platforms/theta/pubnub-subscription.ts';
import { formatTimetoken } from '#lib/platforms/theta/timetoken.ts';
import { createFakeEnvironment, fakeNow } from '#tests/support/fake-environment.ts';

const minute = 60_000;

interface FakeSubscription extends PubNubSubscriptionOptions {
	closed: boolean;
	retries: number;
}

interface SetUp {
	readonly subscribeKey?: string | null;
	readonly failures?: number;
	readonly left?: { readonly missingSince: number; readonly cursor?: string };
}

function setUp({ subscribeKey = 'sub-c-test', failures = 0, left }: SetUp = {}) {
	const { environment, clock } = createFakeEnvironment();
	const subscriptions: FakeSubscription[] = [];
	let failing = failures;
	const openSubscription: OpenPubNubSubscription = async (options) => {
		if (failing-- > 0) throw new ConnectionError('unreachable', 'The PubNub library could not be started.');
		const subscription: FakeSubscription = { ...options, closed: false, retries: 0 };
		subscriptions.push(subscription);
		return { close: () => (subscription.closed = true), retry: () => subscription.retries++ };
	};
	const base = defaultConfig('http://localhost:8787');
	const connection = new ThetaChatConnection({
		channelKey: 'usr0123456789abcdef',
		config: { ...base, theta: { ...base.theta, subscribeKey } },
		credentials: () => undefined,
		environment,
		openSubscription,
		...left
	});
	const events: ChatEvent[] = [];
	const statuses: ConnectionStatus[] = [];
	connection.onEvent((event) => events.push(event));
	connection.onStatus((status) => statuses.push(status));
	return { connection, clock, subscriptions, events, statuses };
}

async function setUpConnected(options: SetUp = {}) {
	const chat = setUp(options);
	chat.connection.open();
	await chat.clock.tickAsync(0);
	const [subscription] = chat.subscriptions as [FakeSubscription];
	subscription.onStatus('connected', {});
	return { ...chat, subscription };
}

function line(text: string, { at = fakeNow, id = undefined as string | undefined, count = 0 } = {}) {
	const payload = { type: 'chat_message', data: { text, ...(id === undefined ? {} : { message_id: id }) } };
	const timetoken = String(BigInt(formatTimetoken(at)) + BigInt(count));
	return { channel: 'chat.usr0123456789abcdef', timetoken, payload };
}

function texts(events: readonly ChatEvent[]): string[] {
	return events.map((event) => (event.type === 'message' ? event.message.text : event.type));
}

test('the PubNub channel of the streamer is read under a name that is not theirs', async () => {
	const { subscription } = await setUpConnected();

	expect(subscription.channel).toBe('chat.usr0123456789abcdef');
	expect(subscription.userId).toMatch(/^reader-[0-9a-z]+$/);
});

test('opening twice subscribes once', async () => {
	const { connection, clock, subscriptions } = setUp();

	connection.open();
	connection.open();
	await clock.tickAsync(0);

	expect(subscriptions).toHaveLength(1);
});

test.each([
	['without an account', undefined, false],
	["in somebody else's channel", 'usr9999999999999999', false],
	['in the own channel', 'usr0123456789abcdef', true]
])('%s it says whether one can write', (_name, userId, writable) => {
	const { environment } = createFakeEnvironment();
	const identity = { platform: 'theta', userId: userId ?? '', login: 'x', displayName: 'x' };

	const connection = new ThetaChatConnection({
		channelKey: 'usr0123456789abcdef',
		config: defaultConfig('http://localhost:8787'),
		credentials: () => (userId === undefined ? undefined : { identity, accessToken: async () => 'token' }),
		environment
	});

	expect(connection.send !== undefined).toBe(writable);
});

test('lines arrive in their order, and what cannot be read is left out', async () => {
	const { subscription, events } = await setUpConnected();

	subscription.onMessages([
		line('one', { count: 1 }),
		{ ...line('', { count: 2 }), payload: null },
		line('two', { count: 3 })
	]);

	expect(texts(events)).toEqual(['one', 'two']);
});

test('a line that comes again is dropped, by its id or else by its timetoken', async () => {
	const { subscription, events } = await setUpConnected();

	subscription.onMessages([line('one', { id: 'm1', count: 1 }), line('two', { count: 2 })]);
	subscription.onMessages([line('one', { id: 'm1', count: 3 }), line('two', { count: 2 })]);

	expect(texts(events)).toEqual(['one', 'two']);
});

test('without a subscribe key nothing is opened and the reason is told', async () => {
	const { connection, clock, subscriptions } = setUp({ subscribeKey: null });

	connection.open();
	await clock.tickAsync(10 * minute);

	expect(connection.status).toEqual({ state: 'stopped', identity: 'anonymous', problem: 'key_missing' });
	expect(subscriptions).toEqual([]);
});

test('a refused key is tried once in five minutes, whatever is asked, and then read on from the last line', async () => {
	const { connection, clock, subscription, subscriptions } = await setUpConnected();
	subscription.onMessages([line('last', { count: 7 })]);

	subscription.onStatus('refused', { detail: 'PubNub answered 403 (access denied).' });
	for (let asked = 0; asked < 20; asked++) connection.retry();
	await clock.tickAsync(5 * minute - 1);
	const early = subscriptions.length;
	await clock.tickAsync(1);

	expect(connection.status).toMatchObject({ state: 'connecting' });
	expect(subscription.closed).toBe(true);
	expect(early).toBe(1);
	expect(subscriptions).toHaveLength(2);
	expect(subscriptions[1]?.timetoken).toBe(line('last', { count: 7 }).timetoken);
});

test('the status follows the subscription', async () => {
	const { subscription, statuses } = await setUpConnected();

	subscription.onStatus('lost', { retryAt: fakeNow + 500, detail: 'PNNetworkIssuesCategory' });
	subscription.onStatus('reconnecting', {});
	subscription.onStatus('connected', {});
	subscription.onStatus('refused', {});

	expect(statuses.map(({ state, problem }) => [state, problem])).toEqual([
		['connecting', undefined],
		['connected', undefined],
		['waiting', 'network'],
		['connecting', 'network'],
		['connected', undefined],
		['stopped', 'key_refused']
	]);
	expect(statuses[2]?.retryAt).toBe(fakeNow + 500);
});

test('a library that cannot be loaded is loaded again later', async () => {
	const { connection, clock, subscriptions, statuses } = setUp({ failures: 3 });

	connection.open();
	await clock.tickAsync(10_000);

	expect(subscriptions).toHaveLength(1);
	expect(statuses.filter(({ state }) => state === 'waiting')).toHaveLength(3);
	expect(statuses.find(({ state }) => state === 'waiting')).toMatchObject({ problem: 'network' });
});

test('asking to try again reaches the subscription', async () => {
	const { connection, subscription } = await setUpConnected();

	subscription.onStatus('lost', { retryAt: fakeNow + 15_000 });
	connection.retry();

	expect(subscription.retries).toBe(1);
});

test('an outage within the memory of PubNub is no gap', async () => {
	const { clock, subscription, events } = await setUpConnected();

	subscription.onStatus('lost', { aliveAt: clock.now });
	await clock.tickAsync(19 * minute);
	subscription.onStatus('connected', {});

	expect(events).toEqual([]);
});

test('an outage longer than the memory of PubNub is a gap, told before what comes after', async () => {
	const { clock, subscription, events } = await setUpConnected();
	const aliveAt = clock.now - 10_000;

	subscription.onStatus('lost', { aliveAt });
	await clock.tickAsync(15 * minute);
	subscription.onStatus('reconnecting', { aliveAt });
	await clock.tickAsync(15 * minute);
	subscription.onStatus('connected', { aliveAt });
	subscription.onMessages([line('after', { at: clock.now })]);

	expect(texts(events)).toEqual(['gap', 'after']);
	expect(events[0]).toMatchObject({ gap: { from: aliveAt, to: fakeNow + 10 * minute } });
});

test('an answer as long as the memory of PubNub may have lost its beginning, which is a gap', async () => {
	const { subscription, events } = await setUpConnected();
	subscription.onMessages([line('known')]);

	subscription.onMessages(
		Array.from({ length: 100 }, (_, count) => line(`line ${count}`, { at: fakeNow + 5_000, count }))
	);

	expect(texts(events).slice(0, 3)).toEqual(['known', 'gap', 'line 0']);
	expect(events[1]).toMatchObject({ gap: { from: fakeNow, to: fakeNow + 5_000 } });
});

test('an outage beyond the memory of PubNub, caught up with a full answer, is one gap up to the first line that is left', async () => {
	const { clock, subscription, events } = await setUpConnected();
	subscription.onMessages([line('known')]);
	const aliveAt = clock.now;

	subscription.onStatus('lost', { aliveAt });
	await clock.tickAsync(60 * minute);
	subscription.onStatus('connected', { aliveAt });
	const back = clock.now;
	subscription.onMessages(
		Array.from({ length: 100 }, (_, count) => line(`line ${count}`, { at: back - 10 * minute, count }))
	);
	await clock.tickAsync(minute);

	expect(texts(events).slice(0, 3)).toEqual(['known', 'gap', 'line 0']);
	expect(texts(events).filter((text) => text === 'gap')).toHaveLength(1);
	expect(events[1]).toMatchObject({ gap: { from: aliveAt, to: back - 10 * minute } });
});

test('an outage after which nobody says anything is one gap too', async () => {
	const { clock, subscription, events } = await setUpConnected();
	const aliveAt = clock.now;

	subscription.onStatus('lost', { aliveAt });
	await clock.tickAsync(30 * minute);
	subscription.onStatus('connected', { aliveAt });
	await clock.tickAsync(minute);

	expect(texts(events)).toEqual(['gap']);
	expect(events[0]).toMatchObject({ gap: { from: aliveAt } });
});

const cursor = formatTimetoken(fakeNow - 30 * minute);

test.each<[string, NonNullable<SetUp['left']>, readonly number[]]>([
	['within the memory of PubNub: no gap', { missingSince: fakeNow - 19 * minute, cursor }, []],
	['beyond it: a gap up to what PubNub still has', { missingSince: fakeNow - 30 * minute, cursor }, [-20 * minute]],
	['without a place to read on from: a gap up to now', { missingSince: fakeNow - minute }, [0]],
	['at a place that is none: a gap up to now', { missingSince: fakeNow - minute, cursor: '1/../*' }, [0]]
])('a channel that was left %s', async (_name, left, gapEnds) => {
	const { clock, events, subscriptions } = await setUpConnected({ left });

	await clock.tickAsync(minute);

	const gaps = gapEnds.map((end) => ({ gap: { from: left.missingSince, to: fakeNow + end } }));
	expect(events).toMatchObject(gaps);
	expect(events).toHaveLength(gaps.length);
	expect(subscriptions[0]?.timetoken).toBe(left.cursor === cursor ? cursor : undefined);
});

test('a channel left long ago, refused, connected late and caught up with a full answer has one gap', async () => {
	const { connection, clock, subscriptions, events } = setUp({ left: { missingSince: fakeNow - 30 * minute, cursor } });
	connection.open();
	await clock.tickAsync(0);
	subscriptions[0]?.onStatus('refused', {});
	await clock.tickAsync(5 * minute);

	subscriptions[1]?.onStatus('lost', {});
	subscriptions[1]?.onStatus('connected', {});
	subscriptions[1]?.onMessages(
		Array.from({ length: 100 }, (_, count) => line(`line ${count}`, { at: clock.now - minute, count }))
	);
	await clock.tickAsync(minute);

	expect(subscriptions[1]?.timetoken).toBe(cursor);
	expect(texts(events).slice(0, 2)).toEqual(['gap', 'line 0']);
	expect(events).toHaveLength(101);
	expect(events[0]).toMatchObject({ gap: { from: fakeNow - 30 * minute, to: fakeNow + 4 * minute } });
});

test.each([['a year slow', -365 * 24 * 60 * minute] as const, ['a year fast', 365 * 24 * 60 * minute] as const])(
	'a clock that is %s changes neither the place to read on from nor what is shown',
	async (_name, wrongByMs) => {
		const { connection, subscription, events } = await setUpConnected({ left: { missingSince: fakeNow, cursor } });

		subscription.onMessages([
			line('one', { at: fakeNow + wrongByMs }),
			line('two', { at: fakeNow + wrongByMs, count: 1 })
		]);

		expect(subscription.timetoken).toBe(cursor);
		expect(texts(events)).toEqual(['one', 'two']);
		expect(connection.cursor).toBe(line('two', { at: fakeNow + wrongByMs, count: 1 }).timetoken);
	}
);

test('after closing nothing follows', async () => {
	const { connection, clock, subscription, events, statuses } = await setUpConnected();

	connection.close();
	subscription.onMessages([line('late')]);
	subscription.onStatus('lost', {});
	await clock.tickAsync(minute);

	expect(connection.status.state).toBe('closed');
	expect(statuses.at(-1)?.state).toBe('closed');
	expect(subscription.closed).toBe(true);
	expect(events).toEqual([]);
});

test('a connection closed while it opens leaves no subscription behind', async () => {
	const { connection, clock, subscriptions } = setUp();

	connection.open();
	connection.close();
	await clock.tickAsync(0);

	expect(subscriptions[0]?.closed).toBe(true);
});
