import { CallError, errorCodes } from '#lib/interactive/error-codes.ts';
import type { Json, JsonObject } from '#lib/interactive/json.ts';
import { mergePatch } from '#lib/interactive/merge-patch.ts';
import { findGroup } from './groups.ts';
import { toHost, toParticipant, type Call, type HostMethod, type Step } from './outcome.ts';
import { checkSize, eachObject, readId, readList, readNumber } from './params.ts';
import { withParticipant, type Participant, type ParticipantCard, type Room } from './state.ts';

const pageLength = 100;
const identity = ['sessionID', 'userID', 'username', 'level', 'anonymous', 'channelGroups'];
const readOnly = new Set([...identity, 'lastInputAt', 'connectedAt', 'sparks', 'priority']);

/** A participant as they see themselves: with what they can spend. */
export function formatSelf({ card, sparks }: Participant): JsonObject {
	return { ...card, sparks };
}

/** A page of 100 who joined after `from` (epoch ms), by the time they joined. */
export const getAllParticipants: HostMethod = (call) => page(call, 'connectedAt', readNumber(call.params, 'from'));

/** A page of 100 who gave input since `threshold` (epoch ms), by their last input. */
export const getActiveParticipants: HostMethod = (call) =>
	page(call, 'lastInputAt', readNumber(call.params, 'threshold') - 1);

/** Participants by their user ids, null for who is not here. */
export const getParticipantsByMixerId: HostMethod = ({ room, params }) => {
	const cards = new Map([...room.participants.values()].map(({ card }) => [card.userID, card]));
	const users = readList(params, 'userIDs')
		.filter((id) => typeof id === 'number')
		.map((id): [string, Json] => [String(id), id === 0 ? null : (cards.get(id) ?? null)]);
	return { room, result: { users: Object.fromEntries(users) }, events: [] };
};

/** Participants by their session ids, null for who is not here. */
export const getParticipantsBySessionId: HostMethod = ({ room, params }) => {
	const users = readList(params, 'sessionIDs')
		.filter((id) => typeof id === 'string')
		.map((id): [string, Json] => [id, room.participants.get(id)?.card ?? null]);
	return { room, result: { users: Object.fromEntries(users) }, events: [] };
};

/** Merges patches into what a game may set of participants; 4008. */
export const updateParticipants: HostMethod = ({ room, params, context: { settings } }) => {
	let next = room;
	const ids = new Set<string>();
	eachObject(params, 'participants', (item) => {
		const participant = next.participants.get(readId(item, 'sessionID'));
		// Somebody who has just left is no mistake of the game's.
		if (participant === undefined) return;
		const card = checkSize(patchCard(next, participant.card, item), settings.resourceChars);
		next = withParticipant(next, { ...participant, card });
		ids.add(card.sessionID);
	});
	const changed = [...ids].flatMap((id) => next.participants.get(id) ?? []);
	const participants = changed.map(({ card }) => card);
	const events = changed.map((one) =>
		toParticipant(one.card.sessionID, 'onParticipantUpdate', { participants: [formatSelf(one)] })
	);
	if (changed.length > 0) events.unshift(toHost('onParticipantUpdate', { participants }));
	return { room: next, result: { participants }, events };
};

function page({ room }: Pick<Call, 'room'>, key: 'connectedAt' | 'lastInputAt', after: number): Step {
	const found = [...room.participants.values()]
		.map(({ card }) => card)
		.filter((card) => card[key] > after)
		.sort((one, other) => one[key] - other[key]);
	const participants = found.slice(0, pageLength);
	const hasMore = found.length > pageLength;
	return { room, result: { participants, total: room.participants.size, hasMore }, events: [] };
}

function patchCard(room: Room, card: ParticipantCard, item: JsonObject): ParticipantCard {
	const settable = Object.entries(item).filter(([key]) => !readOnly.has(key));
	const { disabled, groupID, ...custom } = mergePatch(card, Object.fromEntries(settable));
	if (disabled !== undefined && typeof disabled !== 'boolean')
		throw new CallError(errorCodes.badArguments, 'Disabled is true or false.', 'disabled');
	if (groupID !== undefined && typeof groupID !== 'string')
		throw new CallError(errorCodes.badArguments, 'A group is named by its id.', 'groupID');
	findGroup(room, groupID ?? card.groupID);
	return { ...(custom as ParticipantCard), disabled: disabled ?? false, groupID: groupID ?? card.groupID };
}
