import { helixError, jsonAnswer } from '../answers.ts';
import { isModerator, type EmulatedUser } from '../emulated-user.ts';
import type { Queues } from '../queues/queues.ts';
import type { Treatment } from '../queues/suspicious-users.ts';
import { findTarget, readBody, readChannelCall, type ChannelCall, type ChannelParts } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';

const path = '/moderation/suspicious_users';
const rules = { scope: 'moderator:manage:suspicious_users', moderators: true } as const;
const treatments: Readonly<Record<string, Treatment>> = {
	ACTIVE_MONITORING: 'active_monitoring',
	RESTRICTED: 'restricted'
};

/** How suspicious viewers are treated. @see https://dev.twitch.tv/docs/api/reference/#add-suspicious-status-to-chat-user */
export function suspiciousUserEndpoints(parts: ChannelParts, queues: Queues): readonly HelixEndpoint[] {
	return [
		{ method: 'POST', path, answer: (call) => answerAdd(call, parts, queues) },
		{ method: 'DELETE', path, answer: (call) => answerRemove(call, parts, queues) }
	];
}

async function answerAdd(call: HelixCall, parts: ChannelParts, queues: Queues): Promise<Response> {
	const checked = readChannelCall(call, parts, rules);
	if (checked instanceof Response) return checked;
	const { user_id: userId, status } = await readBody(call.request);
	const user = parts.accounts.byId(String(userId));
	if (!user) return helixError(400, 'The ID in the user_id field is not valid.');
	const treatment = Object.hasOwn(treatments, String(status)) ? treatments[String(status)] : undefined;
	if (!treatment) return helixError(400, 'The value in the status field is not valid.');
	return treat(checked, queues, { user, treatment, status: String(status) });
}

function answerRemove(call: HelixCall, parts: ChannelParts, queues: Queues): Response {
	const checked = readChannelCall(call, parts, rules);
	if (checked instanceof Response) return checked;
	const user = findTarget(call, parts.accounts);
	if (user instanceof Response) return user;
	return treat(checked, queues, { user, treatment: 'none', status: 'NO_TREATMENT' });
}

interface Change {
	readonly user: EmulatedUser;
	readonly treatment: Treatment;
	/** In Helix's words. */
	readonly status: string;
}

function treat({ room, actor }: ChannelCall, { suspicious }: Queues, { user, treatment, status }: Change): Response {
	if (user === room.owner || isModerator(user, room.owner.login))
		return helixError(400, 'The user specified in the user_id field may not be marked as suspicious.');
	suspicious.treat(room, user, { treatment, moderator: actor });
	return jsonAnswer({
		data: [
			{
				user_id: user.id,
				broadcaster_id: room.owner.id,
				moderator_id: actor.id,
				status,
				types: treatment === 'none' ? [] : ['MANUALLY_ADDED']
			}
		]
	});
}
