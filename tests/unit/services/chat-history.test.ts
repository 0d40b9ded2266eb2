import { expect, test } from 'vitest';
import type { ChatEvent } from '#lib/model/chat.ts';
import { ChatHistory } from '#lib/services/chat-history.ts';
import { toHistoryEvents } from '#lib/services/kept-lines.ts';
import { runExclusively } from '#lib/services/lock.ts';
import { createMemoryStorage, type Storage } from '#lib/services/storage.ts';
import { adaptClock, createFakeEnvironment, fakeNow } from '#tests/support/fake-environment.ts';

const channel = { platform: 'twitch', key: 'pool' };
const name = 'twitch:pool';

function message(id: string, sentAt: number, userId = 'u1'): ChatEvent {
	return {
		type: 'message',
		message: {
			id,
			channel,
			author: { userId, login: userId, displayName: userId, color: '#1e90ff', badges: [], roles: ['moderator'] },
			text: id,
			fragments: [{ type: 'text', text: id }],
			sentAt,
			action: false,
			firstMessage: false,
			highlighted: false
		}
	};
}

async function open(storage: Storage = createMemoryStorage(), startsAt = fakeNow) {
	const { clock } = createFakeEnvironment({ startsAt });
	const history = new ChatHistory({ openStorage: async () => storage, clock: adaptClock(clock), runExclusively });
	const kept = await history.load(channel);
	return { clock, storage, history, kept };
}

const ids = (events: readonly ChatEvent[]) =>
	events.flatMap((event) => (event.type === 'message' ? [event.message.id] : [event.type]));

test('what was taken in is there again on the next page, marked as history', async () => {
	const { clock, storage, history } = await open();
	history.take(message('a', clock.now));
	history.take(message('b', clock.now));
	await clock.tickAsync(4_000);

	const { kept } = await open(storage, clock.now);

	expect(kept?.seenUntil).toBe(clock.now - 4_000);
	expect(ids(toHistoryEvents(kept?.lines ?? []))).toEqual(['a', 'b']);
	expect(toHistoryEvents(kept?.lines ?? [])[0]).toMatchObject({ message: { historical: true, text: 'a' } });
});

test('writes are gathered: a burst is one write', async () => {
	let writes = 0;
	const memory = createMemoryStorage();
	const { clock, history } = await open({ ...memory, save: async (key, value) => (writes++, memory.save(key, value)) });

	for (let index = 0; index < 100; index++) history.take(message(String(index), clock.now));
	await clock.tickAsync(10_000);

	expect(writes).toBe(1);
});

test('no more than the newest 500 lines are kept, each where its time is', async () => {
	const { clock, storage, history } = await open();
	for (let index = 0; index < 1_200; index++) history.take(message(String(index), clock.now + index));
	history.take(message('looked up later', clock.now + 1_100.5));
	await history.leave();

	const { kept } = await open(storage);
	const kinds = ids(toHistoryEvents(kept?.lines ?? []));

	expect(kinds).toHaveLength(500);
	expect(kinds.indexOf('looked up later')).toBe(kinds.indexOf('1100') + 1);
	expect(kinds.at(-1)).toBe('1199');
});

test.each<ChatEvent>([
	{ type: 'deletion', channel, messageId: 'a' },
	{ type: 'timeout', channel, userId: 'bad', durationSeconds: 600 },
	{ type: 'timeout', channel, userId: 'bad' },
	{ type: 'clear', channel }
])('a message that was taken back comes back as taken back in the same way: $type', async (removal) => {
	const { clock, storage, history } = await open();
	history.take(message('a', clock.now, 'bad'));
	history.take(removal);
	history.take(message('b', clock.now + 1, 'bad'));
	await history.leave();

	const { kept } = await open(storage);
	const [, restored, ...rest] = toHistoryEvents(kept?.lines ?? []);

	expect(restored).toEqual(removal.type === 'deletion' ? removal : { ...removal, at: clock.now });
	expect(ids(rest)).toEqual(['b']);
});

test('a gift bomb that grew comes back as it was in the end', async () => {
	const { clock, storage, history } = await open();
	const notice = { id: 'gift', channel, kind: 'gift', systemText: '', fragments: [], sentAt: clock.now } as const;
	history.take({ type: 'notice', notice: { ...notice, amount: 1 } });
	history.take({ type: 'notice-change', notice: { ...notice, amount: 20 } });
	await history.leave();

	const { kept } = await open(storage);

	expect(toHistoryEvents(kept?.lines ?? [])).toMatchObject([{ type: 'notice', notice: { id: 'gift', amount: 20 } }]);
});

test('two pages that read a channel at once keep the lines of both, each line once', async () => {
	const storage = createMemoryStorage();
	const [one, other] = [await open(storage), await open(storage)];
	one.history.take(message('heard by both', fakeNow));
	one.history.take(message('heard by one', fakeNow + 1));
	other.history.take(message('heard by both', fakeNow));
	other.history.take(message('heard by the other', fakeNow + 2));

	await one.clock.tickAsync(4_000);
	await other.clock.tickAsync(4_000);
	other.history.take(message('later', fakeNow + 3));
	await one.history.leave();
	await other.history.leave();
	await other.clock.tickAsync(4_000);

	const { kept } = await open(storage, fakeNow + 10_000);
	const lines = ['heard by both', 'heard by one', 'heard by the other', 'later'];
	expect(ids(toHistoryEvents(kept?.lines ?? []))).toEqual(lines);
});

