import { requestPages } from './request-pages.ts';
import type { Helix } from './request.ts';
import { liveStream, type LiveStream } from './streams.ts';

const pageSize = 100;
/** Whoever follows more live channels searches. */
const most = 300;

/** The channels that the account follows and that are live, most watched first. @see https://dev.twitch.tv/docs/api/reference/#get-followed-streams */
export function requestFollowedStreams(helix: Helix): AsyncGenerator<LiveStream, void> {
	const query = { user_id: helix.credentials.identity.userId };
	const request = { path: '/streams/followed', scope: 'user:read:follows', query };
	return requestPages(helix, request, liveStream, { pageSize, most });
}
