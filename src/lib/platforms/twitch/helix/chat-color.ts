import { requestHelix, type Helix } from './request.ts';

/** Changes the colour of the account's name; a `#rrggbb` needs Turbo or Prime. @see https://dev.twitch.tv/docs/api/reference/#update-user-chat-color */
export async function updateChatColor(helix: Helix, color: string): Promise<void> {
	await requestHelix(helix, {
		method: 'PUT',
		path: '/chat/color',
		scope: 'user:manage:chat_color',
		query: { user_id: helix.credentials.identity.userId, color }
	});
}
