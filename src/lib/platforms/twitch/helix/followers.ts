import type { ListedPerson } from '#lib/model/listed-person.ts';
import * as v from 'valibot';
import { moment } from './answer-fields.ts';
import { mostListedPeople, peoplePageSize, type PeoplePages } from './people-pages.ts';
import { personEntry, toPerson } from './person-entry.ts';
import { requestEachPage } from './request-pages.ts';
import type { Helix } from './request.ts';

const follower = v.pipe(
	v.object({ ...personEntry.entries, followed_at: moment }),
	v.transform((entry): ListedPerson => ({ ...toPerson(entry), since: entry.followed_at }))
);

/** Who follows a channel and since when, the newest first. @see https://dev.twitch.tv/docs/api/reference/#get-channel-followers */
export function requestFollowers(helix: Helix, broadcasterId: string): PeoplePages {
	return requestEachPage(
		helix,
		{ path: '/channels/followers', scope: 'moderator:read:followers', query: { broadcaster_id: broadcasterId } },
		follower,
		{ pageSize: peoplePageSize, most: mostListedPeople }
	);
}
