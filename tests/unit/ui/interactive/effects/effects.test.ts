import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { effectSchema, type Effect } from '#lib/interactive/board/rules.ts';
import { eachControl } from '#lib/interactive/board/board.ts';
import { createBoard, templateNames, type TemplateWords } from '#lib/interactive/board/templates.ts';
import { effects, findEffect, isComplete } from '#lib/ui/interactive/effects/effects.ts';
import { scopeWords } from '#lib/ui/chat/scope-words.ts';
import * as v from 'valibot';

const folder = 'src/lib/ui/interactive/effects/kinds';
const documentation = readFileSync('docs/effects.md', 'utf8');
/** What makes an effect complete that begins empty. */
const completions: Readonly<Record<string, object>> = {
	chat: { text: 'Hop' },
	announce: { text: 'Hop' },
	poll: { title: 'Hop?', options: ['Yes', 'No'] }
};

test('every file of an effect is in the list under its own name, and nothing else is', () => {
	const files = readdirSync(folder).map((file) => file.replace('.ts', ''));

	expect(effects.map(({ type }) => type).toSorted()).toEqual(files.toSorted());
	expect(findEffect('toString')).toBeUndefined();
});

for (const definition of effects) {
	const { type } = definition;
	const complete: Effect = { ...definition.initial, ...completions[type] };

	test(`"${type}" has a name, a hint, an icon, a cap and a line in the documentation`, () => {
		expect(definition.label()).toMatch(/^[A-Z]/);
		expect(definition.hint()).toMatch(/\.$/);
		expect(definition.icon).toBeTypeOf('function');
		expect(definition.cap.count).toBeGreaterThan(0);
		expect(documentation).toContain(`| \`${type}\` `);
		if (definition.scope !== undefined) expect(scopeWords(definition.scope)).toBeTruthy();
	});

	test(`"${type}" has an editor for each of its fields, and for no other`, () => {
		const edited = new Set(definition.fields.map(({ name }) => name));

		expect([...edited, 'type'].toSorted()).toEqual(Object.keys(definition.initial).toSorted());
		for (const { label } of definition.fields) expect(label()).not.toBe('');
	});

	test(`"${type}" is complete when its fields are, and says of a wrong field what is wrong`, () => {
		expect(v.is(effectSchema, complete)).toBe(true);
		expect(isComplete(complete)).toBe(true);
		expect(definition.summarize(complete)).not.toBe('');
		for (const { name } of definition.fields) {
			expect(definition.problem(complete, name)).toBeUndefined();
			for (const wrong of [null, {}, 1e9, 'x'.repeat(3_000)]) {
				const problem = definition.problem({ ...complete, [name]: wrong }, name);
				expect(problem, `${name}: ${JSON.stringify(wrong)?.slice(0, 20)}`).toMatch(/^[A-Z].*\.$/);
				expect(isComplete({ ...complete, [name]: wrong })).toBe(false);
			}
		}
	});

	test(`"${type}" refuses to run when it is not complete`, async () => {
		const names = definition.fields.map(({ name }) => name);
		const empty: Effect = { type, ...Object.fromEntries(names.map((name) => [name, null])) };

		await expect(Promise.resolve().then(() => definition.run(empty, null as never))).rejects.toMatchObject({
			code: 'malformed_effect'
		});
	});
}

test('the effects of every template are known and complete', () => {
	const words = Object.fromEntries(
		['question', 'yes', 'no', 'winner', 'jump', 'dash', 'move', 'pointer', 'soundsTitle'].map((name) => [name, name])
	);
	const boards = templateNames.map((name) =>
		createBoard(name, { ...words, sounds: [] } as unknown as TemplateWords, { id: name, name })
	);
	const used = boards.flatMap((board) => eachControl(board).flatMap(({ rules }) => rules.effects));

	expect(used.filter((effect) => !isComplete(effect))).toEqual([]);
	expect(used.length).toBeGreaterThan(0);
});
