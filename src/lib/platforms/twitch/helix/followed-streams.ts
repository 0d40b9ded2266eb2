import type { FoundChannel } from '#lib/model/found-channel.ts';
import { ProtocolError } from '#lib/model/errors.ts';
import * as v from 'valibot';
import { channelEntries, toPerson, toShownText } from './channel-entries.ts';
import { requestHelix, type Helix } from './request.ts';

/** As many as one page may have: whoever follows more live channels searches. */
const mostStreams = 100;

const streamsAnswer = v.object({
	data: v.array(
		v.object({
			user_id: channelEntries.id,
			user_login: channelEntries.login,
			user_name: channelEntries.name,
			title: channelEntries.text,
			game_name: channelEntries.text,
			viewer_count: v.pipe(v.number(), v.minValue(0))
		})
	)
});

/** The channels that the account follows and that are live, most watched first. @see https://dev.twitch.tv/docs/api/reference/#get-followed-streams */
export async function requestFollowedStreams(helix: Helix): Promise<readonly FoundChannel[]> {
	const body = await requestHelix(helix, {
		method: 'GET',
		path: '/streams/followed',
		scope: 'user:read:follows',
		query: { user_id: helix.credentials.identity.userId, first: String(mostStreams) }
	});
	const answer = v.safeParse(streamsAnswer, body);
	if (!answer.success) throw new ProtocolError('malformed_answer', 'Twitch did not say which channels are live.');
	return answer.output.data.map((stream) => ({
		person: toPerson(stream.user_id, stream.user_login, stream.user_name),
		live: true,
		title: toShownText(stream.title),
		category: toShownText(stream.game_name),
		viewers: stream.viewer_count
	}));
}
