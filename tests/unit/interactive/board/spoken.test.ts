import { expect, test } from 'vitest';
import { createEngine } from '#lib/interactive/board/engine-state.ts';
import { startVote } from '#lib/interactive/board/engine-change.ts';
import { readCheer, readCommand, readReward } from '#lib/interactive/board/spoken.ts';
import { createBoard } from '#tests/support/played-board.ts';

const ballot = (chat: string) => ({ rules: { aggregate: 'vote', inputs: { chat } } });
const state = createEngine(
	createBoard({
		jump: { rules: { inputs: { chat: '!Jump', bits: 10, rewardId: 'r1' } } },
		bomb: { rules: { inputs: { chat: '!bomb', bits: 100 } } },
		name: { kind: 'textbox', rules: { inputs: { chat: '!name', rewardId: 'r2' } } },
		stick: { kind: 'joystick', rules: { inputs: { chat: '!stick' } } },
		one: ballot('1'),
		two: ballot('2')
	})
);

test.each([
	['!jump', 'jump'],
	['  !JUMP now', 'jump'],
	['!jumping', undefined],
	['jump', undefined],
	['say !jump', undefined],
	['', undefined],
	['!stick', undefined],
	['!constructor', undefined]
])('the line "%s" presses %s', (line, controlID) => {
	expect(readCommand(state, line)?.controlID).toBe(controlID);
});

test('a number counts while a vote is open, and is a number otherwise', () => {
	const open = startVote(state, 'default', 'default', 0);

	expect(readCommand(state, '2')).toBeUndefined();
	expect(readCommand(open, '2')).toEqual({ controlID: 'two', event: 'mousedown' });
	expect(readCommand(open, '3')).toBeUndefined();
	expect(readCommand(open, '22')).toBeUndefined();
});

test('what follows the command is what is written, bounded', () => {
	expect(readCommand(state, '!name Otto the seal')).toEqual({
		controlID: 'name',
		event: 'submit',
		value: 'Otto the seal'
	});
	expect(readCommand(state, '!name')).toBeUndefined();
	expect(String(readCommand(state, `!name ${'x'.repeat(5_000)}`)?.value).length).toBeLessThanOrEqual(200);
});

test('a reward presses its control, with what the viewer wrote', () => {
	expect(readReward(state, 'r1', '')).toEqual({ controlID: 'jump', event: 'mousedown' });
	expect(readReward(state, 'r2', 'Otto')).toEqual({ controlID: 'name', event: 'submit', value: 'Otto' });
	expect(readReward(state, 'other', '')).toBeUndefined();
});

test.each([
	[9, 'Cheer9', undefined],
	[10, 'Cheer10', 'jump'],
	[100, 'Cheer100', 'bomb'],
	[100, '!jump Cheer100', 'jump'],
	[50, '!bomb Cheer50', 'jump']
])('%i bits with "%s" press %s', (bits, text, controlID) => {
	expect(readCheer(state, bits, text)?.controlID).toBe(controlID);
});
