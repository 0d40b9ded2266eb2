import { m } from '#lib/paraglide/messages.js';
import * as v from 'valibot';

/** Text that is there and not too long. */
export function words(most: number) {
	return v.pipe(
		v.string(() => m.effect_field_missing()),
		v.check(
			(text) => text.trim() !== '',
			() => m.effect_field_missing()
		),
		v.maxLength(most, () => m.effect_field_long({ most }))
	);
}

/** Text that may be empty. */
export function optionalWords(most: number) {
	return v.pipe(
		v.string(() => m.effect_field_missing()),
		v.maxLength(most, () => m.effect_field_long({ most }))
	);
}

/** A number from one to another. */
export function within(least: number, most: number) {
	const message = () => m.effect_field_between({ least, most });
	return v.pipe(v.number(message), v.minValue(least, message), v.maxValue(most, message));
}

/** One of some values. */
export function oneOf<const Values extends readonly string[]>(values: Values) {
	return v.picklist(values, () => m.effect_field_choose());
}
