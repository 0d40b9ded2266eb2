import { expect, test } from 'vitest';
import { pour, sampleDue } from '#lib/interactive/throttle.ts';

const rule = { capacity: 10, drainRate: 5 };

test('a bucket takes what fits and drains with time', () => {
	const first = pour({ level: 0, at: 0 }, rule, 10, 0);
	const second = pour(first.bucket, rule, 1, 0);
	const third = pour(second.bucket, rule, 5, 1_000);

	expect([first.fits, second.fits, third.fits]).toEqual([true, false, true]);
	expect(third.bucket).toEqual({ level: 10, at: 1_000 });
});

test('a bucket of capacity 0 takes nothing', () => {
	expect(pour({ level: 0, at: 0 }, { capacity: 0, drainRate: 0 }, 1, 5_000).fits).toBe(false);
});

test('a clock that went back neither drains nor fills', () => {
	expect(pour({ level: 4, at: 1_000 }, rule, 1, 0).bucket).toEqual({ level: 5, at: 1_000 });
});

test('a sample is due after its time, and at rest at once', () => {
	expect(sampleDue({ x: 1, y: 0 }, undefined, 50, 0)).toBe(true);
	expect(sampleDue({ x: 1, y: 0 }, 100, 50, 149)).toBe(false);
	expect(sampleDue({ x: 1, y: 0 }, 100, 50, 150)).toBe(true);
	expect(sampleDue({ x: 0, y: 0 }, 100, 50, 101)).toBe(true);
});
