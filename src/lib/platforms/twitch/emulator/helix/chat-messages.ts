import { helixError, jsonAnswer } from '../answers.ts';
import type { EmulatedUser } from '../emulated-user.ts';
import { refuseMessage } from '../irc/refusal.ts';
import type { Room } from '../irc/room.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';
import { missingParameter, readBody, type ChannelParts } from './channel-call.ts';

const scope = 'user:write:chat';
const characterLimit = 500;
const actionPrefix = '/me ';

/** Sending as an account; what the room does not let through is 200 with a drop reason. @see https://dev.twitch.tv/docs/api/reference/#send-chat-message */
export function chatMessageEndpoints(parts: ChannelParts): readonly HelixEndpoint[] {
	return [{ method: 'POST', path: '/chat/messages', answer: (call) => answerSend(call, parts) }];
}

async function answerSend({ request, token }: HelixCall, parts: ChannelParts): Promise<Response> {
	const body = await readBody(request);
	const sender = parts.accounts.byId(token.userId ?? '');
	if (!sender || !token.scopes.includes(scope)) return helixError(401, `Missing scope: ${scope}`);
	const refusal = refuseBody(body, sender);
	if (refusal) return refusal;
	const room = parts.chat.findRoom(parts.accounts.byId(String(body['broadcaster_id']))?.login ?? '');
	if (!room || room === 'suspended') return helixError(400, 'The ID in broadcaster_id was not found.');
	const parentId = body['reply_parent_message_id'];
	return post({ room, sender, message: String(body['message']).trim(), parentId }, parts);
}

function refuseBody(body: Readonly<Record<string, unknown>>, sender: EmulatedUser): Response | undefined {
	const missing = ['broadcaster_id', 'sender_id', 'message'].find((key) => typeof body[key] !== 'string');
	if (missing) return missingParameter(missing);
	if (body['sender_id'] !== sender.id)
		return helixError(401, "The ID in sender_id must match the user ID found in the request's OAuth token.");
	const message = String(body['message']);
	if (message.trim() === '') return helixError(400, 'The message is empty.');
	return [...message].length > characterLimit ? helixError(422, 'The message is too large.') : undefined;
}

interface Post {
	readonly room: Room;
	readonly sender: EmulatedUser;
	readonly message: string;
	readonly parentId: unknown;
}

function post({ room, sender, message, parentId }: Post, { chat }: ChannelParts): Response {
	const action = message.startsWith(actionPrefix);
	const text = action ? message.slice(actionPrefix.length).trim() : message;
	const now = chat.clock.now();
	const refusal = refuseMessage(room, sender, text, now, chat.budget);
	if (refusal) return formatSend('', { code: refusal.id, message: refusal.text });
	room.lastPosts.set(sender.id, { sentAt: now, text });
	const replyTo = typeof parentId === 'string' ? room.recall(parentId) : undefined;
	const id = chat.post(room, { author: sender, text, action, ...(replyTo && { replyTo }) });
	chat.written.emit({ channel: room.owner.login, login: sender.login, text, id });
	return formatSend(id, null);
}

function formatSend(id: string, dropReason: { code: string; message: string } | null): Response {
	return jsonAnswer({ data: [{ message_id: id, is_sent: dropReason === null, drop_reason: dropReason }] });
}
