import type { PictureSet } from '#lib/model/chat-pictures.ts';
import type { Emote } from '#lib/model/fragment.ts';
import { parseEach } from '#lib/model/parse-each.ts';
import * as v from 'valibot';
import { emoteName, parseAnswer, pictureId, toRatio } from '../picture-answer.ts';

/** In the flags of a set's entry, and in those of the emote behind it. */
const entryOverlaidFlag = 1;
const emoteOverlaidFlag = 256;

const file = v.object({ width: v.number(), height: v.number() });
const emote = v.object({
	id: pictureId,
	name: emoteName,
	flags: v.optional(v.number(), 0),
	data: v.optional(
		v.object({
			flags: v.optional(v.number(), 0),
			animated: v.optional(v.boolean(), false),
			host: v.optional(v.object({ files: v.optional(v.array(v.unknown()), []) }))
		})
	)
});
const setAnswer = v.object({ emotes: v.optional(v.array(v.unknown()), []) });
const userAnswer = v.object({
	emote_set_id: v.nullish(pictureId),
	emote_set: v.nullish(v.object({ id: v.nullish(pictureId), emotes: v.nullish(v.array(v.unknown())) }))
});

/** What a user's answer leads to: the emotes themselves (before August 2026), or the set to ask for; nothing for a user without one. */
export interface SevenTvUserSet {
	readonly id?: string;
	readonly emotes?: readonly unknown[];
}

/** Reads which emote set a channel uses. @see https://github.com/SevenTV/SevenTV/issues */
export function decodeSevenTvUser(answer: unknown): SevenTvUserSet {
	const { emote_set_id, emote_set } = parseAnswer(userAnswer, answer);
	const id = emote_set_id ?? emote_set?.id;
	return { ...(id && { id }), ...(emote_set?.emotes && { emotes: emote_set.emotes }) };
}

/** Reads an emote set. @see https://7tv.io/docs */
export function decodeSevenTvSet(answer: unknown, imageUrl: string): PictureSet {
	return { emotes: decodeSevenTvEmotes(parseAnswer(setAnswer, answer).emotes, imageUrl) };
}

/** The id of a set that was read, by which its changes are followed. */
export function sevenTvSetId(answer: unknown): string | undefined {
	const { output, success } = v.safeParse(v.object({ id: pictureId }), answer);
	return success ? output.id : undefined;
}

/** Reads entries of a set; what is wrong is left out one by one. */
export function decodeSevenTvEmotes(entries: readonly unknown[], imageUrl: string): readonly Emote[] {
	return parseEach(emote, entries).map(({ id, name, flags, data }) => {
		const [size] = parseEach(file, data?.host?.files ?? []);
		const overlaid = (flags & entryOverlaidFlag) !== 0 || ((data?.flags ?? 0) & emoteOverlaidFlag) !== 0;
		return {
			provider: '7tv',
			id,
			name,
			url: `${imageUrl}/emote/${id}/2x.webp`,
			...(data?.animated && { stillUrl: `${imageUrl}/emote/${id}/2x_static.webp` }),
			ratio: toRatio(size?.width, size?.height),
			...(overlaid && { overlaid })
		};
	});
}
