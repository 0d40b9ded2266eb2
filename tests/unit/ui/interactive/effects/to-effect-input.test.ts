import { expect, test } from 'vitest';
import type { PlayedControl, Trigger } from '#lib/interactive/board/engine-state.ts';
import { noRules } from '#lib/interactive/board/rules.ts';
import { toEffectInput } from '#lib/ui/interactive/effects/to-effect-input.ts';

const played: PlayedControl = {
	key: 'default\njump',
	sceneID: 'default',
	control: { controlID: 'jump', kind: 'button', disabled: false, text: 'Jump' },
	rules: noRules
};
const input = {
	source: 'chat',
	platform: 'twitch',
	name: 'Otter',
	controlID: 'jump',
	event: 'submit',
	paid: false
} as const;
const press: Trigger = { sceneID: 'default', controlID: 'jump', phase: 'press', held: false, input };

test('an effect reads who pressed what, and what they wrote', () => {
	expect(toEffectInput({ ...press, input: { ...input, value: 'hello' } }, played)).toEqual({
		controlID: 'jump',
		label: 'Jump',
		name: 'Otter',
		platform: 'twitch',
		phase: 'press',
		held: false,
		value: 'hello'
	});
});

test('where many point goes before where one points, and a vote counts', () => {
	const value = { x: 1, y: 0 };

	expect(toEffectInput({ ...press, input: { ...input, value } }, played)).toMatchObject(value);
	expect(toEffectInput({ ...press, input: { ...input, value }, point: { x: 0, y: 1 } }, played)).toMatchObject({
		x: 0,
		y: 1
	});
	expect(toEffectInput({ ...press, votes: 12 }, played)).toMatchObject({ value: 12 });
});

test('a control that says nothing is called by its id', () => {
	const control = { ...played.control, text: '  ' };

	expect(toEffectInput(press, { ...played, control }).label).toBe('jump');
});
