import { CallError, errorCodes } from '#lib/interactive/error-codes.ts';
import { type JsonObject } from '#lib/interactive/json.ts';
import { toKind, type Control } from './control.ts';
import { fields } from './control-kind.ts';
import * as v from 'valibot';

const longestEvent = 64;
const anything = fields();
const defaultSampleRateMs = 50;
const rateNames: Readonly<Record<string, string>> = { joystick: 'sampleRate', screen: 'moveThrottle' };

/** What somebody did to a control; any field but the two that are named is the kind's or the game's. */
export interface ControlInput extends JsonObject {
	readonly controlID: string;
	readonly event: string;
}

/** Reads what was done to a control, put within its bounds. Throws `CallError` for what its kind cannot do. */
export function parseInput(control: Control, input: JsonObject): ControlInput {
	const event = input['event'];
	const { events } = toKind(control.kind);
	if (typeof event !== 'string' || event === '' || event.length > longestEvent)
		throw new CallError(errorCodes.badInput, 'An input has an event.', 'event');
	const schema = events === undefined ? anything : Object.hasOwn(events, event) ? events[event] : undefined;
	if (schema === undefined) throw new CallError(errorCodes.badInput, 'The control has no such event.', 'event');
	const read = v.safeParse(schema, input);
	if (!read.success) throw new CallError(errorCodes.badInput, 'The input has a value that it cannot have.');
	return { ...read.output, controlID: control.controlID, event };
}

/** Whether an event presses its control: a press costs sparks and waits for the cooldown, letting go does not. */
export function presses(control: Control, event: string): boolean {
	return toKind(control.kind).presses?.includes(event) ?? true;
}

/** The time between two samples of a control that is moved, ms; `undefined` where each of its events counts. */
export function sampleRate(control: Control, event: string): number | undefined {
	if (event !== 'move' || !Object.hasOwn(rateNames, control.kind)) return undefined;
	const rate = control[rateNames[control.kind] ?? ''];
	return typeof rate === 'number' ? rate : defaultSampleRateMs;
}
