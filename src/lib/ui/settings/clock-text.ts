import { getLocale } from '#lib/paraglide/runtime.js';

const format = new Intl.DateTimeFormat(getLocale(), { hour: '2-digit', minute: '2-digit' });

/** A moment as the clock on the wall shows it. */
export function clockText(epochMs: number): string {
	return format.format(epochMs);
}

const dateFormat = new Intl.DateTimeFormat(getLocale(), { dateStyle: 'medium', timeStyle: 'short' });

/** A moment with its day. */
export function dateText(epochMs: number): string {
	return dateFormat.format(epochMs);
}
