import type { ListedPerson } from '#lib/model/listed-person.ts';
import * as v from 'valibot';
import { moment, words } from './answer-fields.ts';
import { mostListedPeople, peoplePageSize, type PeoplePages } from './people-pages.ts';
import { personEntry, toPerson } from './person-entry.ts';
import { requestEachPage, requestPage } from './request-pages.ts';
import type { Helix } from './request.ts';

const banned = v.pipe(
	v.object({
		...personEntry.entries,
		// Twitch writes an empty text for a ban that does not end.
		expires_at: v.union([
			v.pipe(
				v.literal(''),
				v.transform(() => undefined)
			),
			moment
		]),
		created_at: v.optional(moment),
		reason: v.optional(words, ''),
		moderator_name: v.optional(words, '')
	}),
	v.transform((entry): ListedPerson => ({
		...toPerson(entry),
		...(entry.created_at !== undefined && { since: entry.created_at }),
		ban: {
			...(entry.expires_at !== undefined && { endsAt: entry.expires_at }),
			reason: entry.reason,
			by: entry.moderator_name
		}
	}))
);

const request = { path: '/moderation/banned', scope: 'moderator:manage:banned_users' } as const;

/** Who is banned from a channel or timed out. @see https://dev.twitch.tv/docs/api/reference/#get-banned-users */
export function requestBanned(helix: Helix, broadcasterId: string): PeoplePages {
	const query = { broadcaster_id: broadcasterId };
	const options = { pageSize: peoplePageSize, most: mostListedPeople };
	return requestEachPage(helix, { ...request, query }, banned, options);
}

/** How one viewer is kept out of a channel; `undefined` for who is not. @see https://dev.twitch.tv/docs/api/reference/#get-banned-users */
export async function requestBan(
	helix: Helix,
	broadcasterId: string,
	viewerId: string
): Promise<ListedPerson | undefined> {
	const query = { broadcaster_id: broadcasterId, user_id: viewerId };
	const { items } = await requestPage(helix, { ...request, query }, banned);
	return items.find(({ userId }) => userId === viewerId);
}
