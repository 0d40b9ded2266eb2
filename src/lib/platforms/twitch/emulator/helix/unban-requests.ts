import { helixError, jsonAnswer } from '../answers.ts';
import type { Room } from '../irc/room.ts';
import type { Queues } from '../queues/queues.ts';
import type { UnbanRequest } from '../queues/unban-requests.ts';
import { missingParameter, readChannelCall, type ChannelParts } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';
import { answerPage } from './page-answer.ts';

const path = '/moderation/unban_requests';
const manageScope = 'moderator:manage:unban_requests';
const readScope = 'moderator:read:unban_requests';
const statuses = ['pending', 'approved', 'denied', 'acknowledged', 'canceled'];
const longestResolution = 500;

/** Requests to be unbanned, and the answers to them. @see https://dev.twitch.tv/docs/api/reference/#get-unban-requests */
export function unbanRequestEndpoints(parts: ChannelParts, queues: Queues): readonly HelixEndpoint[] {
	return [
		{ method: 'GET', path, answer: (call) => answerList(call, parts, queues) },
		{ method: 'PATCH', path, answer: (call) => answerResolve(call, parts, queues) }
	];
}

function answerList(call: HelixCall, parts: ChannelParts, { unbanRequests }: Queues): Response {
	const scope = call.token.scopes.includes(manageScope) ? manageScope : readScope;
	const checked = readChannelCall(call, parts, { scope, moderators: true });
	if (checked instanceof Response) return checked;
	const { query, room } = checked;
	const status = query.get('status');
	if (!status) return missingParameter('status');
	if (!statuses.includes(status)) return helixError(400, 'The value in status is not valid.');
	const userId = query.get('user_id');
	const wanted = unbanRequests
		.list(room)
		.filter((request) => request.status === status && (!userId || request.author.id === userId));
	return answerPage(
		query,
		wanted.map((request) => formatRequest(request, room))
	);
}

function answerResolve(call: HelixCall, parts: ChannelParts, { unbanRequests }: Queues): Response {
	const checked = readChannelCall(call, parts, { scope: manageScope, moderators: true });
	if (checked instanceof Response) return checked;
	const { query, room, actor } = checked;
	const id = query.get('unban_request_id');
	const status = query.get('status');
	const text = query.get('resolution_text') ?? '';
	if (!id) return missingParameter('unban_request_id');
	if (status !== 'approved' && status !== 'denied') return helixError(400, 'The value in status is not valid.');
	if ([...text].length > longestResolution) return helixError(400, 'The text in resolution_text is too long.');
	const request = unbanRequests.list(room).find((one) => one.id === id);
	if (!request) return helixError(404, 'The ID in unban_request_id was not found.');
	if (request.status !== 'pending') return helixError(400, 'The unban request is no longer pending.');
	const resolved = unbanRequests.resolve(room, request, { status, moderator: actor, text });
	return jsonAnswer({ data: [formatRequest(resolved, room)] });
}

function formatRequest(request: UnbanRequest, { owner }: Room) {
	const { id, author, moderator, text, status, createdAt, resolvedAt, resolution = '' } = request;
	return {
		id,
		broadcaster_id: owner.id,
		broadcaster_login: owner.login,
		broadcaster_name: owner.displayName,
		moderator_id: moderator?.id ?? '',
		moderator_login: moderator?.login ?? '',
		moderator_name: moderator?.displayName ?? '',
		user_id: author.id,
		user_login: author.login,
		user_name: author.displayName,
		text,
		status,
		created_at: new Date(createdAt).toISOString(),
		resolved_at: resolvedAt === undefined ? '' : new Date(resolvedAt).toISOString(),
		resolution_text: resolution
	};
}
