import type { FoundChannel } from '#lib/model/found-channel.ts';
import * as v from 'valibot';
import { channelEntries, toPerson, toShownText } from './channel-entries.ts';
import { requestPages } from './request-pages.ts';
import type { Helix } from './request.ts';

const pageSize = 100;
/** Whoever follows more live channels searches. */
const most = 300;

const followedStream = v.object({
	user_id: channelEntries.id,
	user_login: channelEntries.login,
	user_name: channelEntries.name,
	title: channelEntries.text,
	game_name: channelEntries.text,
	viewer_count: v.pipe(v.number(), v.minValue(0))
});

/** The channels that the account follows and that are live, most watched first. @see https://dev.twitch.tv/docs/api/reference/#get-followed-streams */
export async function* requestFollowedStreams(helix: Helix): AsyncGenerator<FoundChannel, void> {
	const query = { user_id: helix.credentials.identity.userId };
	const request = { path: '/streams/followed', scope: 'user:read:follows', query };
	for await (const stream of requestPages(helix, request, followedStream, { pageSize, most }))
		yield {
			person: toPerson(stream.user_id, stream.user_login, stream.user_name),
			live: true,
			title: toShownText(stream.title),
			category: toShownText(stream.game_name),
			viewers: stream.viewer_count
		};
}
