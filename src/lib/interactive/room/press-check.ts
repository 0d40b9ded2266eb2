import type { Control } from '#lib/interactive/controls/control.ts';
import { presses } from '#lib/interactive/controls/input.ts';
import { CallError, errorCodes } from '#lib/interactive/error-codes.ts';

/**
 * Refuses what a control does not take just now, wherever the input comes from. Letting go is always allowed, or a
 * button that is disabled while it is held would stay down. Throws `CallError`.
 */
export function checkPress(control: Control, event: string, now: number): void {
	const pressed = presses(control, event);
	const letGo = control.kind === 'button' && !pressed;
	if (control.disabled && !letGo) throw new CallError(errorCodes.badInput, 'The control is disabled.');
	const cooldown = control['cooldown'];
	if (pressed && typeof cooldown === 'number' && cooldown > now)
		throw new CallError(errorCodes.badInput, 'The control is cooling down.');
}

/** The sparks that an event of a control's costs; 0 where it costs none. */
export function pressCost(control: Control, event: string): number {
	const cost = control['cost'];
	return typeof cost === 'number' && cost > 0 && presses(control, event) ? cost : 0;
}
