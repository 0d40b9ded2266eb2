import { expect, test } from 'vitest';
import type { ChatEvent } from '#lib/model/chat.ts';
import { ChatFeed, type FeedChange } from '#lib/state/chat-feed.svelte.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

const channel = { platform: 'twitch', key: 'pool' };

function message(id: string, sentAt = 0, userId = 'u1'): ChatEvent {
	return {
		type: 'message',
		message: {
			id,
			channel,
			author: { userId, login: userId, displayName: userId, badges: [], roles: [] },
			text: id,
			fragments: [{ type: 'text', text: id }],
			sentAt,
			action: false,
			firstMessage: false,
			highlighted: false
		}
	};
}

function historical(id: string, sentAt: number): ChatEvent {
	const event = message(id, sentAt);
	return event.type === 'message' ? { type: 'message', message: { ...event.message, historical: true } } : event;
}

function createFeed(limit: number) {
	const frames: (() => void)[] = [];
	const feed = new ChatFeed(limit, (callback) => {
		frames.push(callback);
		return () => void frames.splice(frames.indexOf(callback), 1);
	});
	const changes: FeedChange[] = [];
	feed.onChange((change) => changes.push(change));
	return { feed, changes, frames, nextFrame: () => frames.shift()?.() };
}

const keys = (feed: ChatFeed) => feed.entries.map(({ key }) => key.slice(key.indexOf('/') + 1));

test('what arrives between two frames is one change', () => {
	const { feed, changes, frames, nextFrame } = createFeed(10);

	for (const id of ['a', 'b', 'c']) feed.take(message(id));
	const asked = frames.length;
	nextFrame();

	expect(asked).toBe(1);
	expect(changes).toHaveLength(1);
	expect(keys(feed)).toEqual(['a', 'b', 'c']);
	expect(feed.size).toBe(3);
});

test('lines of one frame are sorted by the time they were sent', () => {
	const { feed, nextFrame } = createFeed(10);

	feed.take(message('late', 20));
	feed.take(message('early', 10));
	nextFrame();

	expect(keys(feed)).toEqual(['early', 'late']);
});

test('only the newest lines stay, and the change says how many left', () => {
	const { feed, changes, nextFrame } = createFeed(3);

	for (const id of ['a', 'b']) feed.take(message(id));
	nextFrame();
	for (const id of ['c', 'd']) feed.take(message(id));
	nextFrame();

	expect(keys(feed)).toEqual(['b', 'c', 'd']);
	expect(changes.at(-1)).toMatchObject({ dropped: 1 });
});

test('a flood in one frame never holds more than twice the ring, and appends no more than it shows', () => {
	const { feed, changes, nextFrame } = createFeed(5);

	for (let index = 0; index < 1_000; index++) feed.take(message(String(index)));
	nextFrame();

	expect(keys(feed)).toEqual(['995', '996', '997', '998', '999']);
	expect(changes[0]?.appended).toHaveLength(5);
});

test('in a source that OBS hides for an hour, with timers once a minute, no more than the ring is held or drawn', async () => {
	const { clock } = createFakeEnvironment();
	const feed = new ChatFeed(50, (callback) => {
		const timer = clock.setTimeout(callback, 60_000);
		return () => clock.clearTimeout(timer);
	});
	const drawn: number[] = [];
	let onPage = 0;
	feed.onChange(({ appended, dropped }) => {
		drawn.push(appended.length);
		onPage += appended.length - dropped;
	});
	let said = 0;
	const talk = clock.setInterval(() => feed.take(message(String(said++), clock.now)), 100);

	await clock.tickAsync(60 * 60_000);
	clock.clearInterval(talk);
	await clock.tickAsync(60_000);

	expect(said).toBe(36_000);
	expect(drawn.length).toBeLessThanOrEqual(60);
	expect(Math.max(...drawn)).toBe(50);
	expect([feed.size, onPage]).toEqual([50, 50]);
	expect(keys(feed).at(-1)).toBe(String(said - 1));
});

