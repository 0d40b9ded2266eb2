import { RejectionError } from '#lib/model/errors.ts';
import type { Environment } from '#lib/transport/environment.ts';
import * as v from 'valibot';
import { moment, words } from './answer-fields.ts';
import { parseAnswer } from './parse-answer.ts';
import { requestPage } from './request-pages.ts';
import { requestHelix, type Helix } from './request.ts';

/** As many characters as a clip's title may have. */
export const longestClipTitle = 140;
/** How long a clip can be, in seconds, and how long it is unless told. */
export const shortestClipSeconds = 5;
export const longestClipSeconds = 60;
export const usualClipSeconds = 30;

/** When a clip that is not there yet counts as failed. */
export const clipTimeoutMs = 15_000;
const askAgainMs = 1_500;

/** A clip. */
export interface Clip {
	readonly id: string;
	readonly title: string;
	readonly seconds: number;
	/** Epoch ms. */
	readonly createdAt: number;
}

/** What a clip is to be. */
export interface ClipDraft {
	readonly broadcasterId: string;
	/** Empty: the title of the stream. */
	readonly title: string;
	readonly seconds: number;
}

/** The id of a clip, which its addresses are made of. */
export const clipId = v.pipe(v.string(), v.regex(/^[\w-]{1,120}$/));

const createAnswer = v.object({ data: v.tuple([v.object({ id: clipId })]) });
const clip = v.pipe(
	v.object({ id: clipId, title: words, duration: v.pipe(v.number(), v.minValue(0)), created_at: moment }),
	v.transform(({ id, title, duration, created_at }): Clip => ({ id, title, seconds: duration, createdAt: created_at }))
);

/** Asks for a clip of the last seconds; it is there only later. Returns its id. @see https://dev.twitch.tv/docs/api/reference/#create-clip */
export async function createClip(helix: Helix, { broadcasterId, title, seconds }: ClipDraft): Promise<string> {
	const body = await requestHelix(helix, {
		method: 'POST',
		path: '/clips',
		scope: 'clips:edit',
		query: { broadcaster_id: broadcasterId, ...(title && { title }), duration: String(seconds) }
	});
	return parseAnswer(createAnswer, body, 'Twitch did not name the clip.').data[0].id;
}

/** The clip of that id; `undefined` while it is not there. @see https://dev.twitch.tv/docs/api/reference/#get-clips */
export async function requestClip(helix: Helix, id: string): Promise<Clip | undefined> {
	return (await requestPage(helix, { path: '/clips', query: { id } }, clip)).items[0];
}

/** Waits until a clip is there. Throws `RejectionError` `clip_failed` when it is not after 15 s. @see https://dev.twitch.tv/docs/api/reference/#create-clip */
export async function awaitClip(helix: Helix, id: string): Promise<Clip> {
	const { clock } = helix.environment;
	const givesUpAt = clock.now() + clipTimeoutMs;
	while (clock.now() < givesUpAt) {
		const found = await requestClip(helix, id);
		if (found) return found;
		await pause(helix.environment);
	}
	throw new RejectionError('clip_failed', 'Twitch did not finish the clip.');
}

function pause({ clock }: Environment): Promise<void> {
	return new Promise((resolve) => void clock.setTimeout(resolve, askAgainMs));
}
