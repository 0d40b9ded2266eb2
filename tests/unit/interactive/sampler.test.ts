import { expect, test } from 'vitest';
import { Sampler, type Point } from '#lib/interactive/sampler.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

function sampled() {
	const { clock, environment } = createFakeEnvironment();
	const sent: Point[] = [];
	return {
		clock,
		sent,
		sampler: new Sampler(
			environment.clock,
			() => 50,
			(point) => sent.push(point)
		)
	};
}

test('the first move is told at once, then the newest of each period', async () => {
	const { clock, sent, sampler } = sampled();
	for (const x of [0.1, 0.2, 0.3]) sampler.move({ x, y: 0 });

	expect(sent).toEqual([{ x: 0.1, y: 0 }]);

	await clock.tickAsync(60);

	expect(sent).toEqual([
		{ x: 0.1, y: 0 },
		{ x: 0.3, y: 0 }
	]);
});

test('what rests is told at once, and nothing that was waiting comes after it', async () => {
	const { clock, sent, sampler } = sampled();
	sampler.move({ x: 1, y: 0 });
	sampler.move({ x: 0.5, y: 0 });
	sampler.rest({ x: 0, y: 0 });
	await clock.tickAsync(5_000);

	expect(sent).toEqual([
		{ x: 1, y: 0 },
		{ x: 0, y: 0 }
	]);
});

test('what is held still is told once more, since a host drops what comes too early', async () => {
	const { clock, sent, sampler } = sampled();
	sampler.move({ x: 1, y: 0 });
	await clock.tickAsync(5_000);

	expect(sent).toEqual([
		{ x: 1, y: 0 },
		{ x: 1, y: 0 }
	]);
});
