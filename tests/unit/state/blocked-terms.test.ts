import { expect, test } from 'vitest';
import { BlockedTerms } from '#lib/state/blocked-terms.svelte.ts';
import { parseTermLines } from '#lib/state/term-lines.ts';

function createTerms({ kept = [] as readonly string[], failing = '' } = {}) {
	const calls: string[] = [];
	const terms: BlockedTerms = new BlockedTerms({
		async *request() {
			for (const text of kept) yield { id: text, text };
		},
		async add(text) {
			calls.push(`add ${text}`);
			if (text === failing) throw new Error('refused');
			if (text === 'last') terms.stop();
			return { id: text, text };
		},
		remove: async (id) => void calls.push(`remove ${id}`)
	});
	return { terms, calls };
}

const texts = ({ list }: BlockedTerms) => list.map(({ text }) => text);

test('terms are listed by the alphabet, however many pages they come in', async () => {
	const { terms } = createTerms({ kept: ['pear', 'apple', 'fig*'] });

	await terms.load();

	expect([texts(terms), terms.loaded]).toEqual([['apple', 'fig*', 'pear'], true]);
});

test('where adding many fails, what was not added is handed back and the rest stays added', async () => {
	const { terms, calls } = createTerms({ failing: 'two' });

	expect(await terms.add(['one', 'two', 'three'])).toEqual(['two', 'three']);

	expect(texts(terms)).toEqual(['one']);
	expect(calls).toEqual(['add one', 'add two']);
	expect(terms.changing.problem).toEqual(new Error('refused'));
});

test('adding many can be stopped', async () => {
	const { terms } = createTerms();

	expect(await terms.add(['one', 'last', 'three'])).toEqual(['three']);
	expect(terms.progress).toBeUndefined();
});

test('a term that was removed is listed no more', async () => {
	const { terms, calls } = createTerms({ kept: ['one', 'two'] });
	await terms.load();

	expect(await terms.remove({ id: 'one', text: 'one' })).toBe(true);

	expect([texts(terms), calls]).toEqual([['two'], ['remove one']]);
});

test('a pasted text is read line by line: empty lines, doubles and what is blocked already are skipped', () => {
	const text = ' rude*\r\n\nRude*\nknown\nx\n' + 'y'.repeat(501) + '\nfine words  ';

	const { fresh, known, wrong } = parseTermLines(text, ['KNOWN']);

	expect([fresh, known]).toEqual([['rude*', 'fine words'], 2]);
	expect(wrong.map(({ length }) => length)).toEqual([1, 501]);
});
