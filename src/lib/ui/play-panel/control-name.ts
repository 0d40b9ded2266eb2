import type { Control } from '#lib/interactive/controls/control.ts';

/** What a control says; where it says nothing, its id. */
export function controlName({ text, controlID }: Control): string {
	return typeof text === 'string' && text.trim() !== '' ? text : controlID;
}
