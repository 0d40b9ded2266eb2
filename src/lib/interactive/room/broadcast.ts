import { CallError, errorCodes } from '#lib/interactive/error-codes.ts';
import { isObject } from '#lib/interactive/json.ts';
import { toParticipant, type HostMethod } from './outcome.ts';
import { readList } from './params.ts';
import type { Participant, Room } from './state.ts';

/** Tells participants something of the game's own, each once, however many of the scopes they are in. */
export const broadcastEvent: HostMethod = ({ room, params }) => {
	const scopes = readList(params, 'scope').map((scope, index) => toScope(scope, `scope.${index}`));
	const value = params['data'] ?? {};
	if (!isObject(value)) throw new CallError(errorCodes.badArguments, 'What is told is an object.', 'data');
	const events = [...room.participants.values()]
		.filter((participant) => scopes.some((scope) => scope(participant, room)))
		.map(({ card }) => toParticipant(card.sessionID, 'event', value));
	return { room, result: null, events };
};

type Scope = (participant: Participant, room: Room) => boolean;

function toScope(scope: unknown, path: string): Scope {
	if (scope === 'everyone') return () => true;
	const [, kind, id] = typeof scope === 'string' ? (/^(group|scene|participant):(.+)$/s.exec(scope) ?? []) : [];
	if (kind === 'group') return ({ card }) => card.groupID === id;
	if (kind === 'scene') return ({ card }, room) => room.groups.get(card.groupID)?.sceneID === id;
	if (kind === 'participant') return ({ card }) => card.sessionID === id;
	throw new CallError(errorCodes.badScope, 'There is no such scope.', path);
}
