import { expect, test } from 'vitest';
import { ageText } from '#lib/ui/chat/age-text.ts';

const dayMs = 86_400_000;

test.each([
	[-5, '0 days'],
	[dayMs, '1 day'],
	[29 * dayMs, '29 days'],
	[31 * dayMs, '1 month'],
	[364 * dayMs, '11 months'],
	[366 * dayMs, '1 year'],
	[10 * 366 * dayMs, '10 years']
])('%d ms are told as %s', (ageMs, text) => {
	expect(ageText(ageMs)).toBe(text);
});
