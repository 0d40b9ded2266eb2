import type { PictureSet } from '#lib/model/chat-pictures.ts';
import { parseEach } from '#lib/model/parse-each.ts';
import * as v from 'valibot';
import { parseAnswer } from '../picture-answer.ts';

const imagePath = v.pipe(v.string(), v.regex(/^(\/[A-Za-z0-9_-]{1,64}){3,8}(\.5)?\.(gif|png)$/));
const tier = v.object({
	minBits: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	color: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i)),
	dark: imagePath,
	light: imagePath
});
const cheermote = v.object({ prefix: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,40}$/)), tiers: v.unknown() });

/** Reads cheermotes as our Worker passes them on. @see https://dev.twitch.tv/docs/api/reference/#get-cheermotes */
export function decodeCheermotes(answer: unknown, imageUrl: string): PictureSet {
	const { cheermotes } = parseAnswer(v.object({ cheermotes: v.array(v.unknown()) }), answer);
	return {
		cheermotes: parseEach(cheermote, cheermotes).map(({ prefix, tiers }) => ({
			prefix,
			tiers: parseEach(tier, tiers)
				.map(({ minBits, color, dark, light }) => ({
					minBits,
					color,
					dark: `${imageUrl}${dark}`,
					light: `${imageUrl}${light}`
				}))
				.sort((one, other) => other.minBits - one.minBits)
		}))
	};
}
