import { requestHelix, type Helix } from './request.ts';

/** Whispers to another account; Twitch may drop it in silence. @see https://dev.twitch.tv/docs/api/reference/#send-whisper */
export async function sendWhisper(helix: Helix, toUserId: string, message: string): Promise<void> {
	await requestHelix(helix, {
		method: 'POST',
		path: '/whispers',
		scope: 'user:manage:whispers',
		query: { from_user_id: helix.credentials.identity.userId, to_user_id: toUserId },
		body: { message }
	});
}
