import { mostListedPeople, peoplePageSize, type PeoplePages } from './people-pages.ts';
import { personEntry } from './person-answer.ts';
import { requestEachPage } from './request-pages.ts';
import type { Helix } from './request.ts';

/** Who moderates a channel; its owner is not among them. @see https://dev.twitch.tv/docs/api/reference/#get-moderators */
export function requestModerators(helix: Helix, broadcasterId: string): PeoplePages {
	return requestEachPage(
		helix,
		{ path: '/moderation/moderators', scope: 'moderation:read', query: { broadcaster_id: broadcasterId } },
		personEntry,
		{ pageSize: peoplePageSize, most: mostListedPeople }
	);
}
