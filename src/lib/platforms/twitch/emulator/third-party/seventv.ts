import { thirdPartyEmotes, type ThirdPartyEmote } from './emotes.ts';

const userPattern = /^v3\/users\/twitch\/(\d+)$/;
const setPattern = /^v3\/emote-sets\/SET(\d+)$/;

/** What 7TV answers at a path; since August 2026 a user's answer only names the emote set. @see https://7tv.io/docs */
export function answerSevenTv(path: string): unknown {
	if (path === 'v3/emote-sets/global') return formatSet('global', undefined);
	const userId = userPattern.exec(path)?.[1];
	if (userId !== undefined && emotesOf(userId).length > 0)
		return { id: userId, platform: 'TWITCH', emote_set_id: `SET${userId}`, emote_set: null };
	const channelId = setPattern.exec(path)?.[1];
	return channelId !== undefined && emotesOf(channelId).length > 0
		? formatSet(`SET${channelId}`, channelId)
		: undefined;
}

function emotesOf(channelId: string | undefined): readonly ThirdPartyEmote[] {
	return thirdPartyEmotes.filter((emote) => emote.service === '7tv' && emote.channelId === channelId);
}

function formatSet(id: string, channelId: string | undefined) {
	return { id, name: 'Emotes', flags: 0, emotes: emotesOf(channelId).map(formatEmote) };
}

function formatEmote({ id, name, overlaid = false }: ThirdPartyEmote) {
	const files = [1, 2, 3, 4].map((scale) => ({
		name: `${scale}x.webp`,
		static_name: `${scale}x_static.webp`,
		width: 32 * scale,
		height: 32 * scale,
		frame_count: 1,
		size: 900,
		format: 'WEBP'
	}));
	return {
		id,
		name,
		flags: overlaid ? 1 : 0,
		timestamp: 0,
		actor_id: null,
		data: {
			id,
			name,
			flags: overlaid ? 256 : 0,
			listed: true,
			animated: false,
			owner: null,
			host: { url: `//cdn.7tv.app/emote/${id}`, files }
		}
	};
}
