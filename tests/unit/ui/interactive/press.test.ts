import { expect, test } from 'vitest';
import type { ControlGesture } from '#lib/ui/interactive/controls/control-props.ts';
import { Press } from '#lib/ui/interactive/controls/press.svelte.ts';

function pressed() {
	const told: ControlGesture[] = [];
	return { told, press: new Press((gesture) => told.push(gesture)) };
}

test('however many hold it, a press is told with the first and its end with the last', () => {
	const { press, told } = pressed();
	press.hold('pointer 1', 'mouse', 2);
	press.hold('key', 'key');
	press.letGo('pointer 1');

	expect(told).toEqual([{ event: 'mousedown', button: 2 }]);
	expect(press.held).toBe(true);

	press.letGo('key');

	expect(told.at(-1)).toEqual({ event: 'mouseup', button: 2 });
	expect(press.held).toBe(false);
});

test('a key is told as a key', () => {
	const { press, told } = pressed();
	press.hold('key', 'key');
	press.letGo('key');

	expect(told).toEqual([{ event: 'keydown' }, { event: 'keyup' }]);
});

test('letting go of everything is told once, and of nothing never', () => {
	const { press, told } = pressed();
	press.letGo('key');
	press.letGoAll();
	press.hold('pointer 1', 'mouse');
	press.hold('pointer 2', 'mouse');
	press.letGoAll();
	press.letGo('pointer 1');
	press.letGoAll();

	expect(told.map(({ event }) => event)).toEqual(['mousedown', 'mouseup']);
});

test('a screen reader presses and lets go at once', () => {
	const { press, told } = pressed();
	press.tap();

	expect(told.map(({ event }) => event)).toEqual(['mousedown', 'mouseup']);
});
