import { cleanText } from '#lib/model/clean-text.ts';
import * as v from 'valibot';
import { nameKey } from './keys.ts';

/** Sounds that every overlay makes itself. */
export const soundNames = ['bell', 'horn', 'applause', 'drum', 'laser', 'pop', 'coin', 'boing'] as const;

/** How large an image is shown. */
export const imageSizes = ['small', 'medium', 'large'] as const;

/** A file that the streamer uploaded, by the SHA-256 of its bytes. */
export const filePattern = /^file:[\da-f]{64}$/;

const emojiPattern =
	/^(?=.*[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}])[\p{Extended_Pictographic}\p{Emoji_Component}]+$/u;
const emotePattern = /^twitch:[\w-]{1,64}$/;
const longestEmoji = 16;
const longestCaption = 80;

/** A sound: one of ours by its name, or `file:` and an upload's hash. */
export const soundReference = v.union([v.picklist(soundNames), v.pipe(v.string(), v.regex(filePattern))]);

/** An image: an emoji, `twitch:` and an emote's id, or `file:` and an upload's hash; never an address. */
export const imageReference = v.pipe(
	v.string(),
	v.check(
		(text) =>
			filePattern.test(text) || emotePattern.test(text) || (text.length <= longestEmoji && emojiPattern.test(text))
	)
);

/** A part of 1. */
export const volume = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** How long an image stays, in seconds. */
export const shownSeconds = v.pipe(v.number(), v.minValue(1), v.maxValue(15));

const soundEffect = v.object({ type: v.literal('sound'), sound: soundReference, volume });
const imageEffect = v.object({
	type: v.literal('image'),
	image: imageReference,
	size: v.picklist(imageSizes),
	seconds: shownSeconds,
	caption: v.optional(v.pipe(v.string(), v.maxLength(longestCaption), v.transform(cleanText)), '')
});
const keyEffect = v.object({
	type: v.literal('key'),
	event: v.picklist(['keydown', 'keyup']),
	keyCode: v.pipe(
		v.number(),
		v.check((code) => nameKey(code) !== undefined)
	)
});
const overlayEffect = v.variant('type', [soundEffect, imageEffect, keyEffect]);

/** A sound for the overlay. */
export type SoundEffect = Readonly<v.InferOutput<typeof soundEffect>>;

/** An image for the overlay. */
export type ImageEffect = Readonly<v.InferOutput<typeof imageEffect>>;

/** A key that goes down or up in the game page. */
export type KeyEffect = Readonly<v.InferOutput<typeof keyEffect>>;

/** What an overlay carries out. */
export type OverlayEffect = SoundEffect | ImageEffect | KeyEffect;

/** Reads what an overlay is told; `undefined` for what it does not know or what is out of bounds. */
export function parseOverlayEffect(value: unknown): OverlayEffect | undefined {
	const read = v.safeParse(overlayEffect, value);
	return read.success ? read.output : undefined;
}
