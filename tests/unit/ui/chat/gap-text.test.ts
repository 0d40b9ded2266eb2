import { expect, test } from 'vitest';
import { gapText } from '#lib/ui/chat/gap-text.ts';

test.each([
	[0, '1 second'],
	[45_000, '45 seconds'],
	[120_000, '2 minutes'],
	[59 * 60_000, '59 minutes'],
	[3 * 3_600_000, '3 hours']
])('a gap of %i ms reads as %s', (duration, words) => {
	expect(gapText({ from: 1_000, to: 1_000 + duration })).toBe(`Some messages may be missing here: ${words}`);
});
