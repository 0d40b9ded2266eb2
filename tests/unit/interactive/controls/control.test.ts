import { expect, test } from 'vitest';
import { parseControl, patchControl } from '#lib/interactive/controls/control.ts';
import { parseInput, presses, sampleRate } from '#lib/interactive/controls/input.ts';
import { chooseGrid } from '#lib/interactive/controls/position.ts';
import type { JsonObject } from '#lib/interactive/json.ts';

function control(kind: string, properties: JsonObject = {}) {
	return parseControl({ controlID: 'c', kind, ...properties });
}

test.each([
	['button', { progress: 3, cost: -2, gamepadButton: 40 }, { progress: 1, cost: 0, gamepadButton: 15 }],
	['button', { keycode: 32 }, { keyCode: 32 }],
	['joystick', { angle: 7, intensity: -1, sampleRate: 20.5 }, { angle: 2 * Math.PI, intensity: 0, sampleRate: 20 }],
	['textbox', { cost: 5.5, hasSubmit: true }, { cost: 5, hasSubmit: true }],
	['label', { textSize: 12, bold: true }, { textSize: 12, bold: true }],
	['screen', { sendMoveEvents: 'always', moveThrottle: -5 }, { sendMoveEvents: 'always', moveThrottle: 0 }],
	['generic', { anything: { at: ['all'] }, cost: -1 }, { anything: { at: ['all'] }, cost: 0 }]
])('a %s with %j is put within its bounds', (kind, given, kept) => {
	expect(control(kind, given)).toEqual({ controlID: 'c', kind, disabled: false, ...kept });
});

test('null, etags and private fields are as good as absent', () => {
	expect(control('button', { text: null, etag: '1', _events: {}, meta: { a: { value: 1, etag: 'x' } } })).toEqual({
		controlID: 'c',
		kind: 'button',
		disabled: false,
		meta: { a: { value: 1 } }
	});
});

test.each([
	['button', { text: {} }, 'text'],
	['button', { cooldown: 'soon' }, 'cooldown'],
	['button', { disabled: 'yes' }, 'disabled'],
	['label', { bold: 1 }, 'bold'],
	['screen', { sendMoveEvents: 'often' }, 'sendMoveEvents'],
	['joystick', { position: [{ size: 'vast', x: 0, y: 0, width: 1, height: 1 }] }, 'position'],
	['generic', { cost: '5' }, 'cost']
])('a %s with %j is refused at its path', (kind, properties, path) => {
	expect(() => control(kind, properties)).toThrow(expect.objectContaining({ code: 4004, path }));
});

test.each([{}, { kind: null }, { kind: 5 }, { kind: '' }])('a control with %j has no kind', (properties) => {
	expect(() => parseControl({ controlID: 'c', ...properties })).toThrow(expect.objectContaining({ code: 4014 }));
});

test('a property that is called like one of an object is the game\u2019s own', () => {
	expect(control('button', { toString: 'a' })).toMatchObject({ toString: 'a' });
});

test('a patch removes with null, replaces arrays whole and changes neither id nor kind', () => {
	const position = [{ size: 'large', x: 0, y: 0, width: 2, height: 2 }];
	const old = control('button', { text: 'a', position, meta: { a: 1, b: { c: 2 } } });

	const patched = patchControl(old, {
		controlID: 'other',
		kind: 'label',
		text: null,
		position: [],
		meta: { a: null, b: { d: 3 } }
	});

	expect(patched).toEqual({
		controlID: 'c',
		kind: 'button',
		disabled: false,
		position: [],
		meta: { b: { c: 2, d: 3 } }
	});
});

test.each([
	['button', { event: 'mousedown', button: 0 }],
	['button', { event: 'mouseup' }],
	['button', { event: 'keydown' }],
	['button', { event: 'keyup', extra: [1] }],
	['joystick', { event: 'move', x: 0.5, y: -0.5 }],
	['textbox', { event: 'change', value: 'a' }],
	['textbox', { event: 'submit', value: '' }],
	['screen', { event: 'move', x: 0, y: 1 }],
	['screen', { event: 'mousedown', x: 0.2, y: 0.3 }],
	['screen', { event: 'mouseup', x: 0.2, y: 0.3 }],
	['generic', { event: 'whatever', x: { y: 1 } }]
])('a %s passes %j on as it is', (kind, input) => {
	expect(parseInput(control(kind), input)).toEqual({ controlID: 'c', ...input });
});

test('a stick is put within its circle and a pointer within the screen', () => {
	const pushed = parseInput(control('joystick'), { event: 'move', x: 1, y: 1 });

	expect(Math.hypot(Number(pushed['x']), Number(pushed['y']))).toBeCloseTo(1);
	expect(parseInput(control('screen'), { event: 'move', x: -3, y: 7 })).toMatchObject({ x: 0, y: 1 });
});

test.each([
	['button', { event: 'submit' }],
	['button', { event: 'constructor' }],
	['button', { event: 'mousedown', button: 'left' }],
	['joystick', { event: 'move', x: 1 }],
	['joystick', { event: 'mousedown' }],
	['textbox', { event: 'submit', value: 'x'.repeat(1_001) }],
	['label', { event: 'mousedown' }],
	['generic', { event: 5 }],
	['generic', {}]
])('a %s refuses %j', (kind, input) => {
	expect(() => parseInput(control(kind), input)).toThrow(expect.objectContaining({ code: 4999 }));
});

test('pressing is what costs and cools down; letting go and moving are not', () => {
	expect(presses(control('button'), 'mousedown')).toBe(true);
	expect(presses(control('button'), 'mouseup')).toBe(false);
	expect(presses(control('joystick'), 'move')).toBe(false);
	expect(presses(control('textbox'), 'submit')).toBe(true);
	expect(presses(control('generic'), 'spin')).toBe(true);
});

test('only what is moved is sampled, every 50 ms where nothing else is said', () => {
	expect(sampleRate(control('joystick'), 'move')).toBe(50);
	expect(sampleRate(control('joystick', { sampleRate: 20 }), 'move')).toBe(20);
	expect(sampleRate(control('screen', { moveThrottle: 100 }), 'move')).toBe(100);
	expect(sampleRate(control('screen'), 'mousedown')).toBeUndefined();
	expect(sampleRate(control('generic'), 'move')).toBeUndefined();
});

test.each([
	[1200, 'large'],
	[900, 'large'],
	[899, 'medium'],
	[540, 'medium'],
	[539, 'small'],
	[0, 'small']
])('a viewport of %d px shows the %s grid', (width, size) => {
	expect(chooseGrid(width)).toBe(size);
});
