import { expect, test } from 'vitest';
import { Emitter } from '#lib/model/emitter.ts';
import { toReplay } from '#lib/model/rehearsal.ts';
import { runExclusively } from '#lib/services/lock.ts';
import { createMemoryStorage } from '#lib/services/storage.ts';
import { Activity } from '#lib/state/activity.svelte.ts';
import { keepActivity } from '#lib/state/keep-activity.ts';
import { adaptClock, createFakeEnvironment, fakeNow } from '#tests/support/fake-environment.ts';
import { follow, gift, gifted } from '#tests/support/stream-events.ts';

let pages = 0;

/** One page's life; several may share a storage, at once or one after the other. */
async function openPage(storage = createMemoryStorage(), { startsAt = fakeNow, news = new Emitter<void>() } = {}) {
	const { environment, clock } = createFakeEnvironment({ startsAt, seed: ++pages });
	const activity = new Activity({ clock: adaptClock(clock), ownerOn: () => 'twitch:1' });
	const leaving = new Emitter<void>();
	const stop = keepActivity(
		activity,
		{
			openStorage: async () => storage,
			clock: adaptClock(clock),
			random: environment.random,
			runExclusively,
			news: { tell: () => news.emit(), on: (listener) => news.on(listener) }
		},
		(callback) => leaving.on(callback)
	);
	await clock.tickAsync(0);
	return { activity, clock, storage, stop, leave: () => leaving.emit() };
}

const ids = ({ activity }: Awaited<ReturnType<typeof openPage>>) => activity.entries.map(({ event }) => event.id);

test('a page that is left keeps its lines, what was acknowledged and until when it was looked at', async () => {
	const page = await openPage();
	page.activity.look();
	page.activity.take(follow('a'));
	page.activity.take(follow('b', fakeNow + 1));
	page.activity.acknowledge(['twitch/a']);
	page.leave();
	await page.clock.tickAsync(0);

	const next = await openPage(page.storage, { startsAt: fakeNow + 1_000 });

	expect(ids(next)).toEqual(['b', 'a']);
	expect(next.activity.entries.map(({ acknowledged }) => acknowledged)).toEqual([false, true]);
	expect(next.activity.unread).toBe(0);
	next.activity.take(follow('c', fakeNow + 1_000));
	expect(next.activity.unread).toBe(1);
});

test('two pages that are open at once lose nothing of each other, each line once', async () => {
	const storage = createMemoryStorage();
	const [one, other] = [await openPage(storage), await openPage(storage)];
	one.activity.take(follow('heard by both'));
	other.activity.take(follow('heard by both'));
	one.activity.take(follow('by one', fakeNow + 1));
	other.activity.take(follow('by the other', fakeNow + 2));
	one.activity.acknowledge(['twitch/heard by both']);

	await Promise.all([one.clock.tickAsync(2_000), other.clock.tickAsync(2_000)]);
	one.leave();
	other.leave();
	await other.clock.tickAsync(0);

	const next = await openPage(storage);
	expect(ids(next)).toEqual(['by the other', 'by one', 'heard by both']);
	expect(next.activity.entries.at(-1)?.acknowledged).toBe(true);
});

test('two pages that are left in the same moment keep the lines of both', async () => {
	const storage = createMemoryStorage();
	const [one, other] = [await openPage(storage), await openPage(storage)];
	one.activity.take(follow('a'));
	other.activity.take(follow('b', fakeNow + 1));
	one.leave();
	other.leave();
	await other.clock.tickAsync(0);

	const next = await openPage(storage);
	expect(ids(next)).toEqual(['b', 'a']);
	await next.clock.tickAsync(2_000);

	expect(await storage.keys()).toEqual(['activity']);
});

test('what one page acknowledges, another shows as acknowledged', async () => {
	const storage = createMemoryStorage();
	const news = new Emitter<void>();
	const [one, other] = [await openPage(storage, { news }), await openPage(storage, { news })];
	for (const { activity } of [one, other]) activity.take(follow('a'));

	one.activity.acknowledge(['twitch/a']);
	await one.clock.tickAsync(2_000);
	await other.clock.tickAsync(0);

	expect(other.activity.open).toBe(0);
});

test('a gift that was left half told takes its other subscriptions after a reload', async () => {
	const page = await openPage();
	page.activity.take(gift('g', 2));
	page.activity.take(gifted('x'));
	page.leave();
	await page.clock.tickAsync(0);

	const next = await openPage(page.storage);
	next.activity.take(gifted('x'));
	next.activity.take(gifted('y'));
	await next.clock.tickAsync(5_000);

	expect(ids(next)).toEqual(['g']);
	expect(next.activity.entries[0]?.recipients).toHaveLength(2);
});

test('a gifted subscription that still waits when the page is left is not lost', async () => {
	const page = await openPage();
	page.activity.take(gifted('x'));
	page.leave();
	await page.clock.tickAsync(0);

	expect(ids(await openPage(page.storage))).toEqual(['x']);
});

test('lines are kept for a day, and tries not at all', async () => {
	const page = await openPage();
	page.activity.take(follow('old'));
	page.activity.take(follow('young', fakeNow + 60_000));
	page.activity.take(toReplay(follow('old'), { id: 'again', at: fakeNow }));
	await page.clock.tickAsync(2_000);

	const next = await openPage(page.storage, { startsAt: fakeNow + 24 * 3_600_000 + 1_000 });

	expect(ids(next)).toEqual(['young']);
});

test('what is stored and is no line is left out', async () => {
	const page = await openPage();
	page.activity.take(follow('a'));
	await page.clock.tickAsync(2_000);
	const stored = (await page.storage.load('activity')) as { entries: unknown[] };
	const [entry] = stored.entries as [{ event: object }];
	const wrong = [null, {}, { ...entry, event: { ...entry.event, id: 'b', person: 'Bo' } }];
	await page.storage.save('activity', { ...stored, entries: [...wrong, entry] });

	expect(ids(await openPage(page.storage))).toEqual(['a']);
});

test('where storage fails, what happens is shown all the same', async () => {
	const storage = { ...createMemoryStorage(), keys: () => Promise.reject(new Error('blocked')) };
	const page = await openPage(storage);

	page.activity.take(follow('a'));
	await page.clock.tickAsync(5_000);

	expect(page.activity.ready).toBe(true);
	expect(ids(page)).toEqual(['a']);
});
