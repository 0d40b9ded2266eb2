import { expect, test } from 'vitest';
import { Backoff } from '#lib/transport/backoff.ts';

const waits = (backoff: Backoff, count: number) => Array.from({ length: count }, () => backoff.next());

test('waits grow to the cap and stay there', () => {
	expect(waits(new Backoff(() => 1), 7)).toEqual([250, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
});

test('half of each wait is jitter', () => {
	expect(waits(new Backoff(() => 0), 4)).toEqual([125, 500, 1_000, 2_000]);
});

test('a success starts over', () => {
	const backoff = new Backoff(() => 1);

	waits(backoff, 5);
	backoff.reset();

	expect(backoff.next()).toBe(250);
});

test('ten thousand failures still give a wait', () => {
	expect(waits(new Backoff(() => 1), 10_000).at(-1)).toBe(15_000);
});
