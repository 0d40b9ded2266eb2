import type { PictureSet } from '#lib/model/chat-pictures.ts';
import type { Emote } from '#lib/model/fragment.ts';
import { parseEach } from '#lib/model/parse-each.ts';
import * as v from 'valibot';
import { emoteName, parseAnswer, pictureId, toRatio } from '../picture-answer.ts';

/** BetterTTV does not say which of its emotes are drawn over others. */
const overlaidNames: ReadonlySet<string> = new Set([
	'SoSnowy',
	'IceCold',
	'SantaHat',
	'TopHat',
	'ReinDeer',
	'CandyCane',
	'cvMask',
	'cvHazmat'
]);

const emote = v.object({
	id: pictureId,
	code: emoteName,
	animated: v.optional(v.boolean(), false),
	width: v.optional(v.number()),
	height: v.optional(v.number())
});
const channelAnswer = v.object({ channelEmotes: v.array(v.unknown()), sharedEmotes: v.array(v.unknown()) });

/** Reads BetterTTV's global emotes. @see https://betterttv.com/developers/api#global-emotes */
export function decodeBttvGlobal(answer: unknown, imageUrl: string): PictureSet {
	const emotes = decodeBttvEmotes(parseAnswer(v.array(v.unknown()), answer), imageUrl);
	return { emotes: emotes.map((one) => (overlaidNames.has(one.name) ? { ...one, overlaid: true } : one)) };
}

/** Reads BetterTTV's emotes of a channel. @see https://betterttv.com/developers/api#user */
export function decodeBttvChannel(answer: unknown, imageUrl: string): PictureSet {
	const { channelEmotes, sharedEmotes } = parseAnswer(channelAnswer, answer);
	return { emotes: decodeBttvEmotes([...channelEmotes, ...sharedEmotes], imageUrl) };
}

/** Adds to a channel's answer whose it is, which BetterTTV does not say. */
export function nameBttvChannel(answer: unknown, twitchUserId: string): unknown {
	return { ...parseAnswer(v.looseObject({}), answer), twitchUserId };
}

/** The Twitch user of a named answer, by whom its changes are followed. */
export function bttvUserId(answer: unknown): string | undefined {
	const { output, success } = v.safeParse(v.object({ twitchUserId: v.string() }), answer);
	return success ? output.twitchUserId : undefined;
}

/** Reads entries of a list; what is wrong is left out one by one. */
export function decodeBttvEmotes(list: readonly unknown[], imageUrl: string): readonly Emote[] {
	return parseEach(emote, list).map(({ id, code, animated, width, height }) => ({
		provider: 'bttv',
		id,
		name: code,
		url: `${imageUrl}/emote/${id}/2x`,
		...(animated && { stillUrl: `${imageUrl}/emote/${id}/static/2x.webp` }),
		ratio: toRatio(width, height)
	}));
}
