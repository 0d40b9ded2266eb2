import { expect, test } from 'vitest';
import { boardLimits, eachControl, type Board } from '#lib/interactive/board/board.ts';
import { findWarnings } from '#lib/interactive/board/board-warnings.ts';
import {
	addControl,
	copyLayoutFrom,
	duplicateControl,
	findControl,
	removeControl
} from '#lib/interactive/board/edit-board.ts';
import {
	addGroup,
	addScene,
	duplicateScene,
	removeGroup,
	removeScene,
	renameScene,
	seatGroup
} from '#lib/interactive/board/edit-scenes.ts';
import { findPlacement } from '#lib/interactive/board/grid-placement.ts';
import { createBoard } from '#lib/interactive/board/templates.ts';
import { templateWords } from '#tests/support/boards.ts';

const vote = createBoard('vote', templateWords, { id: 'b', name: 'Vote' });
const empty = createBoard('empty', templateWords, { id: 'b', name: 'Empty' });
const ids = (board: Board) => eachControl(board).map(({ control }) => control.controlID);

test('a new control is put where there is room on each grid, under an id of its own', () => {
	let board = empty;
	for (const kind of ['button', 'joystick', 'button', 'textbox', 'label'])
		board = addControl(board, 'default', kind).board;

	expect(ids(board)).toEqual(['button', 'joystick', 'button-2', 'textbox', 'label']);
	expect(board.scenes.flatMap(findWarnings)).toEqual([]);
});

test('a copy has the size, the look and the rules of the original', () => {
	const { board, id } = duplicateControl(vote, 'default', 'yes');
	const [copy, original] = [findControl(board, 'default', id), findControl(vote, 'default', 'yes')];

	expect(id).toBe('yes-2');
	expect(copy?.rules).toEqual(original?.rules);
	expect(copy?.control['text']).toBe('Yes');
	expect(copy && findPlacement(copy.control, 'small')).toMatchObject({ width: 26, height: 14 });
	expect(board.scenes.flatMap(findWarnings).some(({ type }) => type === 'outside' || type === 'missing')).toBe(false);
});

test('a full board takes no more', () => {
	let board = empty;
	for (let index = 0; index < boardLimits.controls; index++)
		board = {
			...board,
			scenes: [{ ...board.scenes[0]!, controls: [...board.scenes[0]!.controls, vote.scenes[0]!.controls[0]!] }]
		};

	expect(addControl(board, 'default', 'button')).toEqual({ board, id: undefined });
	expect(duplicateScene(board, 'default').id).toBeUndefined();
});

test('a layout is copied to all other grids', () => {
	const bare = addControl(empty, 'default', 'button').board;
	const board = copyLayoutFrom(
		removeControl(addControl(bare, 'default', 'label').board, 'default', 'label'),
		'default',
		'large'
	);

	expect(ids(board)).toEqual(['button']);
	expect(board.scenes.flatMap(findWarnings)).toEqual([]);
});

test('a copy of a scene has controls with ids of their own', () => {
	const { board, id } = duplicateScene(vote, 'default');

	expect(id).toBe('default-2');
	expect(new Set(ids(board)).size).toBe(6);
});

test('groups follow their scene when it is renamed, and see the first one when it goes', () => {
	const more = addScene(vote, 'finale').board;
	const grouped = addGroup(more, 'red', 'finale').board;
	const renamed = renameScene(grouped, 'finale', 'end').board;

	expect(renamed.groups).toContainEqual({ groupID: 'red', sceneID: 'end' });
	expect(removeScene(renamed, 'end').groups).toContainEqual({ groupID: 'red', sceneID: 'default' });
	expect(seatGroup(renamed, 'red', 'default').groups).toContainEqual({ groupID: 'red', sceneID: 'default' });
	expect(renameScene(renamed, 'end', 'default').id).toBeUndefined();
});

test('the last scene and the default group stay', () => {
	expect(removeScene(vote, 'default')).toBe(vote);
	expect(removeGroup(vote, 'default')).toBe(vote);
	expect(removeGroup(addGroup(vote, 'red', 'default').board, 'red').groups).toEqual(vote.groups);
});
