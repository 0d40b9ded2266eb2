import { moderatorQuery } from './moderator-query.ts';
import { requestHelix, type Helix } from './request.ts';

/** As many characters as a reason may have; there must be one. */
export const longestWarning = 500;

/** Warns a viewer, who has to acknowledge it before writing again. @see https://dev.twitch.tv/docs/api/reference/#warn-chat-user */
export async function warnUser(
	helix: Helix,
	broadcasterId: string,
	warning: { readonly userId: string; readonly reason: string }
): Promise<void> {
	await requestHelix(helix, {
		method: 'POST',
		path: '/moderation/warnings',
		scope: 'moderator:manage:warnings',
		query: moderatorQuery(helix, broadcasterId),
		body: { data: { user_id: warning.userId, reason: warning.reason } }
	});
}
