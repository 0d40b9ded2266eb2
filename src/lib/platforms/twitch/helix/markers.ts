import { requestHelix, type Helix } from './request.ts';

/** Marks this moment of the stream. @see https://dev.twitch.tv/docs/api/reference/#create-stream-marker */
export async function createMarker(helix: Helix, broadcasterId: string, description: string): Promise<void> {
	await requestHelix(helix, {
		method: 'POST',
		path: '/streams/markers',
		scope: 'channel:manage:broadcast',
		body: { user_id: broadcasterId, ...(description && { description }) }
	});
}
