import { cleanText } from '#lib/model/clean-text.ts';
import type { Person } from '#lib/model/person.ts';
import * as v from 'valibot';

const longestName = 60;
const longestText = 1_000;

/** The fields of an event, as they came. */
export type Fields = Readonly<Record<string, unknown>>;

/** The ID of somebody or of a category. */
export const userId = v.pipe(v.string(), v.regex(/^\d{1,20}$/));

/** The ID of a poll, a reward, a message. */
export const entityId = v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/));

/** What people wrote, cleaned and cut. */
export const text = v.pipe(
	v.string(),
	v.transform((raw) => cleanText(raw.slice(0, longestText)).trim())
);

/** What people wrote where they may write nothing. */
export const optionalText = v.pipe(
	v.nullish(v.string(), ''),
	v.transform((raw) => cleanText(raw.slice(0, longestText)).trim())
);

/** How many of something. */
export const count = v.pipe(v.number(), v.minValue(0));

/** A number that Twitch's documentation also shows as a text. */
export const looseCount = v.pipe(v.union([v.number(), v.pipe(v.string(), v.transform(Number))]), v.minValue(0));

/** RFC 3339, down to nanoseconds; becomes epoch ms. */
export const time = v.pipe(
	v.string(),
	v.transform((written) => Date.parse(written)),
	v.finite()
);

/** What a subscription costs. */
export const tier = v.picklist(['1000', '2000', '3000']);

/** A word of Twitch's, whatever its case. */
export const word = v.pipe(v.string(), v.maxLength(60), v.toLowerCase());

const person = v.pipe(
	v.object({
		id: userId,
		login: v.pipe(v.string(), v.regex(/^\w{1,60}$/)),
		name: v.nullish(v.string(), '')
	}),
	v.transform(({ id, login, name }): Person => {
		const displayName = cleanText(name.slice(0, longestName)).trim() || login;
		return { userId: id, login, displayName };
	})
);

/** Somebody that an event names by three fields (`moderator_user_id`, `…_login`, `…_name`). */
export function readPerson(fields: Fields, prefix = ''): Person {
	return v.parse(person, {
		id: fields[`${prefix}user_id`],
		login: fields[`${prefix}user_login`],
		name: fields[`${prefix}user_name`]
	});
}

/** Somebody who may stay anonymous. */
export function findPerson(fields: Fields, prefix = ''): Person | undefined {
	return fields[`${prefix}user_id`] ? readPerson(fields, prefix) : undefined;
}

/** An object of fields; throws for anything else. */
export function readFields(value: unknown): Fields {
	return v.parse(v.record(v.string(), v.unknown()), value);
}
