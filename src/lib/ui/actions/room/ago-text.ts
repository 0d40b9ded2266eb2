import { getLocale } from '#lib/paraglide/runtime.js';

const units = [
	{ unit: 'day', ms: 86_400_000 },
	{ unit: 'hour', ms: 3_600_000 },
	{ unit: 'minute', ms: 60_000 }
] as const;

const format = new Intl.RelativeTimeFormat(getLocale(), { style: 'narrow', numeric: 'auto' });

/** How long ago something was, in its largest whole unit: `5 min. ago`, `now` below a minute. */
export function agoText(at: number, now: number): string {
	const passedMs = Math.max(0, now - at);
	const unit = units.find(({ ms }) => passedMs >= ms);
	return unit ? format.format(-Math.floor(passedMs / unit.ms), unit.unit) : format.format(0, 'second');
}
