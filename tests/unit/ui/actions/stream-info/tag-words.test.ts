import { expect, test } from 'vitest';
import { addTags } from '#lib/ui/actions/stream-info/tag-words.ts';

const nine = Array.from({ length: 9 }, (_, index) => `Tag${index}`);

test.each([
	['Cozy', ['Quiet', 'Cozy'], undefined],
	['#Cozy, Speedrun  日本語', ['Quiet', 'Cozy', 'Speedrun', '日本語'], undefined],
	['quiet QUIET', ['Quiet'], undefined],
	['a-b Cozy', ['Quiet', 'Cozy'], 'a-b'],
	['x'.repeat(26), ['Quiet'], 'x'.repeat(26)],
	['  ', ['Quiet'], undefined]
])('"%s" becomes tags, and the first word that cannot be one is named', (text, tags, refused) => {
	expect(addTags(['Quiet'], text)).toEqual({ tags, ...(refused !== undefined && { refused }) });
});

test('there is room for ten tags', () => {
	expect(addTags(nine, 'Last TooMany')).toEqual({ tags: [...nine, 'Last'], refused: 'TooMany' });
});
