import { expect, test } from 'vitest';
import { createEngine } from '#lib/interactive/board/engine-state.ts';
import { emptyRoom, planCalls, toPublished, type HostCall } from '#lib/interactive/board/publish.ts';
import type { Board } from '#lib/interactive/board/board.ts';
import {
	templateNames,
	createBoard as createFromTemplate,
	type TemplateWords
} from '#lib/interactive/board/templates.ts';
import { formatScenes } from '#lib/interactive/room/scenes.ts';
import { after, host, seatedRoom } from '#tests/support/interactive-room.ts';
import { createBoard } from '#tests/support/played-board.ts';

const show = (board: Board) => toPublished(createEngine(board));

/** What a real room holds after the calls. */
function shownBy(...steps: readonly (readonly HostCall[])[]) {
	const calls = steps.flat();
	const room = calls.reduce((next, { method, params }) => after(next, host, method, params), seatedRoom());
	return { scenes: formatScenes(room), groups: [...room.groups.values()] };
}

const first = createBoard(
	{ jump: { text: 'Jump', rules: { cost: 5 } }, stick: { kind: 'joystick' } },
	{ groups: [{ groupID: 'red', sceneID: 'default' }] }
);
const second = createBoard(
	{},
	{
		scenes: [
			{ sceneID: 'default', controls: [{ control: { controlID: 'jump', kind: 'button', tooltip: 'Up' } }] },
			{ sceneID: 'end', controls: [{ control: { controlID: 'stick', kind: 'button' } }] }
		],
		groups: [{ groupID: 'blue', sceneID: 'end' }]
	}
);

test('an edited board is in the room just as one that was published whole', () => {
	const whole = shownBy(planCalls(emptyRoom, show(second)));
	const edited = shownBy(planCalls(emptyRoom, show(first)), planCalls(show(first), show(second)));
	const back = shownBy(planCalls(emptyRoom, show(second)), planCalls(show(second), show(first)));

	expect(edited).toEqual(whole);
	expect(back).toEqual(shownBy(planCalls(emptyRoom, show(first))));
});

test('what did not change is not told', () => {
	const renamed = createBoard(
		{ jump: { text: 'Hop', rules: { cost: 5 } }, stick: { kind: 'joystick' } },
		{ groups: first.groups }
	);

	expect(planCalls(show(first), show(first))).toEqual([]);
	expect(planCalls(show(first), show(renamed))).toEqual([
		{ method: 'updateControls', params: { sceneID: 'default', controls: [{ controlID: 'jump', text: 'Hop' }] } }
	]);
});

test('a control that becomes another kind is made anew', () => {
	const stick = createBoard({ jump: { kind: 'joystick' }, stick: { kind: 'joystick' } }, { groups: first.groups });

	expect(planCalls(show(first), show(stick)).map(({ method }) => method)).toEqual(['deleteControls', 'createControls']);
});

test('viewers are told what a press costs, and none of the other rules', () => {
	const board = createBoard({
		bomb: { rules: { cost: 50, inputs: { chat: '!bomb' }, effects: [{ type: 'say', text: 'secret' }] } }
	});
	const text = JSON.stringify(planCalls(emptyRoom, show(board)));

	expect(text).toContain('"cost":50');
	expect(text).not.toMatch(/secret|!bomb|effects/);
});

const words: TemplateWords = {
	question: 'Again?',
	yes: 'Yes',
	no: 'No',
	winner: '{control} won',
	jump: 'Jump',
	dash: 'Dash',
	move: 'Move',
	pointer: 'Point',
	soundsTitle: 'Sounds',
	sounds: ['a', 'b', 'c', 'd', 'e', 'f']
};

test.each(templateNames)('the template "%s" is published as it is', (name) => {
	const board = createFromTemplate(name, words, { id: 'b', name });

	expect(shownBy(planCalls(emptyRoom, show(board))).scenes).toHaveLength(1);
});
