import { expect, test } from 'vitest';
import { parseWords } from '#lib/ui/settings/words.ts';

test('words are cut at commas, trimmed and kept once', () => {
	expect(parseWords(' raid, give away,,raid ,', 30)).toEqual(['raid', 'give away']);
});

test('too many words, and too long ones, are cut short', () => {
	expect(parseWords('a,b,c', 2)).toEqual(['a', 'b']);
	expect(parseWords('x'.repeat(90), 2)).toEqual(['x'.repeat(50)]);
});
