import type { FoundChannel } from '#lib/model/found-channel.ts';
import * as v from 'valibot';
import { channelEntries, toPerson, toShownText } from './channel-entries.ts';
import { requestPage } from './request-pages.ts';
import type { Helix } from './request.ts';
import { toAvatarUrl } from './users.ts';

const mostFound = 20;

const foundChannel = v.object({
	id: channelEntries.id,
	broadcaster_login: channelEntries.login,
	display_name: channelEntries.name,
	title: channelEntries.text,
	game_name: channelEntries.text,
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
			person: toPerson(found.id, found.broadcaster_login, found.display_name),
			live: found.is_live,
			title: toShownText(found.title),
			category: toShownText(found.game_name),
			...(avatarUrl !== undefined && { avatarUrl })
		};
	});
	return [...channels.filter(({ live }) => live), ...channels.filter(({ live }) => !live)];
}
