import type { ThirdPartyEmote } from './emotes.ts';

const userPattern = /^v3\/users\/twitch\/(\d+)$/;
const setPattern = /^v3\/emote-sets\/SET(\d+)$/;

/** What 7TV answers at a path; since August 2026 a user's answer only names the emote set. @see https://7tv.io/docs */
export function answerSevenTv(path: string, all: readonly ThirdPartyEmote[]): unknown {
	const emotes = all.filter(({ service }) => service === '7tv');
	const userId = userPattern.exec(path)?.[1];
	if (userId !== undefined && emotes.some(({ channelId }) => channelId === userId))
		return { id: userId, platform: 'TWITCH', emote_set_id: sevenTvSetId(userId), emote_set: null };
	const channelId = setPattern.exec(path)?.[1];
	if (channelId === undefined && path !== 'v3/emote-sets/global') return undefined;
	const own = emotes.filter((emote) => emote.channelId === channelId);
	if (own.length === 0) return undefined;
	const id = channelId === undefined ? 'global' : sevenTvSetId(channelId);
	return { id, name: 'Emotes', flags: 0, emotes: own.map(formatSevenTvEmote) };
}

/** The set that a channel uses. */
export function sevenTvSetId(channelId: string): string {
	return `SET${channelId}`;
}

/** An entry of a set. */
export function formatSevenTvEmote({ id, name, overlaid = false }: ThirdPartyEmote) {
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
