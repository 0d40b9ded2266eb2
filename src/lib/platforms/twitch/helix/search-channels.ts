import type { FoundChannel } from '#lib/model/found-channel.ts';
import * as v from 'valibot';
import { login, numericId, words } from './answer-fields.ts';
import { requestPage } from './request-pages.ts';
import type { Helix } from './request.ts';
import { toAvatarUrl } from './users.ts';

const mostFound = 20;

const foundChannel = v.object({
	id: numericId,
	broadcaster_login: login,
	display_name: words,
	title: v.optional(words, ''),
	game_name: v.optional(words, ''),
	is_live: v.boolean(),
	thumbnail_url: v.optional(v.string(), '')
});

/** The channels whose name begins so, those that are live first. @see https://dev.twitch.tv/docs/api/reference/#search-channels */
export async function searchChannels(helix: Helix, query: string): Promise<readonly FoundChannel[]> {
	const request = { path: '/search/channels', query: { query, first: String(mostFound) } };
	const { items } = await requestPage(helix, request, foundChannel);
	const { imageUrl } = helix.config.twitch;
	const channels = items.map((found): FoundChannel => {
		const avatarUrl = toAvatarUrl(found.thumbnail_url, imageUrl);
		return {
			person: {
				userId: found.id,
				login: found.broadcaster_login,
				displayName: found.display_name || found.broadcaster_login
			},
			live: found.is_live,
			title: found.title,
			category: found.game_name,
			...(avatarUrl !== undefined && { avatarUrl })
		};
	});
	return [...channels.filter(({ live }) => live), ...channels.filter(({ live }) => !live)];
}
