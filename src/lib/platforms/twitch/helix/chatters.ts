import { moderatorQuery } from './moderator-query.ts';
import { listedPerson, mostListedPeople, type PeoplePages } from './people-pages.ts';
import { requestEachPage } from './request-pages.ts';
import type { Helix } from './request.ts';

const pageSize = 1_000;

/** Who has a channel's chat open; Twitch's list lags behind. @see https://dev.twitch.tv/docs/api/reference/#get-chatters */
export function requestChatters(helix: Helix, broadcasterId: string): PeoplePages {
	return requestEachPage(
		helix,
		{ path: '/chat/chatters', scope: 'moderator:read:chatters', query: moderatorQuery(helix, broadcasterId) },
		listedPerson,
		{ pageSize, most: mostListedPeople }
	);
}
