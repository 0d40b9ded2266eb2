import { expect, test } from 'vitest';
import type { VoteDraft } from '#lib/state/vote-draft.ts';
import { mostTemplates, VoteTemplates } from '#lib/state/vote-templates.svelte.ts';

function create() {
	const kept = new Map<string, string>();
	const storage = {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value)
	};
	const reload = () => new VoteTemplates('votes', () => storage);
	return { templates: reload(), reload, storage };
}
const draftOf = (title: string): VoteDraft => ({ title, options: ['Yes', 'No'], seconds: 60, pointsPerVote: 0 });

test('a template is there after a reload, under its name and with its later changes', () => {
	const { templates, reload } = create();
	templates.add(' Boss ', draftOf('Will it fall?'));
	templates.add('Tea', draftOf('Tea?'));

	templates.change(1, { name: 'Boss fight' });
	templates.change(2, { draft: draftOf('Coffee?') });
	templates.change(2, { name: '  ' });

	expect(reload().own).toEqual([
		{ id: 1, name: 'Boss fight', draft: draftOf('Will it fall?') },
		{ id: 2, name: 'Tea', draft: draftOf('Coffee?') }
	]);
});

test('a removed template can be brought back to its place', () => {
	const { templates } = create();
	for (const name of ['a', 'b', 'c']) templates.add(name, draftOf(name));

	const undo = templates.remove(3);
	expect(templates.own.map(({ name }) => name)).toEqual(['a', 'b']);
	templates.add('d', draftOf('d'));
	undo();

	expect(templates.own.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
	expect(new Set(templates.own.map(({ id }) => id)).size).toBe(4);
});

test('there is room for thirty, and what was forgotten comes back only while there is', () => {
	const { templates } = create();
	for (let index = 0; index < mostTemplates; index++) templates.add(String(index), draftOf('x'));
	const undo = templates.remove(1);
	templates.add('last', draftOf('x'));

	templates.add('one more', draftOf('x'));
	undo();

	expect(templates.own).toHaveLength(mostTemplates);
	expect(templates.own.at(-1)?.name).toBe('last');
	expect(new Set(templates.own.map(({ id }) => id)).size).toBe(mostTemplates);
});

test('the last five that were started are kept, each once, newest first', () => {
	const { templates, reload } = create();

	for (const title of ['1', '2', '3', '4', '5', '6', '3']) templates.remember(draftOf(title));

	expect(reload().started.map(({ title }) => title)).toEqual(['3', '6', '5', '4', '2']);
});

test('what is stored and wrong reads as nothing', () => {
	const { reload, storage } = create();
	storage.setItem('votes', '{"own":[{"id":"x"}],"started":[]}');

	expect(reload()).toMatchObject({ own: [], started: [] });
});
