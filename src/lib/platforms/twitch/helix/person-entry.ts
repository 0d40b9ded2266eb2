import { cleanText } from '#lib/model/clean-text.ts';
import type { Person } from '#lib/model/person.ts';
import * as v from 'valibot';

/** How Helix names somebody in the entry of a list. */
export const personEntry = v.object({
	user_id: v.pipe(v.string(), v.regex(/^\d{1,20}$/)),
	user_login: v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,25}$/)),
	user_name: v.pipe(v.string(), v.maxLength(60))
});

/** Whom an entry names. */
export function toPerson({
	user_id: userId,
	user_login: login,
	user_name: name
}: v.InferOutput<typeof personEntry>): Person {
	return { userId, login, displayName: cleanText(name) || login };
}
