import type { Control } from '#lib/interactive/controls/control.ts';
import { presses } from '#lib/interactive/controls/input.ts';
import { CallError, errorCodes } from '#lib/interactive/error-codes.ts';

const refusals = { disabled: 'The control is disabled.', cooling: 'The control is cooling down.' } as const;

/**
 * Why a control does not take an input just now, wherever it comes from; `undefined` when it does. Letting go is always
 * allowed, or a button that is disabled while it is held would stay down.
 */
export function findRefusal(control: Control, event: string, now: number): keyof typeof refusals | undefined {
	const pressed = presses(control, event);
	const letGo = control.kind === 'button' && !pressed;
	if (control.disabled && !letGo) return 'disabled';
	const cooldown = control['cooldown'];
	return pressed && typeof cooldown === 'number' && cooldown > now ? 'cooling' : undefined;
}

/** Refuses what a control does not take just now. Throws `CallError`. */
export function checkPress(control: Control, event: string, now: number): void {
	const refusal = findRefusal(control, event, now);
	if (refusal !== undefined) throw new CallError(errorCodes.badInput, refusals[refusal]);
}

/** The sparks that an event of a control's costs; 0 where it costs none. */
export function pressCost(control: Control, event: string): number {
	const cost = control['cost'];
	return typeof cost === 'number' && cost > 0 && presses(control, event) ? cost : 0;
}
