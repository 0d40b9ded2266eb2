import { createClock, type Clock as FakeTimers } from '@sinonjs/fake-timers';
import { expect, test } from 'vitest';
import type { ThetaEmulator } from '#lib/platforms/theta/emulator/theta-emulator.ts';
import { adaptClock, fakeNow } from '#tests/support/fake-environment.ts';
import { createEmulator, keys } from '../support/theta-server.ts';

const channelId = 'usr0123456789abcdef';
const minute = 60_000;

interface Answer {
	readonly t: { readonly t: string; readonly r: number };
	readonly m: readonly {
		readonly d: unknown;
		readonly c: string;
		readonly b?: string;
		readonly p: { readonly t: string };
	}[];
}

function setUp(): {
	emulator: ThetaEmulator;
	clock: FakeTimers;
	get(path: string, init?: RequestInit): Promise<Response>;
} {
	const clock = createClock(fakeNow);
	const emulator = createEmulator(adaptClock(clock));
	const get = (path: string, init?: RequestInit) =>
		emulator.fetch(new Request(`http://127.0.0.1:8788/pubnub/${path}`, init));
	return { emulator, clock, get };
}

const subscribePath = (cursor?: string, channel = `chat.${channelId}`) =>
	`v2/subscribe/${keys.subscribeKey}/${channel}/0?uuid=reader${cursor === undefined ? '' : `&tt=${cursor}`}`;

async function read(response: Promise<Response>): Promise<Answer> {
	return (await (await response).json()) as Answer;
}

test.each([undefined, '0'])(
	'a handshake with cursor %s is answered at once with a 17-digit timetoken',
	async (cursor) => {
		const { get } = setUp();

		const { t, m } = await read(get(subscribePath(cursor)));

		expect(t.t).toMatch(/^1767\d{13}$/);
		expect(t.r).toBeGreaterThan(0);
		expect(m).toEqual([]);
	}
);

test('timetokens grow although the clock stands still', async () => {
	const { emulator, get } = setUp();

	const first = emulator.publish(channelId, 1);
	const { t } = await read(get(subscribePath()));
	const second = emulator.publish(channelId, 2);

	expect([first, t.t, second]).toEqual([first, t.t, second].toSorted());
	expect(new Set([first, t.t, second]).size).toBe(3);
});

test('a poll waits until something is published, and gets it once', async () => {
	const { emulator, clock, get } = setUp();
	const { t } = await read(get(subscribePath()));

	const poll = read(get(subscribePath(t.t)));
	await clock.tickAsync(minute);
	const timetoken = emulator.publish(channelId, 'hello');
	const answer = await poll;
	const next = read(get(subscribePath(answer.t.t)));
	await clock.tickAsync(280_000);

	expect(answer.m).toMatchObject([{ d: 'hello', c: `chat.${channelId}`, p: { t: timetoken } }]);
	expect(answer.m[0]).not.toHaveProperty('b');
	expect(await next).toEqual({ t: { t: answer.t.t, r: 4 }, m: [] });
});

test('a wildcard subscriber is told under which name it heard', async () => {
	const { emulator, get } = setUp();
	const { t } = await read(get(subscribePath(undefined, 'chat.*')));
	emulator.publish(channelId, 'hello');

	const { m } = await read(get(subscribePath(t.t, 'chat.*')));

	expect(m).toMatchObject([{ c: `chat.${channelId}`, b: 'chat.*' }]);
});

test('memory holds the newest hundred messages', async () => {
	const { emulator, get } = setUp();
	const { t } = await read(get(subscribePath()));
	for (let count = 1; count <= 120; count++) emulator.publish(channelId, count);

	const { m } = await read(get(subscribePath(t.t)));

	expect(m).toHaveLength(100);
	expect([m[0]?.d, m.at(-1)?.d]).toEqual([21, 120]);
});

test('memory ends after twenty minutes', async () => {
	const { emulator, clock, get } = setUp();
	const { t } = await read(get(subscribePath()));
	emulator.publish(channelId, 'old');
	clock.tick(15 * minute);
	emulator.publish(channelId, 'younger');
	clock.tick(6 * minute);

	const { m } = await read(get(subscribePath(t.t)));

	expect(m.map(({ d }) => d)).toEqual(['younger']);
});

