import { expect, test } from 'vitest';
import { TokenWatch } from '#lib/services/token-watch.ts';
import { adaptClock, createFakeEnvironment } from '#tests/support/fake-environment.ts';

const minute = 60_000;

function open(validate: () => Promise<void> = async () => {}) {
	const { clock } = createFakeEnvironment();
	const checkedAt: number[] = [];
	const watch = new TokenWatch({
		clock: adaptClock(clock),
		validate: () => (checkedAt.push(clock.now), validate())
	});
	const start = clock.now;
	const stop = watch.open();
	return { clock, watch, stop, checks: () => checkedAt.map((at) => (at - start) / minute) };
}

test('tokens are checked at the start and once an hour', async () => {
	const { clock, checks } = open();

	await clock.tickAsync(130 * minute);

	expect(checks()).toEqual([0, 60, 120]);
});

test('after a sleep of more than a few minutes tokens are checked at once, after a shorter one not', async () => {
	const { clock, watch, checks } = open();
	await clock.tickAsync(minute);

	clock.setSystemTime(clock.now + 2 * minute);
	watch.wake();
	const afterNap = checks();
	clock.setSystemTime(clock.now + 10 * minute);
	watch.wake();

	expect(afterNap).toEqual([0]);
	expect(checks()).toEqual([0, 13]);
});

test('a sleep that nothing tells of is noticed by the timer', async () => {
	const { clock, checks } = open();

	clock.setSystemTime(clock.now + 10 * minute);
	await clock.tickAsync(minute);

	expect(checks()).toEqual([0, 11]);
});

test('however often the page wakes, one check runs at a time, and no more than one a minute', async () => {
	const answers: (() => void)[] = [];
	const { clock, watch, checks } = open(() => new Promise((resolve) => answers.push(resolve)));
	const sleep = () => {
		clock.setSystemTime(clock.now + 10 * minute);
		watch.wake();
		watch.wake();
	};

	sleep();
	const whileChecking = checks();
	answers.shift()?.();
	await clock.tickAsync(0);
	sleep();

	expect(whileChecking).toEqual([0]);
	expect(checks()).toEqual([0, 20]);
});

test('a check that fails, as before the network is back, is made again a minute later', async () => {
	let failures = 2;
	const { clock, checks } = open(() => (failures-- > 0 ? Promise.reject(new Error('no network')) : Promise.resolve()));

	await clock.tickAsync(10 * minute);

	expect(checks()).toEqual([0, 1, 2]);
});

test('a stopped watch checks no more', async () => {
	const { clock, stop, checks } = open();

	stop();
	await clock.tickAsync(130 * minute);

	expect(checks()).toEqual([0]);
});
