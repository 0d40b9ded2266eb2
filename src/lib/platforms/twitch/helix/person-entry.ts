import { cleanText } from '#lib/model/clean-text.ts';
import type { Person } from '#lib/model/person.ts';
import * as v from 'valibot';
import { login, numericId } from './answer-fields.ts';

/** How Helix names somebody in the entry of a list. */
export const personEntry = v.object({
	user_id: numericId,
	user_login: login,
	user_name: v.pipe(v.string(), v.maxLength(60))
});

/** Whom an entry names. */
export function toPerson(entry: v.InferOutput<typeof personEntry>): Person {
	return {
		userId: entry.user_id,
		login: entry.user_login,
		displayName: cleanText(entry.user_name) || entry.user_login
	};
}
