import type { EmulatedSubscription } from './emulated-subscription.ts';

/** What every message of EventSub's carries. */
export interface EnvelopeStamp {
	readonly id: string;
	/** Epoch ms. */
	readonly at: number;
}

/** What a session says of itself. */
export interface SessionWords {
	readonly id: string;
	readonly status: 'connected' | 'reconnecting';
	readonly keepaliveSeconds: number | null;
	readonly reconnectUrl: string | null;
	/** Epoch ms. */
	readonly connectedAt: number;
}

/** @see https://dev.twitch.tv/docs/eventsub/websocket-reference/#welcome-message */
export function formatSession(
	type: 'session_welcome' | 'session_reconnect',
	stamp: EnvelopeStamp,
	words: SessionWords
) {
	const session = {
		id: words.id,
		status: words.status,
		connected_at: formatTime(words.connectedAt),
		keepalive_timeout_seconds: words.keepaliveSeconds,
		reconnect_url: words.reconnectUrl
	};
	return format(type, stamp, { session });
}

export function formatKeepalive(stamp: EnvelopeStamp): string {
	return format('session_keepalive', stamp, {});
}

/** @see https://dev.twitch.tv/docs/eventsub/websocket-reference/#notification-message */
export function formatNotification(stamp: EnvelopeStamp, subscription: EmulatedSubscription, event: unknown): string {
	return format('notification', stamp, { subscription: describeSubscription(subscription), event }, subscription);
}

/** @see https://dev.twitch.tv/docs/eventsub/websocket-reference/#revocation-message */
export function formatRevocation(stamp: EnvelopeStamp, subscription: EmulatedSubscription): string {
	return format('revocation', stamp, { subscription: describeSubscription(subscription) }, subscription);
}

/** A subscription as Helix and EventSub name it. */
export function describeSubscription(subscription: EmulatedSubscription): object {
	const { id, status, type, version, condition, cost, createdAt, sessionId } = subscription;
	const transport = { method: 'websocket', session_id: sessionId };
	return { id, status, type, version, condition, transport, created_at: formatTime(createdAt), cost };
}

function format(
	type: string,
	{ id, at }: EnvelopeStamp,
	payload: object,
	subscription?: Pick<EmulatedSubscription, 'type' | 'version'>
): string {
	return JSON.stringify({
		metadata: {
			message_id: id,
			message_type: type,
			message_timestamp: formatTime(at),
			...(subscription && { subscription_type: subscription.type, subscription_version: subscription.version })
		},
		payload
	});
}

/** Twitch writes nanoseconds. */
function formatTime(at: number): string {
	return new Date(at).toISOString().replace('Z', '471093Z');
}
