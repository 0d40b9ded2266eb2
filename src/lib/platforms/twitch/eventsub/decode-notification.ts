import { ProtocolError } from '#lib/model/errors.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import { ValiError } from 'valibot';
import { eventTypes } from './event-types.ts';
import type { Notification } from './frame.ts';

const decoders = new Map(eventTypes.map(({ type, decode }) => [type, decode]));

/** Makes an event of a notification; `undefined` for what is not known, or is told by another type too. Throws `ProtocolError`. */
export function decodeNotification({ id, at, type, event }: Notification, ownId: string): StreamEvent | undefined {
	try {
		const body = decoders.get(type)?.(event, ownId);
		return body && { id, platform: 'twitch', at, ...body };
	} catch (cause) {
		if (!(cause instanceof ValiError)) throw cause;
		throw new ProtocolError('malformed_frame', `An event of ${type} could not be read.`);
	}
}
