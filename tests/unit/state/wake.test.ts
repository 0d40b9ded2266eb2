import { expect, test } from 'vitest';
import { onLateTick } from '#lib/state/wake.ts';
import { adaptClock, createFakeEnvironment } from '#tests/support/fake-environment.ts';

test('a machine that slept is noticed at its first tick, one that is only busy is not', async () => {
	const { clock } = createFakeEnvironment();
	let woken = 0;
	const stop = onLateTick(() => woken++, adaptClock(clock));

	await clock.tickAsync(60_000);
	const whileAwake = woken;
	clock.setSystemTime(clock.now + 3_600_000);
	await clock.tickAsync(5_000);

	expect(whileAwake).toBe(0);
	expect(woken).toBe(1);

	stop();
	clock.setSystemTime(clock.now + 3_600_000);
	await clock.tickAsync(5_000);

	expect(woken).toBe(1);
});
