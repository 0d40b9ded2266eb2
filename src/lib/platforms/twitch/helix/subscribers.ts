import type { ListedPerson } from '#lib/model/listed-person.ts';
import * as v from 'valibot';
import { words } from './answer-fields.ts';
import { mostListedPeople, peoplePageSize, type PeoplePages } from './people-pages.ts';
import { personEntry, toPerson } from './person-entry.ts';
import { requestEachPage } from './request-pages.ts';
import type { Helix } from './request.ts';

const subscriber = v.pipe(
	v.object({
		...personEntry.entries,
		tier: v.picklist(['1000', '2000', '3000']),
		gifter_name: v.optional(words, ''),
		is_gift: v.boolean()
	}),
	v.transform((entry): ListedPerson => ({
		...toPerson(entry),
		subscription: {
			tier: entry.tier,
			gifted: entry.is_gift,
			...(entry.gifter_name && { gifter: entry.gifter_name })
		}
	}))
);

/** Who subscribes to a channel. @see https://dev.twitch.tv/docs/api/reference/#get-broadcaster-subscriptions */
export function requestSubscribers(helix: Helix, broadcasterId: string): PeoplePages {
	return requestEachPage(
		helix,
		{ path: '/subscriptions', scope: 'channel:read:subscriptions', query: { broadcaster_id: broadcasterId } },
		subscriber,
		{ pageSize: peoplePageSize, most: mostListedPeople }
	);
}