test('a deletion, a timeout, a ban and a clear mark what they take back', () => {
	const { feed, changes, nextFrame } = createFeed(10);
	for (const [id, user] of [
		['a', 'u1'],
		['b', 'u2'],
		['c', 'u3'],
		['d', 'u4']
	] as const)
		feed.take(message(id, 0, user));
	nextFrame();

	feed.take({ type: 'deletion', channel, messageId: 'a' });
	feed.take({ type: 'timeout', channel, userId: 'u2', durationSeconds: 60 });
	feed.take({ type: 'timeout', channel, userId: 'u3' });
	feed.take({ type: 'clear', channel });
	nextFrame();

	expect(feed.entries.map((entry) => entry.type === 'message' && entry.removed)).toEqual([
		'deletion',
		'timeout',
		'ban',
		'clear'
	]);
	expect(changes.at(-1)?.changed).toHaveLength(4);
});

test('a line deleted before its frame is shown as deleted', () => {
	const { feed, nextFrame } = createFeed(10);

	feed.take(message('a'));
	feed.take({ type: 'deletion', channel, messageId: 'a' });
	nextFrame();

	expect(feed.entries[0]).toMatchObject({ removed: 'deletion' });
});

test('a clear of another channel changes nothing', () => {
	const { feed, frames, nextFrame } = createFeed(10);
	feed.take(message('a'));
	nextFrame();

	feed.take({ type: 'clear', channel: { platform: 'twitch', key: 'other' } });

	expect(frames).toHaveLength(0);
});

test('a line from history takes its place by time, and live lines stay as they came', () => {
	const { feed, changes, nextFrame } = createFeed(10);
	for (const [id, sentAt] of [
		['a', 10],
		['c', 40],
		['b', 35]
	] as const) {
		feed.take(message(id, sentAt));
		nextFrame();
	}

	feed.take(historical('h2', 30));
	feed.take(historical('h1', 20));
	feed.take(message('d', 41));
	nextFrame();

	expect(keys(feed)).toEqual(['a', 'h1', 'h2', 'c', 'b', 'd']);
	expect(changes.at(-1)).toMatchObject({ appended: [{ at: 41 }], inserted: [{ at: 20 }, { at: 30 }] });
});

test('what history puts in never makes the ring longer', () => {
	const { feed, nextFrame } = createFeed(3);
	for (const id of ['a', 'b', 'c']) feed.take(message(id, 100));
	nextFrame();

	for (let at = 0; at < 20; at++) feed.take(historical(`h${at}`, at));
	nextFrame();

	expect(keys(feed)).toEqual(['a', 'b', 'c']);
});

test('a gap stands before the first line that is complete again', () => {
	const { feed, nextFrame } = createFeed(10);
	feed.take(message('a', 10));
	feed.take(message('b', 30));
	nextFrame();

	feed.take({ type: 'gap', gap: { id: 'gap', channel, from: 10, to: 20 } });
	nextFrame();

	expect(keys(feed)).toEqual(['a', 'gap', 'b']);
});

test('a timeout from history spares what was said after it', () => {
	const { feed, nextFrame } = createFeed(10);
	feed.take(message('before', 10));
	feed.take(message('after', 30));
	nextFrame();

	feed.take({ type: 'timeout', channel, userId: 'u1', durationSeconds: 1, at: 20 });

	expect(feed.entries.map((entry) => entry.type === 'message' && entry.removed)).toEqual(['timeout', undefined]);
});

test('a notice that grows is changed where it stands', () => {
	const { feed, changes, nextFrame } = createFeed(10);
	const notice = { id: 'n', channel, kind: 'gift', systemText: 'one', fragments: [], sentAt: 0 } as const;
	feed.take({ type: 'notice', notice });
	feed.take(message('a'));
	nextFrame();

	feed.take({ type: 'notice-change', notice: { ...notice, systemText: 'two' } });
	nextFrame();

	expect(feed.entries).toHaveLength(2);
	expect(feed.entries[0]).toMatchObject({ notice: { systemText: 'two' } });
	expect(changes.at(-1)).toMatchObject({ appended: [], changed: [{ notice: { systemText: 'two' } }] });
});

test('chat too fast to be read is drawn less often, until it is slow again', () => {
	const delays: (number | undefined)[] = [];
	const frames: (() => void)[] = [];
	const feed = new ChatFeed(100, (callback, delayMs) => {
		delays.push(delayMs);
		frames.push(callback);
		return () => {};
	});
	const say = (count: number) => {
		for (let index = 0; index < count; index++) feed.take(message(`${delays.length}-${index}`));
		frames.shift()?.();
	};

	for (const count of [1, 20, 20, 1, 1]) say(count);

	expect(delays).toEqual([0, 0, 80, 80, 0]);
});
