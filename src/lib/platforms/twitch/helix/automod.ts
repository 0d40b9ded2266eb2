import { requestHelix, type Helix } from './request.ts';

/** Lets a message that AutoMod held into chat, or keeps it out. @see https://dev.twitch.tv/docs/api/reference/#manage-held-automod-messages */
export async function decideHeldMessage(helix: Helix, messageId: string, action: 'ALLOW' | 'DENY'): Promise<void> {
	await requestHelix(helix, {
		method: 'POST',
		path: '/moderation/automod/message',
		scope: 'moderator:manage:automod',
		body: { user_id: helix.credentials.identity.userId, msg_id: messageId, action }
	});
}
