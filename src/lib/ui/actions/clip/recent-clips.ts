import { clipId } from '#lib/platforms/twitch/helix/clips.ts';
import { StoredValue } from '#lib/state/stored-value.svelte.ts';
import * as v from 'valibot';

/** As many clips as are kept at hand. */
export const mostRecentClips = 5;

const clipsSchema = v.pipe(
	v.array(
		v.object({
			id: clipId,
			title: v.pipe(v.string(), v.maxLength(300)),
			seconds: v.pipe(v.number(), v.minValue(0)),
			createdAt: v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15))
		})
	),
	v.maxLength(mostRecentClips),
	v.readonly()
);

/** Creates the list of the clips that were made last in this browser, newest first. */
export function createRecentClips() {
	return new StoredValue({
		key: 'tributary.clips',
		schema: clipsSchema,
		initial: [],
		storage: () => localStorage
	});
}

/** Where a clip is watched. */
export function clipUrl(id: string): string {
	return `https://clips.twitch.tv/${id}`;
}

/** Where the streamer cuts it. */
export function clipEditUrl(id: string): string {
	return `${clipUrl(id)}/edit`;
}
