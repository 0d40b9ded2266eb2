import { expect, test } from 'vitest';
import { createWordMatch } from '#lib/model/word-match.ts';

test.each([
	['hi ann', true],
	['@Ann!', true],
	['ANN', true],
	['banner', false],
	['ann_2', false],
	['éann', false],
	['banner, but ann', true]
])('"ann" in "%s": %s', (text, found) => {
	expect(createWordMatch(['Ann'])(text)).toBe(found);
});

test('a word of a script without spaces is found inside a sentence', () => {
	expect(createWordMatch(['配信'])('今日の配信は楽しい')).toBe(true);
});

test('no words, or words of nothing, find nothing', () => {
	expect(createWordMatch([])('hello')).toBe(false);
	expect(createWordMatch(['', '  '])('hello')).toBe(false);
});
