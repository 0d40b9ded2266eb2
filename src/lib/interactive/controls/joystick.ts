import type { JsonObject } from '#lib/interactive/json.ts';
import { clamped, count, fields, type ControlKind } from './control-kind.ts';
import * as v from 'valibot';

const stick = v.pipe(
	fields({ x: clamped(-1, 1), y: clamped(-1, 1) }),
	v.transform((input) => withinCircle(input, Number(input['x']), Number(input['y'])))
);

/** Pushed in a circle: the corner that is left and up is (-1, -1) before it is put within the circle. */
export const joystick: ControlKind = {
	kind: 'joystick',
	properties: {
		sampleRate: count,
		angle: clamped(0, 2 * Math.PI),
		intensity: clamped(0, 1),
		gamepadJoystick: v.pipe(clamped(0, 1), v.integer())
	},
	events: { move: stick },
	presses: []
};

function withinCircle(input: JsonObject, x: number, y: number): JsonObject {
	const length = Math.hypot(x, y);
	return length <= 1 ? input : { ...input, x: x / length, y: y / length };
}
