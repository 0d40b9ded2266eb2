import { expect, test } from 'vitest';
import { keycode } from '#lib/interactive/client/keycode.ts';

test.each([
	['a', 65],
	['Z', 90],
	['0', 48],
	['9', 57],
	['space', 32],
	['Page Up', 33],
	['left', 37],
	['⌘', 91],
	["'", 222],
	['f1', 112],
	['F24', 135]
])('%s has the code %d', (name, code) => {
	expect(keycode(name)).toBe(code);
});

test.each(['', 'hyper', 'f25', 'constructor', 'é'])('%j is no key', (name) => {
	expect(() => keycode(name)).toThrow(RangeError);
});
