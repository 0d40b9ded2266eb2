import { moderatorQuery } from './moderator-query.ts';
import { requestHelix, type Helix } from './request.ts';

const path = '/moderation/chat';
const scope = 'moderator:manage:chat_messages';

/** Deletes one message; an empty id is refused, since without one Twitch would clear the chat. @see https://dev.twitch.tv/docs/api/reference/#delete-chat-messages */
export async function deleteMessage(helix: Helix, broadcasterId: string, messageId: string): Promise<void> {
	const query = { ...moderatorQuery(helix, broadcasterId), message_id: messageId };
	await requestHelix(helix, { method: 'DELETE', path, scope, query });
}

/** Deletes every message of a channel. @see https://dev.twitch.tv/docs/api/reference/#delete-chat-messages */
export async function clearChat(helix: Helix, broadcasterId: string): Promise<void> {
	await requestHelix(helix, { method: 'DELETE', path, scope, query: moderatorQuery(helix, broadcasterId) });
}
