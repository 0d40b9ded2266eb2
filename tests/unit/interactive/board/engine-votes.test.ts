import { expect, test } from 'vitest';
import { press } from '#lib/interactive/board/engine.ts';
import { changeBoard, setMode, startVote, switchControl } from '#lib/interactive/board/engine-change.ts';
import { createEngine } from '#lib/interactive/board/engine-state.ts';
import { endContests, tick } from '#lib/interactive/board/engine-time.ts';
import { ballot, createBoard, play, pressOf } from '#tests/support/played-board.ts';

test('a vote counts one vote a person, their last, and presses the winner when the window ends', () => {
	const board = createBoard({ left: ballot, right: ballot });

	const { ids, triggers, state } = play(createEngine(board), [
		[0, pressOf('left', 'ann')],
		[10, pressOf('left', 'ann')],
		[20, pressOf('left', 'bob')],
		[30, pressOf('right', 'cid')],
		[40, pressOf('right', 'ann')],
		[999, undefined],
		[1_000, undefined]
	]);

	expect(ids).toEqual(['right']);
	expect(triggers[0]?.votes).toBe(2);
	expect(state.contests.size).toBe(0);
});

test('whoever votes on the page and in chat is one person', () => {
	const board = createBoard({ left: ballot, right: ballot });
	const page = pressOf('left', 'Ann', { userId: '12826' });
	const chat = pressOf('right', 'Ann', { source: 'chat', sessionID: undefined, platform: 'twitch', userId: '12826' });

	const { state } = play(createEngine(board), [
		[0, page],
		[1, chat]
	]);

	const choices = state.contests.get('default')?.choices;
	expect([choices?.get('left')?.count, choices?.get('right')?.count]).toEqual([0, 1]);
});

test('of equal choices the one that had its votes first wins', () => {
	const { ids } = play(createEngine(createBoard({ left: ballot, right: ballot })), [
		[0, pressOf('right', 'ann')],
		[10, pressOf('left', 'bob')],
		[1_000, undefined]
	]);

	expect(ids).toEqual(['right']);
});

test('a winner that rests or is switched off by then leaves it to the next', () => {
	const board = createBoard({ left: ballot, right: ballot });
	const { state } = play(createEngine(board), [
		[0, pressOf('left', 'ann')],
		[1, pressOf('left', 'bob')],
		[2, pressOf('right', 'cid')]
	]);
	const left = state.controls.get('default\nleft');
	if (!left) throw new Error('There is no left.');

	expect(tick(switchControl(state, left, true).state, 1_000).triggers[0]?.controlID).toBe('right');
});

test('in anarchy each vote presses at once', () => {
	const { ids } = play(setMode(createEngine(createBoard({ left: ballot, right: ballot })), 'anarchy'), [
		[0, pressOf('left', 'ann')],
		[1, pressOf('right', 'bob')]
	]);

	expect(ids).toEqual(['left', 'right']);
});

test('a vote that the streamer opened can be ended early', () => {
	const opened = startVote(createEngine(createBoard({ left: ballot, right: ballot })), 'default', 'default', 0);
	const { state } = play(opened, [[1, pressOf('left')]]);

	const over = endContests(state, 'default', 2);

	expect(over.triggers.map(({ controlID }) => controlID)).toEqual(['left']);
	expect(over.state.contests.size).toBe(0);
});

test('groups that count apart have votes of their own', () => {
	const rules = { aggregate: 'vote', windowMs: 1_000, perGroup: true };
	const groups = [{ groupID: 'red', sceneID: 'default' }];
	const board = createBoard({ left: { rules }, right: { rules } }, { groups });

	const { triggers } = play(createEngine(board), [
		[0, pressOf('left', 'ann')],
		[0, pressOf('right', 'bob', { groupID: 'red' })],
		[1_000, undefined]
	]);

	expect(triggers.map(({ controlID }) => controlID).sort()).toEqual(['left', 'right']);
});

test('an edit that changes only looks keeps votes and rests; one that changes how it counts begins anew', () => {
	const { state } = play(
		createEngine(createBoard({ left: ballot, right: ballot, jump: { rules: { cooldownMs: 500 } } })),
		[
			[0, pressOf('left')],
			[0, pressOf('jump')]
		]
	);

	const looks = changeBoard(
		state,
		createBoard({ left: { ...ballot, text: 'L' }, right: ballot, jump: { text: '!', rules: { cooldownMs: 500 } } })
	);
	const counts = changeBoard(state, createBoard({ left: {}, right: {}, jump: { rules: { aggregate: 'first' } } }));

	expect(looks.contests.get('default')?.people.size).toBe(1);
	expect(press(looks, pressOf('jump'), 10).result).toEqual({ accepted: false, reason: 'cooling' });
	expect(counts.contests.size).toBe(0);
	expect(press(counts, pressOf('jump'), 10).result).toEqual({ accepted: true });
});
