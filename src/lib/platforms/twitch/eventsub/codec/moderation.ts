import type { ModerationEvent } from '#lib/model/stream-event.ts';
import * as v from 'valibot';
import { findPerson, optionalText, readFields, readPerson, time, word, type Fields } from './fields.ts';

const ban = v.object({ reason: optionalText, ends_at: v.nullish(time) });
const warning = v.object({ reason: optionalText });
const action = v.object({ action: word });

/** Actions that a type of its own tells, with more about them. */
const toldElsewhere: ReadonlySet<string> = new Set([
	'ban',
	'timeout',
	'unban',
	'untimeout',
	'mod',
	'unmod',
	'vip',
	'unvip',
	'warn',
	'approve_unban_request',
	'deny_unban_request'
]);

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-ban-event */
export function decodeBan(event: Fields): ModerationEvent {
	const { reason, ends_at: endsAt } = v.parse(ban, event);
	const [person, by] = [readPerson(event), readPerson(event, 'moderator_')];
	return { type: 'ban', person, by, reason, ...(typeof endsAt === 'number' && { endsAt }) };
}

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-unban-event */
export function decodeUnban(event: Fields): ModerationEvent {
	return { type: 'unban', person: readPerson(event), by: readPerson(event, 'moderator_') };
}

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-warning-send-event */
export function decodeWarning(event: Fields): ModerationEvent {
	const { reason } = v.parse(warning, event);
	return { type: 'warning', person: readPerson(event), by: readPerson(event, 'moderator_'), reason };
}

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-warning-acknowledge-event */
export function decodeWarningAcknowledged(event: Fields): ModerationEvent {
	return { type: 'warning-acknowledged', person: readPerson(event) };
}

/** Reads who got a role, or lost it. @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-moderator-add-event */
export function decodeRole(role: 'moderator' | 'vip', change: 'given' | 'taken'): (event: Fields) => ModerationEvent {
	return (event) => ({ type: 'role', role, person: readPerson(event), given: change === 'given' });
}

/** Reads Shield Mode's switch. @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#shield-mode-begin-event */
export function decodeShieldMode(change: 'on' | 'off'): (event: Fields) => ModerationEvent {
	return (event) => ({ type: 'shield-mode', active: change === 'on', by: readPerson(event, 'moderator_') });
}

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-chat-settings-update-event */
export function decodeChatSettings(): ModerationEvent {
	return { type: 'chat-settings-changed' };
}

/** What moderators do that no other type tells. @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-moderate-event-v2 */
export function decodeModeration(event: Fields): ModerationEvent | undefined {
	const { action: name } = v.parse(action, event);
	if (toldElsewhere.has(name)) return undefined;
	const about = event[name];
	const person = about ? findPerson(readFields(about)) : undefined;
	return { type: 'moderation', action: name, by: readPerson(event, 'moderator_'), ...(person && { person }) };
}