test('memory and timetokens outlive a restart, even when the clock went back', async () => {
	const { emulator, get } = setUp();
	const { t } = await read(get(subscribePath()));
	emulator.publish(channelId, 'kept');
	const snapshot: unknown = JSON.parse(JSON.stringify(emulator.snapshot()));

	const next = createEmulator(adaptClock(createClock(fakeNow - 5_000)));
	next.restore(snapshot);
	const later = next.publish(channelId, 'later');
	const answer = next.fetch(new Request(`http://127.0.0.1:8788/pubnub/${subscribePath(t.t)}`));
	const { m } = await read(answer);

	expect(m.map(({ d }) => d)).toEqual(['kept', 'later']);
	expect(m[1]?.p.t).toBe(later);
});

test('what is no snapshot is not restored', () => {
	expect(() => setUp().emulator.restore({ last: 'yesterday' })).toThrow();
});

test('an aborted poll is forgotten', async () => {
	const { emulator, clock, get } = setUp();
	const { t } = await read(get(subscribePath()));
	const abort = new AbortController();
	const poll = get(subscribePath(t.t), { signal: abort.signal });
	await clock.tickAsync(minute);

	abort.abort();
	await poll;
	await clock.tickAsync(minute);

	expect(emulator.watchedChannels()).toEqual([]);
});

test('a channel is watched while somebody waits, and for half a minute after', async () => {
	const { emulator, clock, get } = setUp();
	await get(subscribePath());

	const during = emulator.watchedChannels();
	clock.tick(30_001);

	expect(during).toEqual([channelId]);
	expect(emulator.watchedChannels()).toEqual([]);
});

test('a refused key is answered with 403 everywhere, and the body names the channel', async () => {
	const { emulator, get } = setUp();
	emulator.setKeyRefused(true);

	const answers = await Promise.all([
		get(subscribePath()),
		get(`publish/${keys.publishKey}/${keys.subscribeKey}/0/x/0/1`),
		get(`v2/presence/sub-key/${keys.subscribeKey}/channel/x/heartbeat?uuid=u`),
		get(`v3/history/sub-key/${keys.subscribeKey}/channel/x`)
	]);

	expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
	expect(await answers[0]?.json()).toMatchObject({
		error: true,
		status: 403,
		payload: { channels: [`chat.${channelId}`] }
	});
});

test('every answer, errors too, may be read by any page and is typed as PubNub types it', async () => {
	const { get } = setUp();
	const paths = [subscribePath(), 'time/0', 'publish/a/b/0/c/0/1', 'v2/subscribe/none/c/0', 'nowhere', '%E0%A4%A'];

	const answers = await Promise.all(paths.map((path) => get(path)));

	expect(answers.map(({ status }) => status)).toEqual([200, 200, 400, 400, 404, 404]);
	for (const { headers } of answers) {
		expect(headers.get('content-type')).toBe('text/javascript; charset="UTF-8"');
		expect(headers.get('access-control-allow-origin')).toBe('*');
	}
});

test('a preflight allows the deflated POST of the SDK', async () => {
	const answer = await setUp().get('publish/a/b/0/c/0', { method: 'OPTIONS' });

	expect(answer.status).toBe(200);
	expect(answer.headers.get('access-control-allow-headers')).toContain('Content-Encoding');
	expect(answer.headers.get('access-control-allow-methods')).toContain('POST');
});

test('a message that is no JSON is not published', async () => {
	const { get } = setUp();

	const answer = await get(`publish/${keys.publishKey}/${keys.subscribeKey}/0/x/0/%7Bnope`);

	expect(answer.status).toBe(400);
});

test('who says nothing for as long as promised has left', async () => {
	const { clock, get } = setUp();
	const { t } = await read(get(subscribePath(undefined, 'room-pnpres')));
	await get(`v2/presence/sub-key/${keys.subscribeKey}/channel/room/heartbeat?uuid=guest&heartbeat=60`);

	await clock.tickAsync(60_000);
	const { m } = await read(get(subscribePath(t.t, 'room-pnpres')));

	expect(m.map(({ d }) => d)).toMatchObject([
		{ action: 'join', uuid: 'guest', occupancy: 1 },
		{ action: 'timeout', uuid: 'guest', occupancy: 0 }
	]);
});

test('a reset ends waiting polls and forgets all messages', async () => {
	const { emulator, clock, get } = setUp();
	const { t } = await read(get(subscribePath()));
	const poll = read(get(subscribePath(t.t)));
	await clock.tickAsync(1);

	emulator.reset();
	emulator.publish(channelId, 'new');

	expect(await poll).toEqual({ t: { t: t.t, r: 4 }, m: [] });
});
