import { helixError, jsonAnswer } from '../answers.ts';
import { isModerator, type EmulatedUser } from '../emulated-user.ts';
import { toEventUser } from '../notifications.ts';
import {
	findTarget,
	readBody,
	readChannelCall,
	toObject,
	type ChannelCall,
	type ChannelParts
} from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';
import { tellModeration } from './tell-moderation.ts';

const banRules = { scope: 'moderator:manage:banned_users', moderators: true } as const;
const deleteRules = { scope: 'moderator:manage:chat_messages', moderators: true } as const;
const warnRules = { scope: 'moderator:manage:warnings', moderators: true } as const;
const longestTimeoutSeconds = 1_209_600;
const longestReason = 500;

/** Bans, deletions and warnings. @see https://dev.twitch.tv/docs/api/reference/#ban-user */
export function moderationEndpoints(parts: ChannelParts): readonly HelixEndpoint[] {
	return [
		{ method: 'POST', path: '/moderation/bans', answer: (call) => answerBan(call, parts) },
		{ method: 'DELETE', path: '/moderation/bans', answer: (call) => answerUnban(call, parts) },
		{ method: 'DELETE', path: '/moderation/chat', answer: (call) => answerDelete(call, parts) },
		{ method: 'POST', path: '/moderation/warnings', answer: (call) => answerWarn(call, parts) }
	];
}

async function answerBan(call: HelixCall, parts: ChannelParts): Promise<Response> {
	const checked = readChannelCall(call, parts, banRules);
	if (checked instanceof Response) return checked;
	const { user_id: userId, duration, reason = '' } = toObject((await readBody(call.request))['data']);
	const user = parts.accounts.byId(String(userId));
	if (!user) return helixError(400, 'The ID in the user_id field is not valid.');
	if (String(reason).length > longestReason) return helixError(400, 'The text in the reason field is too long.');
	if (!isDuration(duration)) return helixError(400, 'The value in the duration field is not valid.');
	const refusal = refuseTarget(checked, user) ?? refuseBanned(checked, user, duration, parts.chat.clock.now());
	if (refusal) return refusal;
	parts.chat.ban(checked.room.owner.login, user.login, duration);
	const now = parts.chat.clock.now();
	const endTime = duration === undefined ? null : formatTime(now + duration * 1000);
	checked.room.banNotes.set(user.id, { moderator: checked.actor, reason: String(reason), createdAt: now });
	tellBan(parts, checked, { user, reason: String(reason), bannedAt: formatTime(now), endTime });
	return jsonAnswer({
		data: [
			{
				broadcaster_id: checked.room.owner.id,
				moderator_id: checked.actor.id,
				user_id: user.id,
				created_at: formatTime(now),
				end_time: endTime
			}
		]
	});
}

function answerUnban(call: HelixCall, parts: ChannelParts): Response {
	const checked = readChannelCall(call, parts, banRules);
	if (checked instanceof Response) return checked;
	const user = findTarget(call, parts.accounts);
	if (user instanceof Response) return user;
	const until = checked.room.bannedUntil.get(user.id) ?? 0;
	if (until <= parts.chat.clock.now()) return helixError(400, 'The user in the user_id query parameter is not banned.');
	parts.chat.unban(checked.room.owner.login, user.login);
	parts.notifications.tell('channel.unban', checked.room.owner, {
		...toEventUser(user),
		...toEventUser(checked.actor, 'moderator_')
	});
	tellModeration(parts, checked, { action: until === Infinity ? 'unban' : 'untimeout', user });
	return noContent();
}

interface ToldBan {
	readonly user: EmulatedUser;
	readonly reason: string;
	readonly bannedAt: string;
	readonly endTime: string | null;
}

function tellBan(parts: ChannelParts, call: ChannelCall, { user, reason, bannedAt, endTime }: ToldBan): void {
	parts.notifications.tell('channel.ban', call.room.owner, {
		...toEventUser(user),
		...toEventUser(call.actor, 'moderator_'),
		reason,
		banned_at: bannedAt,
		ends_at: endTime,
		is_permanent: endTime === null
	});
	tellModeration(parts, call, {
		...(endTime === null
			? { action: 'ban', more: { reason } }
			: { action: 'timeout', more: { reason, expires_at: endTime } }),
		user
	});
}

function answerDelete(call: HelixCall, parts: ChannelParts): Response {
	const checked = readChannelCall(call, parts, deleteRules);
	if (checked instanceof Response) return checked;
	const messageId = call.query.get('message_id');
	if (!messageId) {
		parts.chat.clearMessages(checked.room.owner.login);
		return noContent();
	}
	const message = checked.room.recall(messageId);
	if (!message) return helixError(404, 'The ID in message_id was not found.');
	if (message.author !== checked.actor && isProtected(checked, message.author))
		return helixError(400, "You may not delete another moderator's messages.");
	parts.chat.deleteMessage(checked.room.owner.login, messageId);
	return noContent();
}

async function answerWarn(call: HelixCall, parts: ChannelParts): Promise<Response> {
	const checked = readChannelCall(call, parts, warnRules);
	if (checked instanceof Response) return checked;
	const { user_id: userId, reason } = toObject((await readBody(call.request))['data']);
	const user = parts.accounts.byId(String(userId));
	if (!user) return helixError(400, 'The ID in the user_id field is not valid.');
	if (typeof reason !== 'string' || reason === '' || reason.length > longestReason)
		return helixError(400, 'The text in the reason field is not valid.');
	const refusal = refuseTarget(checked, user);
	if (refusal) return refusal;
	checked.room.warned.add(user.id);
	parts.notifications.tell('channel.warning.send', checked.room.owner, {
		...toEventUser(checked.actor, 'moderator_'),
		...toEventUser(user),
		reason,
		chat_rules_cited: null
	});
	const broadcasterId = checked.room.owner.id;
	return jsonAnswer({
		data: [{ broadcaster_id: broadcasterId, user_id: user.id, moderator_id: checked.actor.id, reason }]
	});
}

function isDuration(value: unknown): value is number | undefined {
	if (value === undefined) return true;
	return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= longestTimeoutSeconds;
}

function refuseTarget(call: ChannelCall, user: EmulatedUser): Response | undefined {
	return isProtected(call, user)
		? helixError(400, 'The user specified in the user_id field may not be banned.')
		: undefined;
}

function refuseBanned(
	{ room }: ChannelCall,
	user: EmulatedUser,
	duration: number | undefined,
	now: number
): Response | undefined {
	const until = room.bannedUntil.get(user.id) ?? 0;
	if (until <= now || (duration === undefined && until !== Infinity)) return undefined;
	return until === Infinity ? helixError(400, 'The user specified in the user_id field is already banned.') : undefined;
}

/** Only the owner may act on a moderator, and nobody on the owner. */
function isProtected({ room, actor }: ChannelCall, user: EmulatedUser): boolean {
	if (user === room.owner) return true;
	return actor !== room.owner && isModerator(user, room.owner.login);
}

function formatTime(at: number): string {
	return new Date(at).toISOString().replace(/\.\d+/, '');
}

function noContent(): Response {
	return new Response(null, { status: 204 });
}
