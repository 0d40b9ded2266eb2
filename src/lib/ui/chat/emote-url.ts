import type { Emote } from '#lib/model/fragment.ts';
import type { Surface } from './name-color.ts';

const idPattern = /^[A-Za-z0-9_-]{1,64}$/;

/** The image of an emote on the platform's own host; `undefined` where there is none, and the name stays text. @see https://dev.twitch.tv/docs/irc/emotes */
export function emoteUrl(
	emote: Pick<Emote, 'provider' | 'id'>,
	imageUrl: string,
	surface: Surface,
	format: 'default' | 'static' = 'default'
): string | undefined {
	if (emote.provider !== 'twitch' || !idPattern.test(emote.id)) return undefined;
	return `${imageUrl}/emoticons/v2/${emote.id}/${format}/${surface}/2.0`;
}
