import { CallError, errorCodes } from '#lib/interactive/error-codes.ts';
import { isObject } from '#lib/interactive/json.ts';
import { createCall } from '#lib/interactive/packet.ts';
import type { HostMethod, Recipient } from './outcome.ts';
import { readList } from './params.ts';
import type { Participant, Room } from './state.ts';

/** Tells participants something of the game's own, each once, however many of the scopes they are in. `overlay` is a scope of ours: the watchers. */
export const broadcastEvent: HostMethod = ({ room, params }) => {
	const scopes = readList(params, 'scope').map((scope, index) => parseScope(scope, `scope.${index}`));
	const value = params['data'] ?? {};
	if (!isObject(value)) throw new CallError(errorCodes.badArguments, 'What is told is an object.', 'data');
	// One packet for all of them: it is written once.
	const packet = createCall('event', value);
	return { room, result: null, events: recipients(room, scopes).map((to) => ({ to, packet })) };
};

type Scope =
	| { readonly type: 'everyone' }
	| { readonly type: 'overlay' }
	| { readonly type: 'some'; readonly has: (participant: Participant, room: Room) => boolean };

function parseScope(scope: unknown, path: string): Scope {
	if (scope === 'everyone' || scope === 'overlay') return { type: scope };
	const [, kind, id] = typeof scope === 'string' ? (/^(group|scene|participant):(.+)$/s.exec(scope) ?? []) : [];
	if (kind === 'group') return { type: 'some', has: ({ card }) => card.groupID === id };
	if (kind === 'scene') return { type: 'some', has: ({ card }, room) => room.groups.get(card.groupID)?.sceneID === id };
	if (kind === 'participant') return { type: 'some', has: ({ card }) => card.sessionID === id };
	throw new CallError(errorCodes.badScope, 'There is no such scope.', path);
}

function recipients(room: Room, scopes: readonly Scope[]): readonly Recipient[] {
	if (scopes.some(({ type }) => type === 'everyone')) return [{ type: 'audience' }];
	const watchers: readonly Recipient[] = scopes.some(({ type }) => type === 'overlay') ? [{ type: 'watchers' }] : [];
	if (!scopes.some(({ type }) => type === 'some')) return watchers;
	const participants = [...room.participants.values()]
		.filter((participant) => scopes.some((scope) => scope.type === 'some' && scope.has(participant, room)))
		.map(({ card }): Recipient => ({ type: 'participant', sessionID: card.sessionID }));
	return [...watchers, ...participants];
}
