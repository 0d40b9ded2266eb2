import { listedPerson, mostListedPeople, peoplePageSize, type PeoplePages } from './people-pages.ts';
import { requestEachPage } from './request-pages.ts';
import type { Helix } from './request.ts';

/** Who is a VIP of a channel. @see https://dev.twitch.tv/docs/api/reference/#get-vips */
export function requestVips(helix: Helix, broadcasterId: string): PeoplePages {
	return requestEachPage(
		helix,
		{ path: '/channels/vips', scope: 'channel:manage:vips', query: { broadcaster_id: broadcasterId } },
		listedPerson,
		{ pageSize: peoplePageSize, most: mostListedPeople }
	);
}
