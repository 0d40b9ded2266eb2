import { getLocale } from '#lib/paraglide/runtime.js';

const format = new Intl.NumberFormat(getLocale());

/** A whole number with what groups its digits: `12,500`. */
export function numberText(value: number): string {
	return format.format(value);
}
