import { expect, test } from 'vitest';
import { RejectionError } from '#lib/model/errors.ts';
import type { AdSchedule } from '#lib/platforms/twitch/helix/ads.ts';
import { AdWatch } from '#lib/state/ad-watch.svelte.ts';
import { createFakeEnvironment, fakeNow } from '#tests/support/fake-environment.ts';

const minute = 60_000;
const usual = { seconds: 90, prerollFreeSeconds: 0, snoozesLeft: 3, readAt: fakeNow };

function createWatch(answer: (count: number) => AdSchedule | Error, stored = new Map<string, string>()) {
	const { environment, clock } = createFakeEnvironment();
	const warnings: [seconds: number, at: number][] = [];
	const asked: number[] = [];
	const watch = new AdWatch({
		clock: environment.clock,
		storage: () => ({
			getItem: (key) => stored.get(key) ?? null,
			setItem: (key, value) => void stored.set(key, value)
		}),
		async request() {
			asked.push((clock.now - fakeNow) / minute);
			const given = answer(asked.length);
			if (given instanceof Error) throw given;
			return given;
		},
		onWarning: (seconds) => void warnings.push([seconds, (clock.now - fakeNow) / 1_000])
	});
	return { watch, clock, warnings, asked };
}

const stamp = { id: 'e', platform: 'twitch', at: 0 } as const;

test('the streamer is warned 60 s and 10 s before an ad, once each however often the schedule is read', async () => {
	const { watch, clock, warnings } = createWatch(() => ({ ...usual, nextAt: fakeNow + 12 * minute }));

	const close = watch.open('7');
	await clock.tickAsync(20 * minute);
	close();

	expect(warnings).toEqual([
		[60, 660],
		[10, 710]
	]);
});

test('an ad that is put off is warned of later', async () => {
	const { watch, clock, warnings } = createWatch(() => ({ ...usual, nextAt: fakeNow + 2 * minute }));
	watch.open('7');
	await clock.tickAsync(0);

	watch.putOff({ snoozesLeft: 2, nextAt: fakeNow + 4 * minute });
	await clock.tickAsync(3 * minute + 1);

	expect(warnings).toEqual([[60, 180]]);
	expect(watch.schedule).toEqual({ ...usual, snoozesLeft: 2, nextAt: fakeNow + 4 * minute });
});

test('ads that begin are shown until they end, and the schedule is read again, never twice in 30 s', async () => {
	const { watch, clock, asked } = createWatch(() => usual);
	watch.open('7');
	await clock.tickAsync(1_000);

	watch.take({ ...stamp, type: 'ad-break', seconds: 60, automatic: true });
	watch.take({ ...stamp, type: 'stream-online', startedAt: 0 });
	await clock.tickAsync(28_999);
	const early = asked.length;
	await clock.tickAsync(minute);

	expect(watch.running).toEqual({ seconds: 60, automatic: true, endsAt: fakeNow + 61_000 });
	expect([early, asked.length]).toEqual([1, 2]);
});

test('a commercial that was run closes the way for the next, also after a reload, for its own account', () => {
	const stored = new Map<string, string>();
	const { watch } = createWatch(() => usual, stored);
	watch.open('7');

	watch.begin({ seconds: 30, pauseSeconds: 480, message: '' });

	expect(watch.freeAt).toBe(fakeNow + 480_000);
	expect(watch.running).toMatchObject({ automatic: false, endsAt: fakeNow + 30_000 });
	const { watch: reloaded } = createWatch(() => usual, stored);
	reloaded.open('7');
	expect(reloaded.freeAt).toBe(fakeNow + 480_000);
	reloaded.open('8');
	expect(reloaded.freeAt).toBe(0);
});

test('who has no ads is not asked about them again', async () => {
	const { watch, clock, asked } = createWatch(() => new RejectionError('status_403', 'no affiliate'));

	watch.open('7');
	await clock.tickAsync(60 * minute);

	expect(watch.problem).toMatchObject({ code: 'status_403' });
	expect(asked).toHaveLength(1);
});

test('a closed watch forgets and asks no more', async () => {
	const { watch, clock, asked, warnings } = createWatch(() => ({ ...usual, nextAt: fakeNow + 3 * minute }));

	const close = watch.open('7');
	await clock.tickAsync(0);
	close();
	await clock.tickAsync(60 * minute);

	expect([watch.schedule, asked.length, warnings]).toEqual([undefined, 1, []]);
});
