import type { Control } from '#lib/interactive/controls/control.ts';

/** Why a control does not take an input just now. */
export type InputRefusal = 'disabled' | 'cooling';

/** Why a control takes no such input, wherever it comes from; `pressed` is whether it presses the control, `now` epoch ms by the room's clock. */
export function refuseInput(
	control: Pick<Control, 'kind' | 'disabled' | 'cooldown'>,
	pressed: boolean,
	now: number
): InputRefusal | undefined {
	// Letting go is always allowed, or a button that is disabled while it is held would stay down.
	const letGo = control.kind === 'button' && !pressed;
	if (control.disabled && !letGo) return 'disabled';
	const { cooldown } = control;
	return pressed && typeof cooldown === 'number' && cooldown > now ? 'cooling' : undefined;
}

/** What a press costs, in sparks; whatever is no press is free. */
export function pressCost(control: Pick<Control, 'cost'>, pressed: boolean): number {
	return pressed && typeof control.cost === 'number' ? control.cost : 0;
}
