import { moderatorQuery } from './moderator-query.ts';
import { requestHelix, type Helix } from './request.ts';

const scope = 'moderator:manage:banned_users';

/** The longest time-out, two weeks. */
export const longestTimeoutSeconds = 1_209_600;

/** As many characters as a reason may have. */
export const longestReason = 500;

/** Who is banned from a channel, or timed out where there is a duration. */
export interface Ban {
	readonly broadcasterId: string;
	readonly userId: string;
	readonly durationSeconds?: number;
	readonly reason?: string;
}

/** Bans a viewer or times one out. @see https://dev.twitch.tv/docs/api/reference/#ban-user */
export async function banUser(helix: Helix, { broadcasterId, userId, durationSeconds, reason }: Ban): Promise<void> {
	await requestHelix(helix, {
		method: 'POST',
		path: '/moderation/bans',
		scope,
		query: moderatorQuery(helix, broadcasterId),
		body: {
			data: {
				user_id: userId,
				...(durationSeconds !== undefined && { duration: durationSeconds }),
				...(reason && { reason })
			}
		}
	});
}

/** Ends a ban or a time-out. @see https://dev.twitch.tv/docs/api/reference/#unban-user */
export async function unbanUser(helix: Helix, broadcasterId: string, userId: string): Promise<void> {
	await requestHelix(helix, {
		method: 'DELETE',
		path: '/moderation/bans',
		scope,
		query: { ...moderatorQuery(helix, broadcasterId), user_id: userId }
	});
}
