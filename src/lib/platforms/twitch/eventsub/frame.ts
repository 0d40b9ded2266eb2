import { ProtocolError } from '#lib/model/errors.ts';
import * as v from 'valibot';

const messageId = v.pipe(v.string(), v.regex(/^[\w=+/.:-]{1,200}$/));
/** RFC 3339 with nanoseconds. */
const timestamp = v.pipe(
	v.string(),
	v.transform((written) => Date.parse(written)),
	v.finite()
);
const envelope = v.object({
	metadata: v.object({ message_id: messageId, message_type: v.string(), message_timestamp: timestamp }),
	payload: v.optional(v.unknown())
});
const session = v.object({
	session: v.object({
		id: v.pipe(v.string(), v.regex(/^[\w=+/.:-]{1,200}$/)),
		keepalive_timeout_seconds: v.nullish(v.pipe(v.number(), v.minValue(1), v.maxValue(600)))
	})
});
const reconnection = v.object({ session: v.object({ reconnect_url: v.pipe(v.string(), v.url()) }) });
const subscription = v.object({ type: v.string(), status: v.optional(v.string(), '') });
const notification = v.object({ subscription, event: v.record(v.string(), v.unknown()) });
const revocation = v.object({ subscription });

/** Something that EventSub tells. */
export interface Notification {
	readonly id: string;
	/** Epoch ms. */
	readonly at: number;
	readonly type: string;
	readonly event: Readonly<Record<string, unknown>>;
}

/** A subscription that Twitch ended, with its word for why (`authorization_revoked`). */
export interface Revocation {
	readonly type: string;
	readonly reason: string;
}

/** What a frame of EventSub's says; `at` is Twitch's own time of it, epoch ms. */
export type EventSubFrame = { readonly at: number } & FrameBody;

type FrameBody =
	| { readonly type: 'welcome'; readonly sessionId: string; readonly keepaliveSeconds: number | undefined }
	| { readonly type: 'keepalive' }
	| { readonly type: 'notification'; readonly notification: Notification }
	| { readonly type: 'reconnect'; readonly url: string }
	| { readonly type: 'revocation'; readonly revocation: Revocation };

/** Reads a frame; `undefined` for a kind that is not known. Throws `ProtocolError`. @see https://dev.twitch.tv/docs/eventsub/websocket-reference/ */
export function parseFrame(text: string): EventSubFrame | undefined {
	try {
		const { metadata, payload } = v.parse(envelope, JSON.parse(text));
		const body = toBody(metadata, payload);
		return body && { at: metadata.message_timestamp, ...body };
	} catch {
		throw new ProtocolError('malformed_frame', 'A frame of EventSub could not be read.');
	}
}

function toBody(metadata: v.InferOutput<typeof envelope>['metadata'], payload: unknown): FrameBody | undefined {
	switch (metadata.message_type) {
		case 'session_welcome': {
			const { id, keepalive_timeout_seconds: seconds } = v.parse(session, payload).session;
			return { type: 'welcome', sessionId: id, keepaliveSeconds: seconds ?? undefined };
		}
		case 'session_keepalive':
			return { type: 'keepalive' };
		case 'notification': {
			const { subscription, event } = v.parse(notification, payload);
			const { message_id: id, message_timestamp: at } = metadata;
			return { type: 'notification', notification: { id, at, type: subscription.type, event } };
		}
		case 'session_reconnect':
			return { type: 'reconnect', url: v.parse(reconnection, payload).session.reconnect_url };
		case 'revocation': {
			const { type, status } = v.parse(revocation, payload).subscription;
			return { type: 'revocation', revocation: { type, reason: status } };
		}
		default:
			return undefined;
	}
}
