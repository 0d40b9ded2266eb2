import { insertWord } from '#lib/ui/chat/insert-word.ts';
import { expect, test } from 'vitest';

test.each([
	['into an empty line', '', 0, 0, 'Kappa ', 6],
	['after a word', 'hello', 5, 5, 'hello Kappa ', 12],
	['after a space', 'hello ', 6, 6, 'hello Kappa ', 12],
	['between two words', 'hello there', 5, 5, 'hello Kappa there', 12],
	['into a word', 'hello', 3, 3, 'hel Kappa lo', 10],
	['in place of what is selected', 'hello there', 6, 11, 'hello Kappa ', 12]
])('a word that is inserted %s stands by itself', (_, text, start, end, written, caret) => {
	expect(insertWord(text, { start, end }, 'Kappa')).toEqual({ text: written, caret });
});
