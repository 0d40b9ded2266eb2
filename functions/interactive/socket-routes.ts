import { closeCodes } from '#lib/interactive/close-codes.ts';
import { Failure } from '../failure.ts';
import type { RequestContext } from '../request-context.ts';
import type { Route } from '../router.ts';
import { readAccess, readCredential, readParticipantKey } from './credentials.ts';
import { formatPlaceRequest, type Place } from './place.ts';
import { formatRoomId, parseRoomId } from './room-id.ts';
import { openRoom } from './room-namespace.ts';
import { echoSubprotocol, refuseSocket } from './socket-answer.ts';

const protocolVersion = '2.0';
const longestInstance = 64;

/**
 * A game client's socket. The version of the protocol is judged before the upgrade, everything else by a close code after it.
 * @see https://github.com/mixer/developer-docs Interactive protocol 1.7, connecting
 */
export const hostSocketRoute: Route = {
	method: 'GET',
	pattern: '/api/rooms/host',
	answer: withSubprotocol(async (context) => {
		const { request } = context;
		const access = await readAccess(context);
		// Unity's client asks so whether a token that it kept is still good: 401 says no, 400 yes.
		if (!wantsSocket(request)) throw new Failure(access ? 'socket_expected' : 'token_rejected');
		assertProtocolVersion(request);
		if (!access) return refuseSocket(closeCodes.authorizationFailed, 'The access token is not valid.');
		if (!/^\d+$/.test(readCredential(request, 'X-Interactive-Version') ?? ''))
			return refuseSocket(closeCodes.noSuchVersion, 'The version of the project is missing.');
		const userAgent = request.headers.get('User-Agent') ?? '';
		const instance = readCredential(request, 'X-Interactive-Instance')?.slice(0, longestInstance);
		const batched = readCredential(request, 'X-Interactive-Frames') === 'batched';
		const { platform, userId, clientId } = access;
		const place = { role: 'host', userAgent, instance, batched, clientId } as const;
		return seat(context, formatRoomId(platform, userId), place);
	})
};

/** A participant's socket, or an overlay's that only watches. */
export const participantSocketRoute: Route = {
	method: 'GET',
	pattern: '/api/rooms/participant',
	answer: withSubprotocol(async (context) => {
		const { request } = context;
		if (!wantsSocket(request)) throw new Failure('socket_expected');
		assertProtocolVersion(request);
		const key = await readParticipantKey(context);
		const channel = new URL(request.url).searchParams.get('channel');
		if (!key || (channel !== null && channel !== key.room))
			return refuseSocket(closeCodes.authorizationFailed, 'The key is not valid.');
		return seat(context, key.room, { role: key.watcher ? 'watcher' : 'participant', key });
	})
};

/** Anybody's socket, which hears of nothing but a game client's coming. */
export const waitSocketRoute: Route = {
	method: 'GET',
	pattern: '/api/rooms/wait',
	answer: withSubprotocol(async (context) => {
		const { request } = context;
		const channel = new URL(request.url).searchParams.get('channel') ?? '';
		if (!parseRoomId(channel)) throw new Failure('malformed_id');
		if (!wantsSocket(request)) throw new Failure('socket_expected');
		return seat(context, channel, { role: 'waiter' });
	})
};

function withSubprotocol(answer: Route['answer']): Route['answer'] {
	return async (context) => echoSubprotocol(context.request, await answer(context));
}

function seat({ env }: RequestContext, roomId: string, place: Place): Promise<Response> {
	return openRoom(env, roomId).fetch(formatPlaceRequest(place));
}

function wantsSocket(request: Request): boolean {
	return request.headers.get('Upgrade')?.toLowerCase() === 'websocket';
}

function assertProtocolVersion(request: Request): void {
	if (readCredential(request, 'X-Protocol-Version') !== protocolVersion) throw new Failure('protocol_version');
}
