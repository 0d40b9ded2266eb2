import type { BroadcastEvent, SupportEvent } from '#lib/model/stream-event.ts';
import * as v from 'valibot';
import { count, looseCount, optionalText, readPerson, time, word, type Fields } from './fields.ts';

const online = v.object({ started_at: time });
const update = v.object({
	title: optionalText,
	language: v.pipe(v.nullish(v.string(), ''), v.maxLength(20)),
	category_id: v.pipe(v.nullish(v.string(), ''), v.regex(/^\d{0,20}$/)),
	category_name: optionalText,
	content_classification_labels: v.optional(v.array(v.pipe(v.string(), v.maxLength(60))), [])
});
const adBreak = v.object({
	duration_seconds: looseCount,
	is_automatic: v.pipe(
		v.union([v.boolean(), v.string()]),
		v.transform((given) => String(given) === 'true')
	)
});
const raid = v.object({ viewers: count, to_broadcaster_user_id: v.string() });
const shoutout = v.object({ viewer_count: count });
const shoutoutSent = v.object({ cooldown_ends_at: time, target_cooldown_ends_at: time });
const moment = v.object({ type: v.optional(word, 'live') });

/** Reruns and premieres are no broadcast. @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#stream-online-event */
export function decodeOnline(event: Fields): BroadcastEvent | undefined {
	if (v.parse(moment, event).type !== 'live') return undefined;
	return { type: 'stream-online', startedAt: v.parse(online, event).started_at };
}

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#stream-offline-event */
export function decodeOffline(): BroadcastEvent {
	return { type: 'stream-offline' };
}

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-update-event */
export function decodeUpdate(event: Fields): BroadcastEvent {
	const { title, language, ...rest } = v.parse(update, event);
	return {
		type: 'stream-changed',
		title,
		category: { id: rest.category_id, name: rest.category_name },
		language,
		labels: rest.content_classification_labels
	};
}

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-ad-break-begin-event */
export function decodeAdBreak(event: Fields): BroadcastEvent {
	const { duration_seconds: seconds, is_automatic: automatic } = v.parse(adBreak, event);
	return { type: 'ad-break', seconds, automatic };
}

/** A raid that comes in, or one that went out. @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-raid-event */
export function decodeRaid(event: Fields, ownId: string): SupportEvent | BroadcastEvent {
	const { viewers, to_broadcaster_user_id: target } = v.parse(raid, event);
	if (target === ownId) return { type: 'raid', person: readPerson(event, 'from_broadcaster_'), viewers };
	return { type: 'raid-sent', person: readPerson(event, 'to_broadcaster_'), viewers };
}

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#shoutout-create-event */
export function decodeShoutout(event: Fields): BroadcastEvent {
	const { cooldown_ends_at: nextAt, target_cooldown_ends_at: sameNextAt } = v.parse(shoutoutSent, event);
	return { type: 'shoutout-sent', person: readPerson(event, 'to_broadcaster_'), nextAt, sameNextAt };
}

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#shoutout-received-event */
export function decodeShoutoutReceived(event: Fields): SupportEvent {
	const viewers = v.parse(shoutout, event).viewer_count;
	return { type: 'shoutout-received', person: readPerson(event, 'from_broadcaster_'), viewers };
}
