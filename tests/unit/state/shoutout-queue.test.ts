import { expect, test } from 'vitest';
import { AuthorizationError, ConnectionError, RejectionError } from '#lib/model/errors.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import { mostShoutouts, ShoutoutQueue } from '#lib/state/shoutout-queue.svelte.ts';
import { createFakeEnvironment, fakeNow } from '#tests/support/fake-environment.ts';

const minute = 60_000;
const otter = { userId: '1', login: 'otter', displayName: 'Otter' };
const seal = { userId: '2', login: 'seal', displayName: 'Seal' };

/** A browser: what its pages share, and what Twitch answers to one shoutout after another. */
function createBrowser(...answers: readonly unknown[]) {
	const { environment, clock } = createFakeEnvironment();
	const stored = new Map<string, string>();
	const sent: [userId: string, minute: number][] = [];
	const left = [...answers];
	const waiting: (() => void)[] = [];
	const pages: ((key: string) => void)[] = [];
	let held = false;

	function holdAlone(_name: string, task: () => () => void) {
		let stop: (() => void) | undefined;
		const start = () => {
			held = true;
			stop = task();
		};
		if (held) waiting.push(start);
		else start();
		return () => {
			if (!stop) return void waiting.splice(waiting.indexOf(start), 1);
			stop();
			held = false;
			waiting.shift()?.();
		};
	}

	function openPage({ graceMs = 0 } = {}) {
		const hear = (key: string) => listeners.forEach((listener) => listener(key));
		const listeners = new Set<(key: string | null) => void>();
		pages.push(hear);
		const queue = new ShoutoutQueue({
			clock: environment.clock,
			storage: () => ({
				getItem: (key) => stored.get(key) ?? null,
				setItem(key, value) {
					stored.set(key, value);
					for (const other of pages) if (other !== hear) other(key);
				}
			}),
			async send(userId) {
				sent.push([userId, (clock.now - fakeNow) / minute]);
				const answer = left.shift();
				if (answer) throw answer as Error;
			},
			holdAlone,
			graceMs,
			onStored(listener) {
				listeners.add(listener);
				return () => listeners.delete(listener);
			}
		});
		return { queue, close: queue.open('9') };
	}

	return { openPage, sent, stored, clock, pass: (minutes: number) => clock.tickAsync(minutes * minute) };
}

const stamp = { id: 'e', platform: 'twitch', at: 0 } as const;
const raid: StreamEvent = { ...stamp, type: 'raid', person: otter, viewers: 12 };

test('the first goes out at once, the next two minutes later, and both are done', async () => {
	const { openPage, sent, pass } = createBrowser();
	const { queue } = openPage();

	queue.add(otter);
	queue.add(seal);
	await pass(0);
	const between = queue.planned;
	await pass(5);

	expect(sent).toEqual([
		['1', 0],
		['2', 2]
	]);
	expect(between).toEqual([{ person: seal, dueAt: fakeNow + 2 * minute }]);
	expect(queue.waiting).toEqual([]);
});

test('the same channel waits an hour for its next one, and once is enough while it waits', async () => {
	const { openPage, sent, pass } = createBrowser();
	const { queue } = openPage();

	queue.add(otter);
	await pass(1);
	const added = [queue.add(otter), queue.add(otter)];
	await pass(70);

	expect(added).toEqual([true, false]);
	expect(sent).toEqual([
		['1', 0],
		['1', 60]
	]);
});

test('a reload goes on where the queue was', async () => {
	const { openPage, sent, pass } = createBrowser();
	const first = openPage();
	first.queue.add(otter);
	first.queue.add(seal);
	await pass(1);

	first.close();
	await pass(0.5);
	const { queue } = openPage();
	await pass(2);

	expect(sent).toEqual([
		['1', 0],
		['2', 2]
	]);
	expect(queue.waiting).toEqual([]);
});

test('of two pages one sends, both show the same, and the second goes on when the first is closed', async () => {
	const { openPage, sent, pass } = createBrowser();
	const first = openPage();
	const second = openPage();

	second.queue.add(otter);
	first.queue.add(seal);
	await pass(1);
	const shown = [first.queue.waiting, second.queue.waiting];
	first.close();
	await pass(2);

	expect(shown).toEqual([[seal], [seal]]);
	expect(sent).toEqual([
		['1', 0],
		['2', 2]
	]);
});

