import { m } from '#lib/paraglide/messages.js';

const units = [
	{ seconds: 604_800, text: m.span_weeks },
	{ seconds: 86_400, text: m.span_days },
	{ seconds: 3_600, text: m.span_hours },
	{ seconds: 60, text: m.span_minutes }
] as const;

/** Writes a duration in the largest unit that says it exactly: `10 min`, `90 s`. */
export function spanText(seconds: number): string {
	const unit = units.find((one) => seconds >= one.seconds && seconds % one.seconds === 0);
	return unit ? unit.text({ count: seconds / unit.seconds }) : m.span_seconds({ count: seconds });
}
