import * as v from 'valibot';
import { parseAnswer } from './parse-answer.ts';
import { requestHelix, type Helix } from './request.ts';

/** As many characters as a marker's note may have. */
export const longestMarkerNote = 140;

const markerAnswer = v.object({ data: v.tuple([v.object({ position_seconds: v.pipe(v.number(), v.minValue(0)) })]) });

/** Marks this moment of the stream; returns its place in the video, in seconds. @see https://dev.twitch.tv/docs/api/reference/#create-stream-marker */
export async function createMarker(helix: Helix, broadcasterId: string, description: string): Promise<number> {
	const body = await requestHelix(helix, {
		method: 'POST',
		path: '/streams/markers',
		scope: 'channel:manage:broadcast',
		body: { user_id: broadcasterId, ...(description && { description }) }
	});
	return parseAnswer(markerAnswer, body, 'Twitch did not say where the marker is.').data[0].position_seconds;
}
