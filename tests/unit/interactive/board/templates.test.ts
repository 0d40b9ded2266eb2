import { expect, test } from 'vitest';
import { toPublishedScenes } from '#lib/interactive/board/board-scenes.ts';
import { findWarnings } from '#lib/interactive/board/board-warnings.ts';
import { formatMixerProject, parseMixerProject } from '#lib/interactive/board/mixer-project.ts';
import { parseBoard } from '#lib/interactive/board/parse-board.ts';
import { createBoard, templateNames } from '#lib/interactive/board/templates.ts';
import { isComplete } from '#lib/ui/interactive/effects/effects.ts';
import { templateWords } from '#tests/support/boards.ts';

const create = (name: (typeof templateNames)[number]) => createBoard(name, templateWords, { id: 'b', name });

test.each(templateNames)('the template %s lies on every grid, inside it and without overlaps', (name) => {
	expect(create(name).scenes.flatMap(findWarnings)).toEqual([]);
});

test.each(templateNames)('the template %s survives storage, and export and import', (name) => {
	const board = create(name);

	expect(parseBoard(JSON.parse(JSON.stringify(board)))).toEqual(board);
	expect(parseMixerProject(formatMixerProject(board), 'b')).toMatchObject({ ...board, project: {} });
});

test.each(templateNames.filter((name) => name !== 'empty'))('in the template %s pressing does something', (name) => {
	const [scene] = create(name).scenes;

	expect(scene?.controls.some(({ rules }) => rules.effects.length > 0 || rules.aggregate === 'mean')).toBe(true);
});

test('of the rules viewers learn the cost only', () => {
	const [scene] = create('sounds').scenes;
	const [, horn] = scene?.controls ?? [];
	const priced = { ...horn, rules: { ...horn?.rules, cost: 50 } };
	const board = parseBoard({ ...create('sounds'), scenes: [{ sceneID: 'default', controls: [priced] }] });
	const [published] = toPublishedScenes(board);

	expect(published?.controls).toEqual([{ ...horn?.control, cost: 50 }]);
	expect(JSON.stringify(published)).not.toMatch(/effects|!horn|cooldownMs/);
});

test.each(templateNames)('every effect of the template %s can be carried out as it is', (name) => {
	const effects = create(name).scenes.flatMap(({ controls }) => controls.flatMap(({ rules }) => rules.effects));

	expect(effects.filter((effect) => !isComplete(effect))).toEqual([]);
});
