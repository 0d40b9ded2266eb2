import { cleanText } from '#lib/model/clean-text.ts';
import type { Person } from '#lib/model/person.ts';
import * as v from 'valibot';

/** An ID as Twitch writes it. */
export const userId = v.pipe(v.string(), v.regex(/^\d{1,20}$/));

/** A moment, as epoch ms. */
export const moment = v.pipe(v.string(), v.maxLength(40), v.transform(Date.parse), v.number(), v.finite());

/** How an entry of a list names somebody. */
export const personEntries = {
	user_id: userId,
	user_login: v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,25}$/)),
	user_name: v.pipe(v.string(), v.maxLength(60))
};

/** Who an entry names. */
export function toPerson(entry: {
	readonly user_id: string;
	readonly user_login: string;
	readonly user_name: string;
}): Person {
	return {
		userId: entry.user_id,
		login: entry.user_login,
		displayName: cleanText(entry.user_name).trim() || entry.user_login
	};
}

/** An entry that names somebody and nothing else. */
export const personEntry = v.pipe(v.object(personEntries), v.transform(toPerson));
