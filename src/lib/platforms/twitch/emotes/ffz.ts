import type { PictureSet } from '#lib/model/chat-pictures.ts';
import type { Emote } from '#lib/model/fragment.ts';
import { parseEach } from '#lib/model/parse-each.ts';
import * as v from 'valibot';
import { emoteName, parseAnswer, toRatio } from '../picture-answer.ts';

/** The bit of a modifier that is an effect and has no picture of its own. */
const hiddenFlag = 1;

const scales = v.record(v.string(), v.unknown());
const emote = v.object({
	id: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	name: emoteName,
	width: v.optional(v.number()),
	height: v.optional(v.number()),
	modifier: v.optional(v.boolean(), false),
	modifier_flags: v.optional(v.number(), 0),
	urls: scales,
	animated: v.nullish(scales)
});
const sets = v.record(v.string(), v.unknown());
const globalAnswer = v.object({ default_sets: v.array(v.number()), sets });
const roomAnswer = v.object({ sets });
const emoteSet = v.object({ emoticons: v.array(v.unknown()) });

/** Reads FrankerFaceZ's global emotes; sets that are not default ones belong to other people. @see https://api.frankerfacez.com/docs/ */
export function decodeFfzGlobal(answer: unknown, imageUrl: string): PictureSet {
	const { default_sets, sets: known } = parseAnswer(globalAnswer, answer);
	return {
		emotes: toEmotes(
			default_sets.map((id) => known[String(id)]),
			imageUrl
		)
	};
}

/** Reads FrankerFaceZ's emotes of a channel. @see https://api.frankerfacez.com/docs/ */
export function decodeFfzRoom(answer: unknown, imageUrl: string): PictureSet {
	return { emotes: toEmotes(Object.values(parseAnswer(roomAnswer, answer).sets), imageUrl) };
}

function toEmotes(emoteSets: readonly unknown[], imageUrl: string): Emote[] {
	return parseEach(emoteSet, emoteSets)
		.flatMap(({ emoticons }) => parseEach(emote, emoticons))
		.filter(({ modifier, modifier_flags }) => !modifier || (modifier_flags & hiddenFlag) === 0)
		.map(({ id, name, width, height, modifier, urls, animated }) => ({
			provider: 'ffz',
			id: String(id),
			name,
			url: animated
				? `${imageUrl}/emote/${id}/animated/${largest(animated)}`
				: `${imageUrl}/emote/${id}/${largest(urls)}`,
			...(animated && { stillUrl: `${imageUrl}/emote/${id}/${largest(urls)}` }),
			ratio: toRatio(width, height),
			...(modifier && { overlaid: true })
		}));
}

function largest(scales: Readonly<Record<string, unknown>>): 1 | 2 {
	return '2' in scales ? 2 : 1;
}