test('a stream that is offline stops the queue, which keeps everybody and goes on when it begins', async () => {
	const { openPage, sent, pass } = createBrowser(new RejectionError('status_400', 'not live'));
	const { queue } = openPage();

	queue.add(otter);
	await pass(10);
	const stopped = { paused: queue.paused, waiting: queue.waiting, problem: queue.problem };
	queue.take({ ...stamp, type: 'stream-online', startedAt: 0 });
	await pass(0);

	expect(stopped).toMatchObject({ paused: true, waiting: [otter], problem: { code: 'status_400' } });
	expect(sent.map(([, at]) => at)).toEqual([0, 10]);
	expect(queue.problem).toBeUndefined();
});

test('without the permission nothing more is tried until the streamer says so', async () => {
	const error = new AuthorizationError('scope_missing', 'no', { scope: 'moderator:manage:shoutouts' });
	const { openPage, sent, pass } = createBrowser(error);
	const { queue } = openPage();

	queue.add(otter);
	await pass(10);
	queue.resume();
	await pass(0);

	expect(sent).toHaveLength(2);
	expect(queue.waiting).toEqual([]);
});

test('a limit is waited out, and one that holds on is that of the hour, which lets others go first', async () => {
	const limit = new ConnectionError('rate_limited', '429');
	const { openPage, sent, pass } = createBrowser(limit, limit);
	const { queue } = openPage();

	queue.add(otter);
	queue.add(seal);
	await pass(70);

	expect(sent).toEqual([
		['1', 0],
		['1', 2],
		['2', 4],
		['1', 62]
	]);
});

test('a shoutout whose answer was lost is tried again, and a limit then says that it had been given', async () => {
	const lost = new ConnectionError('timed_out', 'no answer');
	const { openPage, sent, pass } = createBrowser(lost, new ConnectionError('rate_limited', '429'));
	const { queue } = openPage();

	queue.add(otter);
	await pass(1);
	const kept = queue.waiting;
	await pass(130);

	expect(kept).toEqual([otter]);
	expect(sent.map(([, at]) => at)).toEqual([0, 2]);
	expect(queue.waiting).toEqual([]);
});

test('what was given elsewhere leaves the queue and is waited out', async () => {
	const { openPage, sent, pass } = createBrowser();
	const { queue } = openPage();
	queue.take({ ...stamp, type: 'shoutout-sent', person: seal, nextAt: fakeNow + 2 * minute, sameNextAt: 0 });

	queue.add(otter);
	queue.add(seal);
	queue.take({
		...stamp,
		type: 'shoutout-sent',
		person: otter,
		nextAt: fakeNow + 3 * minute,
		sameNextAt: fakeNow + 60 * minute
	});
	await pass(5);

	expect(sent).toEqual([['2', 3]]);
});

test('raiders are remembered, and thanked where the streamer wants it, but never for a simulated raid', async () => {
	const { openPage, pass } = createBrowser();
	const { queue } = openPage();
	queue.take(raid);
	await pass(0);
	const unasked = queue.waiting;

	queue.add(seal);
	await pass(0);
	queue.thanksRaiders = true;
	queue.take({ ...raid, simulated: true, person: seal });
	queue.take(raid);

	expect(unasked).toEqual([]);
	expect(queue.waiting).toEqual([otter]);
	expect(queue.raiders).toEqual([otter]);
});

test('what was put in by mistake is taken out before it is sent', async () => {
	const { openPage, sent, pass } = createBrowser();
	const { queue } = openPage({ graceMs: 8_000 });

	queue.add(otter);
	await pass(0.1);
	queue.remove(otter.userId);
	queue.add(seal);
	await pass(1);

	expect(sent.map(([userId]) => userId)).toEqual(['2']);
});

test('the order is changed and taken back, and the queue is bounded', async () => {
	const { openPage } = createBrowser();
	const { queue } = openPage();
	const many = Array.from({ length: mostShoutouts + 1 }, (_, index) => ({ ...otter, userId: String(index + 10) }));
	const added = many.map((person) => queue.add(person));

	queue.move('12', 0);
	queue.remove('10');
	queue.add({ ...otter, userId: '10' }, 1);

	expect(added.at(-1)).toBe(false);
	expect(queue.waiting.slice(0, 3).map(({ userId }) => userId)).toEqual(['12', '10', '11']);
});

test('a stored queue that is not right is an empty one', () => {
	const { openPage, stored } = createBrowser();
	stored.set('tributary.shoutouts.9', '{"waiting":[{"person":{"userId":"<img>"}}]}');

	expect(openPage().queue.waiting).toEqual([]);
});
