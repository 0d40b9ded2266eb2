import { expect, test } from 'vitest';
import { seededRandom } from '#lib/emulator/seeded-random.ts';
import { fuzzRoom } from '#tests/support/fuzz-room.ts';

test.each([1, 2, 3])(
	'whatever is sent, a room keeps what it promises (seed %d)',
	(seed) => {
		expect(fuzzRoom(2_000, seededRandom(seed))).toEqual([]);
	},
	30_000
);
