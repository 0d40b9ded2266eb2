import { clamped, count, fields, type ControlKind } from './control-kind.ts';
import * as v from 'valibot';

const point = fields({ x: clamped(0, 1), y: clamped(0, 1) });

/** The whole video as a pointer's field; (0, 0) is left and down. */
export const screen: ControlKind = {
	kind: 'screen',
	properties: {
		sendMoveEvents: v.picklist(['always', 'mousedown', 'never']),
		moveThrottle: count,
		sendMouseDownEvent: v.boolean(),
		sendMouseUpEvent: v.boolean()
	},
	events: { move: point, mousedown: point, mouseup: point },
	presses: ['mousedown']
};
