import { listedPerson, mostListedPeople, peoplePageSize, type PeoplePages } from './people-pages.ts';
import { requestEachPage } from './request-pages.ts';
import type { Helix } from './request.ts';

/** Who moderates a channel; its owner is not among them. @see https://dev.twitch.tv/docs/api/reference/#get-moderators */
export function requestModerators(helix: Helix, broadcasterId: string): PeoplePages {
	return requestEachPage(
		helix,
		{ path: '/moderation/moderators', scope: 'moderation:read', query: { broadcaster_id: broadcasterId } },
		listedPerson,
		{ pageSize: peoplePageSize, most: mostListedPeople }
	);
}
