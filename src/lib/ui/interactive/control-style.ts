import { gridUnitPx } from '#lib/interactive/controls/position.ts';
import type { Control } from '#lib/interactive/controls/control.ts';
import { readableOn, readColor, type NormalizeColor } from './control-colors.ts';

/** What a game may choose of a control's look, checked; `undefined` leaves it to the page. */
export interface ControlStyle {
	readonly background: string | undefined;
	/** Readable on what the control stands on in the dark theme, and in the light one. */
	readonly textOnDark: string | undefined;
	readonly textOnLight: string | undefined;
	readonly border: string | undefined;
	readonly accent: string | undefined;
	readonly focus: string | undefined;
	/** In units of the grid, so that it grows and shrinks with the board. */
	readonly textUnits: number | undefined;
}

/** What the page's own controls and labels stand on, per theme. */
const surfaces = {
	control: { dark: '#1c2836', light: '#e3ebf1' },
	page: { dark: '#0e1722', light: '#f3f7fb' }
};
const pxPer: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, em: 16, rem: 16, '%': 0.16, vw: 10, vh: 8 };
const size = /^(\d{1,4}(?:\.\d{1,3})?)(px|pt|em|rem|%|vw|vh)?$/;
const sizeRange = [8, 160] as const;

/** Reads a control's look: text that could not be read is made readable, and images are never loaded. */
export function readStyle(control: Control, normalize?: NormalizeColor): ControlStyle {
	const color = (key: string) => readColor(control[key], normalize);
	const background = color('backgroundColor');
	const chosen = color('textColor');
	const own = surfaces[control.kind === 'label' ? 'page' : 'control'];
	const inked = background !== undefined || chosen !== undefined;
	return {
		background,
		textOnDark: inked ? readableOn(background ?? own.dark, chosen) : undefined,
		textOnLight: inked ? readableOn(background ?? own.light, chosen) : undefined,
		border: color('borderColor'),
		accent: color('accentColor'),
		focus: color('focusColor'),
		textUnits: readTextUnits(control['textSize'])
	};
}

function readTextUnits(value: unknown): number | undefined {
	const text = typeof value === 'number' ? String(value) : value;
	const [, amount = '', unit = 'px'] = typeof text === 'string' ? (size.exec(text.trim()) ?? []) : [];
	if (amount === '') return undefined;
	const px = Number(amount) * (pxPer[unit] ?? 1);
	const [least, most] = sizeRange;
	return Math.min(most, Math.max(least, px)) / gridUnitPx;
}
