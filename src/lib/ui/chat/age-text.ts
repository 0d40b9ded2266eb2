import { getLocale } from '#lib/paraglide/runtime.js';

const dayMs = 86_400_000;
const units = [
	{ unit: 'year', days: 365.25 },
	{ unit: 'month', days: 30.44 },
	{ unit: 'day', days: 1 }
] as const;

const dateFormat = new Intl.DateTimeFormat(getLocale(), { dateStyle: 'medium' });

/** How long something has lasted, in its largest whole unit down to days. */
export function ageText(ageMs: number): string {
	const days = Math.max(0, ageMs / dayMs);
	const { unit, days: length } = units.find((one) => days >= one.days) ?? units[2];
	const format = new Intl.NumberFormat(getLocale(), { style: 'unit', unit, unitDisplay: 'long' });
	return format.format(Math.floor(days / length));
}

/** The day of a moment. */
export function dayText(epochMs: number): string {
	return dateFormat.format(epochMs);
}
