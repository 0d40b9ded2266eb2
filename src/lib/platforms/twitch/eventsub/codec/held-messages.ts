import type { ModerationEvent } from '#lib/model/stream-event.ts';
import * as v from 'valibot';
import { count, entityId, findPerson, optionalText, readPerson, text, word, type Fields } from './fields.ts';

const treatment = v.fallback(v.pipe(word, v.picklist(['none', 'active_monitoring', 'restricted'])), 'none');
const held = v.object({
	message_id: entityId,
	message: v.object({ text }),
	reason: v.nullish(word, ''),
	automod: v.nullish(v.object({ category: word, level: v.nullish(count) }))
});
const resolved = v.object({
	message_id: entityId,
	status: v.pipe(word, v.picklist(['approved', 'denied', 'expired']))
});
const request = v.object({ id: entityId, text: optionalText });
const suspicious = v.object({ low_trust_status: treatment });
const suspiciousMessage = v.object({ message: v.object({ message_id: entityId, text }) });

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#automod-message-hold-event-v2 */
export function decodeHeldMessage(event: Fields): ModerationEvent {
	const { message_id: messageId, message, reason, automod } = v.parse(held, event);
	return {
		type: 'held-message',
		messageId,
		person: readPerson(event),
		text: message.text,
		category: automod?.category ?? reason,
		...(typeof automod?.level === 'number' && { level: automod.level })
	};
}

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#automod-message-update-event-v2 */
export function decodeHeldMessageResolved(event: Fields): ModerationEvent {
	const { message_id: messageId, status } = v.parse(resolved, event);
	const by = findPerson(event, 'moderator_');
	return { type: 'held-message-resolved', messageId, status, ...(by && { by }) };
}

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-unban-request-create-event */
export function decodeUnbanRequest(event: Fields): ModerationEvent {
	const { id, text } = v.parse(request, event);
	return { type: 'unban-request', requestId: id, person: readPerson(event), text };
}

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-unban-request-resolve-event */
export function decodeUnbanRequestResolved(event: Fields): ModerationEvent {
	const { id } = v.parse(v.object({ id: entityId }), event);
	return { type: 'unban-request-resolved', requestId: id, person: readPerson(event) };
}

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-suspicious-user-update-event */
export function decodeSuspiciousUser(event: Fields): ModerationEvent {
	const { low_trust_status: treatment } = v.parse(suspicious, event);
	return { type: 'suspicious-user', person: readPerson(event), treatment };
}

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-suspicious-user-message-event */
export function decodeSuspiciousMessage(event: Fields): ModerationEvent {
	const { message } = v.parse(suspiciousMessage, event);
	return {
		type: 'suspicious-message',
		messageId: message.message_id,
		person: readPerson(event),
		text: message.text,
		treatment: v.parse(suspicious, event).low_trust_status
	};
}
