import type { EmulatedThetaUser } from './emulated-user.ts';
import { errorCodes, failure, success } from './envelope.ts';
import type { Grants } from './grants.ts';
import type { EmulatedThetaClient } from './theta-client.ts';

/** What the look-ups know. */
export interface LookUpOptions {
	readonly clients: readonly EmulatedThetaClient[];
	readonly users: readonly EmulatedThetaUser[];
	readonly grants: Grants;
	/** Epoch ms at which the streams went live. */
	readonly startedAt: number;
}

/** Plays `/v1/user` and `/v1/channel`, by id in the path or by name in the query; `client_id` is always asked for. */
export function answerLookUp(request: Request, [collection, id]: readonly string[], options: LookUpOptions): Response {
	const query = new URL(request.url).searchParams;
	const refusal = refuse(request, query, options);
	if (refusal) return refusal;
	const name = query.get(collection === 'user' ? 'username' : 'alias')?.toLowerCase();
	const user = options.users.find((candidate) => (id ? candidate.id === id : candidate.username === name));
	if (!user) return failure(errorCodes.notFound, 'Not found.', 404);
	return success(collection === 'user' ? toUser(user) : toChannel(user, options.startedAt));
}

function refuse(request: Request, query: URLSearchParams, { clients, grants }: LookUpOptions): Response | undefined {
	if (request.method !== 'GET') return failure(errorCodes.notFound, 'Method not allowed.', 405);
	if (!clients.some(({ clientId }) => clientId === query.get('client_id')))
		return failure(errorCodes.authorization, 'client_id is required.', 401);
	const authorization = request.headers.get('authorization');
	if (authorization === null || grants.accepts(authorization.replace(/^Bearer /, ''))) return undefined;
	return failure(errorCodes.accessToken, 'Invalid access token.', 401);
}

function toUser(user: EmulatedThetaUser): object {
	return {
		id: user.id,
		username: user.username,
		creation_timestamp: 1_575_000_000_000,
		country: null,
		twitch_login: null,
		type: 'user',
		channel_description: '',
		gender: null,
		preferred_games: [],
		avatar_url: null,
		subscriber_count: user.streamer ? 3 : null,
		subscription_count: 0,
		uploaded_count: 0
	};
}

function toChannel(user: EmulatedThetaUser, startedAt: number): object {
	return {
		user_id: user.id,
		live_stream_id: user.streamer ? `stm${user.id.slice(3)}` : null,
		name: user.username,
		alias: user.username,
		score: 0,
		timestamp: startedAt,
		start_time: String(startedAt),
		status: user.streamer ? 'on' : 'off',
		visible: true,
		follows: 12,
		user: toUser(user),
		use_theta: true
	};
}
