import type { SuspiciousTreatment } from '#lib/model/stream-event.ts';
import { moderatorQuery } from './moderator-query.ts';
import { requestHelix, type Helix } from './request.ts';

const path = '/moderation/suspicious_users';
const scope = 'moderator:manage:suspicious_users';
const statuses = { active_monitoring: 'ACTIVE_MONITORING', restricted: 'RESTRICTED' } as const;

/** Has an eye on a viewer, keeps what they write from chat, or ends both. @see https://dev.twitch.tv/docs/api/reference/#add-suspicious-status-to-chat-user */
export async function treatSuspiciousUser(
	helix: Helix,
	broadcasterId: string,
	{ userId, treatment }: { readonly userId: string; readonly treatment: SuspiciousTreatment }
): Promise<void> {
	const query = moderatorQuery(helix, broadcasterId);
	await requestHelix(
		helix,
		treatment === 'none'
			? { method: 'DELETE', path, scope, query: { ...query, user_id: userId } }
			: { method: 'POST', path, scope, query, body: { user_id: userId, status: statuses[treatment] } }
	);
}
