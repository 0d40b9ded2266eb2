import { expect, test } from 'vitest';
import { ConnectionError } from '#lib/model/errors.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import { Broadcast, type StreamFacts, type ViewerSample } from '#lib/state/broadcast.svelte.ts';
import { adaptClock, createFakeEnvironment, fakeNow } from '#tests/support/fake-environment.ts';

const live: StreamFacts = { startedAt: fakeNow - 60_000, viewers: 20, title: 'Day 12' };
const stamp = { id: 'e', platform: 'twitch', at: fakeNow } as const;
const offline: StreamEvent = { ...stamp, type: 'stream-offline' };
const online: StreamEvent = { ...stamp, type: 'stream-online', startedAt: fakeNow };

async function open(answer: StreamFacts | 'offline' | Error = live, samples: readonly ViewerSample[] = []) {
	const { clock } = createFakeEnvironment();
	const page = { answer, visible: true, asked: [] as number[] };
	const kept = { current: samples };
	const broadcast = new Broadcast({
		clock: adaptClock(clock),
		platform: 'twitch',
		async request() {
			page.asked.push(clock.now - fakeNow);
			if (page.answer instanceof Error) throw page.answer;
			return page.answer === 'offline' ? undefined : page.answer;
		},
		visible: () => page.visible,
		samples: kept
	});
	const stop = broadcast.open();
	await clock.tickAsync(0);
	return { broadcast, clock, page, kept, stop };
}

test('it is asked for once a minute while the page is visible, and at once when it is again', async () => {
	const { broadcast, clock, page, stop } = await open();
	await clock.tickAsync(60_000);
	page.visible = false;
	await clock.tickAsync(180_000);
	expect(page.asked).toEqual([0, 60_000]);

	page.visible = true;
	broadcast.wake();
	await clock.tickAsync(20_000);
	broadcast.wake();
	expect(page.asked).toEqual([0, 60_000, 240_000]);
	stop();
	await clock.tickAsync(120_000);

	expect(page.asked).toHaveLength(3);
});

test('what viewers there were is kept for the last 60 samples', async () => {
	const { clock, kept } = await open(live, [{ at: 1, viewers: 5 }]);
	expect(kept.current.map(({ viewers }) => viewers)).toEqual([5, 20]);

	await clock.tickAsync(70 * 60_000);

	expect(kept.current).toHaveLength(60);
});

test('an event changes it at once, and it is asked for thirty seconds later', async () => {
	const { broadcast, clock, page } = await open();
	expect(broadcast.onAir).toBe('live');

	broadcast.take(offline);
	page.answer = 'offline';
	expect(broadcast.onAir).toBe('offline');
	await clock.tickAsync(30_000);

	expect(page.asked).toEqual([0, 30_000]);
	expect(broadcast.stream).toEqual({});
});

test('an answer that is behind what was told does not change it back', async () => {
	const { broadcast, clock } = await open();

	broadcast.take(offline);
	await clock.tickAsync(90_000);
	expect(broadcast.onAir).toBe('offline');
	await clock.tickAsync(180_000);

	expect(broadcast.onAir).toBe('live');
});

test('a stream that starts has no viewers of the one before', async () => {
	const { broadcast, clock, page, kept } = await open();
	broadcast.take(offline);
	broadcast.take(online);
	expect(broadcast.stream).toEqual({ startedAt: fakeNow });
	expect(kept.current).toEqual([]);

	page.answer = { ...live, startedAt: fakeNow, viewers: 3 };
	await clock.tickAsync(30_000);

	expect(kept.current.map(({ viewers }) => viewers)).toEqual([3]);
});

test('offline is not unknown: without an answer it is unknown only after three minutes', async () => {
	const { broadcast, clock, page } = await open('offline');
	expect(broadcast.onAir).toBe('offline');

	page.answer = new ConnectionError('unreachable', 'Offline.');
	await clock.tickAsync(120_000);
	expect(broadcast.onAir).toBe('offline');
	expect(page.asked).toEqual([0, 60_000, 90_000, 120_000]);
	await clock.tickAsync(120_000);

	expect(broadcast.onAir).toBe('unknown');
});

test('what is made up, or of another platform, changes nothing; a new title does', async () => {
	const { broadcast } = await open();

	broadcast.take({ ...offline, simulated: true });
	broadcast.take({ ...offline, platform: 'theta' });
	const category = { id: '1', name: 'Art' };
	broadcast.take({ ...stamp, type: 'stream-changed', title: 'Day 13', category, language: 'en', labels: [] });

	expect(broadcast.onAir).toBe('live');
	expect(broadcast.stream.title).toBe('Day 13');
});
