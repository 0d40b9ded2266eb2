import { cleanText } from '#lib/model/clean-text.ts';
import { parseEach } from '#lib/model/parse-each.ts';
import * as v from 'valibot';
import { Failure } from '../failure.ts';
import { jsonAnswer } from '../http.ts';
import type { Route } from '../router.ts';
import { isTwitchId, requestHelixList } from './helix.ts';

const longestTitle = 100;

const badgeSet = v.object({ set_id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)), versions: v.unknown() });
const badgeVersion = v.object({
	id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.-]{1,64}$/)),
	title: v.string(),
	image_url_2x: v.pipe(v.string(), v.regex(/\/badges\/v1\/[A-Za-z0-9-]{1,64}\/2$/))
});

/** The badges of one channel, or with `global` those worn everywhere. @see https://dev.twitch.tv/docs/api/reference/#get-channel-chat-badges */
export const twitchBadgesRoute: Route = {
	method: 'GET',
	pattern: '/api/twitch/badges/:channel',
	platformOf: () => 'twitch',
	shared: true,
	async answer(context) {
		const { parameter } = context;
		if (parameter !== 'global' && !isTwitchId(parameter)) throw new Failure('malformed_id');
		const sets =
			parameter === 'global'
				? await requestHelixList('chat/badges/global', {}, context)
				: await requestHelixList('chat/badges', { broadcaster_id: parameter }, context);
		return jsonAnswer({ badges: toBadges(sets) }, { 'Cache-Control': 'public, max-age=3600' });
	}
};

/** Of an image only its id leaves the Worker: the page knows the host. */
function toBadges(sets: readonly unknown[]) {
	return parseEach(badgeSet, sets).flatMap(({ set_id, versions }) =>
		parseEach(badgeVersion, versions).map(({ id, title, image_url_2x }) => ({
			set: set_id,
			version: id,
			title: cleanText(title.slice(0, longestTitle)),
			image: image_url_2x.split('/').at(-2)
		}))
	);
}
