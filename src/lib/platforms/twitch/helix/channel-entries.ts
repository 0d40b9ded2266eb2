import { cleanText } from '#lib/model/clean-text.ts';
import type { Person } from '#lib/model/person.ts';
import * as v from 'valibot';

const longestText = 300;

/** How a channel is described in lists of channels. */
export const channelEntries = {
	id: v.pipe(v.string(), v.regex(/^\d{1,20}$/)),
	login: v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,25}$/)),
	name: v.pipe(v.string(), v.maxLength(60)),
	text: v.optional(v.string(), '')
} as const;

/** Whose channel it is; a name that cannot be shown gives way to the login. */
export function toPerson(userId: string, login: string, name: string): Person {
	return { userId, login, displayName: cleanText(name).trim() || login };
}

/** A title or a category as it may be shown. */
export function toShownText(text: string): string {
	return cleanText(text.slice(0, longestText)).trim();
}
