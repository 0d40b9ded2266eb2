import { expect, test } from 'vitest';
import { CompletionState } from '#lib/ui/chat/completion-state.svelte.ts';

const sources = () => ({ chatters: ['Ada', 'Adele', 'Bo'], emotes: [], commands: [{ name: 'slow', usage: '' }] });

function read(text: string) {
	const completion = new CompletionState();
	completion.read(text, text.length, sources);
	return completion;
}

test('arrows go round, and what they chose is taken', () => {
	const completion = read('@ad');

	completion.move(-1);

	expect(completion.active).toBe(1);
	expect(completion.take('@ad')).toEqual({ text: '@Adele ', caret: 7 });
	expect(completion.open).toBe(false);
});

test('a suggestion that is pressed is taken whatever the arrows chose', () => {
	expect(read('@').take('@', 2)?.text).toBe('@Bo ');
});

test('names are looked up only where a word can be completed', () => {
	let asked = 0;
	const completion = new CompletionState();

	completion.read('hello', 5, () => {
		asked++;
		return sources();
	});

	expect(completion.open).toBe(false);
	expect(asked).toBe(0);
});

test('a word that needs no more letters is not completed, so that Enter sends it', () => {
	expect(read('/slow').open).toBe(false);
	expect(read('/slo').isTyped('/slo')).toBe(false);
	expect(read('@Bo').open).toBe(false);
});
