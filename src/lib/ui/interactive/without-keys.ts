import type { Control } from '#lib/interactive/controls/control.ts';
import { omitKeys } from '#lib/interactive/json.ts';

/** A control that is drawn as viewers see it but hears no keys: those belong to whoever edits it or watches it. */
export function withoutKeys(control: Control): Control {
	return omitKeys(control, 'keyCode', 'gamepadButton', 'gamepadJoystick') as Control;
}
