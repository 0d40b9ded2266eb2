import { AuthorizationError, ProtocolError } from '#lib/model/errors.ts';
import type { Environment } from '#lib/transport/environment.ts';
import { requestJson } from '#lib/transport/request.ts';
import * as v from 'valibot';

/** What a channel has for somebody who comes to play. */
export type Seat =
	/** `address` and `key` open the socket. */
	| { readonly type: 'seat'; readonly room: string; readonly address: string; readonly key: string }
	/** The channel is there, and no game is. */
	| { readonly type: 'no-game'; readonly room: string }
	| { readonly type: 'no-channel' };

/** Which seat is asked for. */
export interface SeatRequest {
	/** Where the Worker answers. */
	readonly origin: string;
	/** A room's id, a Twitch login or a Twitch user id. */
	readonly channel: string;
	/** Absent: anonymous. */
	readonly accessToken?: string | undefined;
	/** Only to see what is there, without being there. */
	readonly watch?: boolean | undefined;
}

const notFound = 404;
const malformed = 400;
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(8_192));
const found = v.object({
	address: v.pipe(text, v.regex(/^wss?:\/\//)),
	key: text,
	channelId: v.optional(text)
});
const missing = v.object({ channelId: text });

/**
 * Asks for a seat in a channel's room. Throws `AuthorizationError` when the token is not taken, and `ConnectionError` or
 * `ProtocolError`, after which it can be tried again.
 * @see https://github.com/mixer/developer-docs Interactive protocol 1.7, joining
 */
export async function requestSeat(request: SeatRequest, environment: Environment): Promise<Seat> {
	const { origin, channel, accessToken, watch } = request;
	const url = `${origin}/api/v1/interactive/${encodeURIComponent(channel)}${watch ? '?watch=1' : ''}`;
	const headers = accessToken === undefined ? {} : { Authorization: `Bearer ${accessToken}` };
	const { status, body } = await requestJson(environment, url, { headers });
	if (status === notFound || status === malformed) {
		const read = v.safeParse(missing, body);
		return read.success ? { type: 'no-game', room: read.output.channelId } : { type: 'no-channel' };
	}
	if (status === 401 || status === 403) throw new AuthorizationError('token_rejected', 'The room does not know you.');
	const read = v.safeParse(found, body);
	if (status !== 200 || !read.success)
		throw new ProtocolError('malformed_answer', 'The room answered in an unknown shape.');
	const { address, key, channelId = channel } = read.output;
	return { type: 'seat', room: channelId, address, key };
}

/** Where a seat's socket is opened; it carries the key, so it is a secret. */
export function toSocketUrl({ address, key }: Extract<Seat, { readonly type: 'seat' }>): string {
	const url = new URL(address);
	url.searchParams.set('x-protocol-version', '2.0');
	url.searchParams.set('key', key);
	return url.href;
}

/** Where it is told that a game has come. */
export function toWaitUrl(origin: string, room: string): string {
	return `${origin.replace(/^http/, 'ws')}/api/rooms/wait?channel=${encodeURIComponent(room)}`;
}
