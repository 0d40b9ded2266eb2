import { clamped, count, fields, text, textOrNumber, type ControlKind } from './control-kind.ts';
import * as v from 'valibot';

const largestKeyCode = 255;
const mouse = fields({ button: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4))) });

/** Pressed by mouse, touch, key or gamepad. */
export const button: ControlKind = {
	kind: 'button',
	properties: {
		text,
		tooltip: text,
		cost: count,
		progress: clamped(0, 1),
		cooldown: count,
		keyCode: v.pipe(clamped(0, largestKeyCode), v.integer()),
		gamepadButton: v.pipe(clamped(0, 15), v.integer()),
		textColor: text,
		textSize: textOrNumber,
		borderColor: text,
		backgroundColor: text,
		backgroundImage: text,
		focusColor: text,
		accentColor: text
	},
	events: { mousedown: mouse, mouseup: mouse, keydown: fields(), keyup: fields() },
	presses: ['mousedown', 'keydown']
};
