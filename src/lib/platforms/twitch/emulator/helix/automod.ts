import { helixError } from '../answers.ts';
import { isModerator, type EmulatedUser } from '../emulated-user.ts';
import type { Queues } from '../queues/queues.ts';
import { readBody, type ChannelParts } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';

const scope = 'moderator:manage:automod';

/** Decisions about held messages. @see https://dev.twitch.tv/docs/api/reference/#manage-held-automod-messages */
export function automodEndpoints(parts: ChannelParts, { held }: Queues): readonly HelixEndpoint[] {
	return [{ method: 'POST', path: '/moderation/automod/message', answer: (call) => answerDecision(call, parts, held) }];
}

async function answerDecision(
	{ request, token }: HelixCall,
	{ accounts }: ChannelParts,
	held: Queues['held']
): Promise<Response> {
	const body = await readBody(request);
	const actor = accounts.byId(token.userId ?? '');
	if (!actor || !token.scopes.includes(scope)) return helixError(401, `Missing scope: ${scope}`);
	const refusal = refuseBody(body, actor);
	if (refusal) return refusal;
	const message = held.find(String(body['msg_id']));
	if (!message || message.status === 'expired')
		return helixError(404, 'The message specified in the msg_id field was not found.');
	const { owner } = message.room;
	if (actor !== owner && !isModerator(actor, owner.login))
		return helixError(403, 'The user in user_id is not a moderator of the channel.');
	if (message.status !== 'held')
		return helixError(400, 'The message specified in the msg_id field was already processed.');
	held.settle(message, body['action'] === 'ALLOW' ? 'approved' : 'denied', actor);
	return new Response(null, { status: 204 });
}

function refuseBody(body: Readonly<Record<string, unknown>>, actor: EmulatedUser): Response | undefined {
	const { user_id: userId, msg_id: messageId, action } = body;
	if (userId !== actor.id)
		return helixError(401, "The ID in user_id must match the user ID found in the request's OAuth token.");
	if (typeof messageId !== 'string' || messageId === '') return helixError(400, 'The msg_id field is required.');
	const known = action === 'ALLOW' || action === 'DENY';
	return known ? undefined : helixError(400, 'The value in the action field is not valid.');
}
