import { expect, test } from 'vitest';
import { cleanText } from '#lib/model/clean-text.ts';

test.each([
	['plain text stays', 'plain text stays'],
	['naïve café', 'naïve café'],
	['שלום עולם', 'שלום עולם'],
	['👩‍👩‍👧 🇺🇳 👍🏽', '👩‍👩‍👧 🇺🇳 👍🏽'],
	['a\u0000b\u0007c\u0085d', 'abcd'],
	['\u202eevil\u202c \u2066x\u2069', 'evil x'],
	['again \u{E0000}', 'again '],
	['lone \ud800 half', 'lone  half']
])('%j becomes %j', (text, cleaned) => {
	expect(cleanText(text)).toBe(cleaned);
});

test('of a tower of combining marks eight stay', () => {
	expect(cleanText('a' + '\u0301'.repeat(40) + 'b')).toBe('a' + '\u0301'.repeat(8) + 'b');
});
