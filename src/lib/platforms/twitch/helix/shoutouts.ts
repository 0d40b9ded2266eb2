import { requestHelix, type Helix } from './request.ts';

/** How long after a shoutout there can be none, and none for the same channel. @see https://dev.twitch.tv/docs/api/reference/#send-a-shoutout */
export const shoutoutPauses = { anyMs: 120_000, sameMs: 3_600_000 } as const;

/** Recommends a channel in another one. @see https://dev.twitch.tv/docs/api/reference/#send-a-shoutout */
export async function sendShoutout(helix: Helix, broadcasterId: string, toBroadcasterId: string): Promise<void> {
	await requestHelix(helix, {
		method: 'POST',
		path: '/chat/shoutouts',
		scope: 'moderator:manage:shoutouts',
		query: {
			from_broadcaster_id: broadcasterId,
			to_broadcaster_id: toBroadcasterId,
			moderator_id: helix.credentials.identity.userId
		}
	});
}
