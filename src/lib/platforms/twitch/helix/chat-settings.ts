import { moderatorQuery } from './moderator-query.ts';
import { requestHelix, type Helix } from './request.ts';

/** The modes to change, as Helix names them; a duration goes only with its mode switched on. */
export interface ChatSettingsChange {
	readonly emote_mode?: boolean;
	readonly follower_mode?: boolean;
	/** Minutes. */
	readonly follower_mode_duration?: number;
	readonly slow_mode?: boolean;
	/** Seconds. */
	readonly slow_mode_wait_time?: number;
	readonly subscriber_mode?: boolean;
	readonly unique_chat_mode?: boolean;
}

/** Changes the modes of a chat. @see https://dev.twitch.tv/docs/api/reference/#update-chat-settings */
export async function updateChatSettings(
	helix: Helix,
	broadcasterId: string,
	change: ChatSettingsChange
): Promise<void> {
	await requestHelix(helix, {
		method: 'PATCH',
		path: '/chat/settings',
		scope: 'moderator:manage:chat_settings',
		query: moderatorQuery(helix, broadcasterId),
		body: change
	});
}
