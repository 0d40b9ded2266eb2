import { parseEach } from '#lib/model/parse-each.ts';
import * as v from 'valibot';
import { Failure } from '../failure.ts';
import { jsonAnswer } from '../http.ts';
import type { Route } from '../router.ts';
import { isTwitchId, requestHelixList } from './helix.ts';

const imageUrl = v.pipe(
	v.string(),
	v.transform((url) => (URL.canParse(url) ? new URL(url).pathname : '')),
	v.regex(/^(\/[A-Za-z0-9_-]{1,64}){3,8}(\.5)?\.(gif|png)$/)
);
const image = v.object({ animated: v.object({ '2': imageUrl }) });
const tier = v.object({
	min_bits: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	color: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i)),
	images: v.object({ dark: image, light: image })
});
const cheermote = v.object({ prefix: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,40}$/)), tiers: v.unknown() });

/** The words that cheer in a channel, with the pictures for their amounts. @see https://dev.twitch.tv/docs/api/reference/#get-cheermotes */
export const twitchCheermotesRoute: Route = {
	method: 'GET',
	pattern: '/api/twitch/cheermotes/:channel',
	platformOf: () => 'twitch',
	shared: true,
	async answer(context) {
		if (!isTwitchId(context.parameter)) throw new Failure('malformed_id');
		const list = await requestHelixList('bits/cheermotes', { broadcaster_id: context.parameter }, context);
		return jsonAnswer({ cheermotes: toCheermotes(list) }, { 'Cache-Control': 'public, max-age=3600' });
	}
};

/** Of an image only its path leaves the Worker: the page knows the host. */
function toCheermotes(list: readonly unknown[]) {
	return parseEach(cheermote, list).map(({ prefix, tiers }) => ({
		prefix,
		tiers: parseEach(tier, tiers).map(({ min_bits, color, images }) => ({
			minBits: min_bits,
			color,
			dark: images.dark.animated['2'],
			light: images.light.animated['2']
		}))
	}));
}
