import type { PictureSet } from '#lib/model/chat-pictures.ts';
import { parseEach } from '#lib/model/parse-each.ts';
import * as v from 'valibot';
import { parseAnswer, pictureId } from '../picture-answer.ts';

const badge = v.object({
	set: pictureId,
	version: v.pipe(v.string(), v.maxLength(64)),
	title: v.pipe(v.string(), v.maxLength(100)),
	image: pictureId
});

/** Reads badges as our Worker passes them on. @see https://dev.twitch.tv/docs/api/reference/#get-channel-chat-badges */
export function decodeBadges(answer: unknown, imageUrl: string): PictureSet {
	const { badges } = parseAnswer(v.object({ badges: v.array(v.unknown()) }), answer);
	return {
		badges: parseEach(badge, badges).map(({ set, version, title, image }) => ({
			set,
			version,
			title,
			url: `${imageUrl}/badges/v1/${image}/2`
		}))
	};
}
