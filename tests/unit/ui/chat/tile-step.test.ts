import { stepToTile } from '#lib/ui/chat/tile-step.ts';
import { expect, test } from 'vitest';

/** A row of three, one of two in another section, and a row of three. */
const tiles = [
	...[0, 44, 88].map((left) => ({ left, top: 0 })),
	...[0, 44].map((left) => ({ left, top: 80 })),
	...[0, 44, 88].map((left) => ({ left, top: 124 }))
];

test.each([
	['ArrowRight', 0, 1],
	['ArrowRight', 2, 3],
	['ArrowRight', 7, undefined],
	['ArrowLeft', 3, 2],
	['ArrowLeft', 0, undefined],
	['ArrowDown', 0, 3],
	['ArrowDown', 2, 4],
	['ArrowDown', 4, 6],
	['ArrowDown', 6, undefined],
	['ArrowUp', 7, 4],
	['ArrowUp', 3, 0],
	['ArrowUp', 1, undefined],
	['Home', 5, 0],
	['End', 1, 7],
	['a', 1, undefined]
])('%s leads from tile %i to the nearest one there: %s', (key, from, to) => {
	expect(stepToTile(tiles, from, key)).toBe(to);
});
