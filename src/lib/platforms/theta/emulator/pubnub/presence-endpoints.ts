import { answer, badRequest, notFound } from './answers.ts';
import type { Keyset } from './keyset.ts';
import { decodeChannels, decodePart } from './paths.ts';

const service = 'Presence';
const defaultTimeoutSeconds = 300;

/** Answers what follows `/v2/presence/sub-key/{sub}/`. @see https://www.pubnub.com/docs/general/presence/overview */
export function answerPresence(keyset: Keyset, parts: readonly string[], query: URLSearchParams): Response {
	const [kind = '', name = '', ...tail] = parts;
	if (kind === '') return hereNow(keyset, keyset.presence.occupiedChannels(), query);
	if (name === '') return notFound();
	if (kind === 'uuid') return whereNow(keyset, decodePart(name));
	return kind === 'channel' ? answerChannels(keyset, decodeChannels(name), tail, query) : notFound();
}

function answerChannels(
	keyset: Keyset,
	channels: readonly string[],
	[action, userId, leaf]: readonly string[],
	query: URLSearchParams
): Response {
	if (action === undefined) return hereNow(keyset, channels, query, { bare: channels.length === 1 });
	if (action === 'heartbeat' || action === 'leave') return heartbeatOrLeave(keyset, action, channels, query);
	if (action !== 'uuid' || userId === undefined) return notFound();
	return state(keyset, channels, decodePart(userId), leaf === 'data' ? query.get('state') : undefined);
}

/** How long a client asked to be thought present. */
export function presenceTimeoutSeconds(query: URLSearchParams): number {
	const seconds = Number(query.get('heartbeat'));
	return seconds > 0 && seconds <= 320 ? seconds : defaultTimeoutSeconds;
}

function heartbeatOrLeave(
	keyset: Keyset,
	action: 'heartbeat' | 'leave',
	channels: readonly string[],
	query: URLSearchParams
): Response {
	const userId = query.get('uuid');
	if (!userId) return badRequest('Missing uuid');
	if (action === 'leave') {
		keyset.presence.leave(channels, userId);
		return answer({ status: 200, action: 'leave', message: 'OK', service });
	}
	keyset.presence.touch(channels, userId, presenceTimeoutSeconds(query));
	return answer({ status: 200, message: 'OK', service });
}

function hereNow(keyset: Keyset, names: readonly string[], query: URLSearchParams, { bare = false } = {}): Response {
	const counted = names.map((name) => [name, occupancy(keyset, name, query)] as const);
	if (bare) return answer({ status: 200, message: 'OK', service, ...counted[0]?.[1] });
	const payload = {
		channels: Object.fromEntries(counted),
		total_channels: counted.length,
		total_occupancy: counted.reduce((total, [, { occupancy }]) => total + occupancy, 0)
	};
	return answer({ status: 200, message: 'OK', payload, service });
}

function occupancy(keyset: Keyset, channel: string, query: URLSearchParams): { uuids?: unknown; occupancy: number } {
	const occupants = keyset.presence.occupants(channel);
	if (query.get('disable_uuids') === '1') return { occupancy: occupants.length };
	const withState = query.get('state') === '1';
	const uuids = occupants.map(({ uuid, state }) => (withState ? { uuid, ...(state ? { state } : {}) } : uuid));
	return { uuids, occupancy: occupants.length };
}

function whereNow(keyset: Keyset, userId: string): Response {
	return answer({ status: 200, message: 'OK', payload: { channels: keyset.presence.channelsOf(userId) }, service });
}

/** `json` is the state to set, `null` a missing one and `undefined` a question. */
function state(keyset: Keyset, channels: readonly string[], userId: string, json: string | null | undefined): Response {
	if (json === undefined)
		return answer({ status: 200, message: 'OK', payload: currentState(keyset, channels, userId), service });
	try {
		const payload: unknown = JSON.parse(json ?? '');
		keyset.presence.setState(channels, userId, payload);
		return answer({ status: 200, message: 'OK', payload, service });
	} catch {
		return badRequest('Invalid JSON specified.');
	}
}

function currentState(keyset: Keyset, channels: readonly string[], userId: string): unknown {
	const states = channels.map((channel) => [channel, keyset.presence.state(channel, userId) ?? {}] as const);
	return states.length === 1 ? states[0]?.[1] : { channels: Object.fromEntries(states) };
}
