import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

const numbers = new Intl.NumberFormat(getLocale());
const shares = new Intl.NumberFormat(getLocale(), { style: 'percent' });
const ratios = new Intl.NumberFormat(getLocale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A count as `12,345`. */
export function numberText(value: number): string {
	return numbers.format(value);
}

/** A part of a whole as `63%`; nothing of nothing is 0%. */
export function shareText(part: number, whole: number): string {
	return shares.format(whole === 0 ? 0 : part / whole);
}

/** What a point brings, as `1.85`; a dash where nobody put one in. */
export function ratioText(pot: number, part: number): string {
	return part === 0 ? '–' : ratios.format(pot / part);
}

/** `32 votes`. */
export function votesText(count: number): string {
	return m.poll_votes({ count, shown: numberText(count) });
}

/** `12,345 points`. */
export function pointsText(count: number): string {
	return m.prediction_points({ count, shown: numberText(count) });
}

/** `40 people`. */
export function peopleText(count: number): string {
	return m.prediction_people({ count, shown: numberText(count) });
}
