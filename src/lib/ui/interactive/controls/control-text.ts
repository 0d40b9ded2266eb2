import type { Control } from '#lib/interactive/controls/control.ts';

const longestText = 1_000;

/** A text of a control's; empty where it has none. */
export function readText(control: Control, key: string): string {
	const value = control[key];
	return typeof value === 'string' ? value.slice(0, longestText) : '';
}

/** A number of a control's; `undefined` where it has none. */
export function readNumber(control: Control, key: string): number | undefined {
	const value = control[key];
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