test('what one page knows as taken back stays so when another page, which does not, writes it', async () => {
	const storage = createMemoryStorage();
	const [one, other] = [await open(storage), await open(storage)];
	for (const { history } of [one, other]) history.take(message('a', fakeNow));
	one.history.take({ type: 'deletion', channel, messageId: 'a' });

	await one.clock.tickAsync(4_000);
	await other.clock.tickAsync(4_000);

	const { kept } = await open(storage);
	expect(ids(toHistoryEvents(kept?.lines ?? []))).toEqual(['a', 'deletion']);
});

test('two pages hold the lock of their channel while they read and write', async () => {
	const storage = createMemoryStorage();
	const held: string[] = [];
	const { clock } = createFakeEnvironment();
	const history = new ChatHistory({
		openStorage: async () => ({ ...storage, save: async (key, value) => (held.push(key), storage.save(key, value)) }),
		clock: adaptClock(clock),
		async runExclusively(lock, task) {
			held.push(`+${lock}`);
			const result = await task();
			held.push(`-${lock}`);
			return result;
		}
	});
	await history.load(channel);
	history.take(message('a', clock.now));

	await clock.tickAsync(4_000);

	expect(held).toEqual(['+tributary.history.twitch:pool', name, '-tributary.history.twitch:pool']);
});

test('the place where the platform is read on goes with the lines, and never back', async () => {
	const { clock, storage, history } = await open();
	history.take(message('a', clock.now), '17000000000000002');
	history.take(message('b', clock.now), '17000000000000001');
	history.see(channel, { cursor: '17000000000000003' });
	await history.leave();

	expect((await open(storage)).kept?.cursor).toBe('17000000000000003');
});

test('a quiet channel was read until the page was left', async () => {
	const { clock, storage, history } = await open();
	history.take(message('a', clock.now));
	await clock.tickAsync(60_000);
	history.see(channel);
	await history.leave();

	expect((await open(storage, clock.now)).kept?.seenUntil).toBe(clock.now);
});

test('a time that the clock has yet to come to counts as now', async () => {
	const storage = createMemoryStorage();
	const { clock } = await open(storage);
	const event = message('a', clock.now);
	await storage.save(name, { version: 1, seenUntil: clock.now + 3_600_000, lines: [{ event, removed: false }] });

	expect((await open(storage)).kept?.seenUntil).toBe(clock.now);
});

test.each([
	['nothing that is a record', 'text', undefined],
	['a record of another version', { version: 2, seenUntil: 1, lines: [] }, undefined],
	[
		'a record of corrupt lines only',
		{ version: 1, seenUntil: 1, lines: [null, { event: { type: 'message' } }] },
		undefined
	]
])('%s reads as nothing kept', async (_name, stored, kept) => {
	const storage = createMemoryStorage();
	await storage.save(name, stored);

	expect((await open(storage)).kept).toBe(kept);
});

test('a corrupt line, one of another channel and one of last week are left out, the others are shown', async () => {
	const storage = createMemoryStorage();
	const { clock, history } = await open(storage);
	history.take(message('good', clock.now));
	history.take(message('old', clock.now - 7 * 24 * 3_600_000));
	await history.leave();
	const stored = (await storage.load(`${name} left`)) as { lines: object[] };
	const foreign = JSON.parse(JSON.stringify(stored.lines[1]).replace('"pool"', '"other"')) as object;
	const faceless = JSON.parse(JSON.stringify(stored.lines[1]).replace('"text","text"', '"emote","text"')) as object;
	await storage.save(name, { ...stored, lines: [...stored.lines, foreign, faceless, 7] });

	const { kept } = await open(storage);

	expect(ids(toHistoryEvents(kept?.lines ?? []))).toEqual(['good']);
});

test('forgetting leaves nothing, also of what waits to be written', async () => {
	const { clock, storage, history } = await open();
	history.take(message('a', clock.now));
	await history.leave();
	history.take(message('b', clock.now));

	await history.clear();
	await clock.tickAsync(10_000);

	expect((await open(storage)).kept).toBeUndefined();
});

test('what one page forgets no other page of the browser brings back', async () => {
	const storage = createMemoryStorage();
	const [one, other] = [await open(storage), await open(storage)];
	other.history.take(message('heard before', fakeNow));
	await other.clock.tickAsync(5_000);
	await one.clock.tickAsync(5_000);

	await one.history.clear();
	other.history.take(message('heard at once', fakeNow));
	await other.clock.tickAsync(5_000);
	other.history.take(message('heard later', fakeNow));
	await other.clock.tickAsync(5_000);

	const { kept } = await open(storage, other.clock.now);
	expect(ids(toHistoryEvents(kept?.lines ?? []))).toEqual(['heard later']);
});

test('a storage that refuses to write disturbs nothing', async () => {
	const { clock, history } = await open({
		...createMemoryStorage(),
		save: () => Promise.reject(new Error('QuotaExceededError'))
	});
	history.take(message('a', clock.now));

	await expect(history.leave()).resolves.toBeUndefined();
});
