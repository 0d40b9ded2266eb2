import { CallError, errorCodes } from '#lib/interactive/error-codes.ts';
import { formatSelf } from './participants.ts';
import { toParticipant, type HostMethod, type Outcome, type RoomContext } from './outcome.ts';
import { readId } from './params.ts';
import { deliverSamples } from './samples.ts';
import { withParticipant, type Room } from './state.ts';
import { VersionedMap } from './versioned-map.ts';

const minuteMs = 60_000;

/** Takes what an input set aside, once. */
export const capture: HostMethod = ({ room, params, context: { now } }) => {
	const transactionID = readId(params, 'transactionID');
	const charge = room.charges.get(transactionID);
	if (charge === undefined || charge.expiresAt <= now)
		throw new CallError(errorCodes.unknownTransaction, 'There is no such transaction.', 'transactionID');
	const charges = VersionedMap.of(room.charges).without(transactionID);
	return { room: { ...room, charges }, result: null, events: [] };
};

/** What somebody owns: what they can spend and what they have set aside; to be kept when they leave. */
export function balance(room: Room, sessionID: string): number {
	let sum = room.participants.get(sessionID)?.sparks ?? 0;
	for (const charge of room.charges.values()) if (charge.sessionID === sessionID) sum += charge.cost;
	return sum;
}

/** Gives back what was never captured, and what being there has earned, and tells moves that are due; to be called now and then. */
export function tick(room: Room, context: RoomContext): Outcome {
	const before = new Map(room.participants);
	const delivered = deliverSamples(room, context);
	let next = delivered.room;
	for (const [id, charge] of next.charges) {
		if (charge.expiresAt > context.now) continue;
		next = { ...next, charges: VersionedMap.of(next.charges).without(id) };
		const payer = next.participants.get(charge.sessionID);
		if (payer) next = withParticipant(next, { ...payer, sparks: payer.sparks + charge.cost });
	}
	for (const participant of before.keys()) next = earn(next, participant, context);
	const events = [...next.participants.values()]
		.filter((one) => one.sparks !== before.get(one.card.sessionID)?.sparks)
		.map((one) => toParticipant(one.card.sessionID, 'onParticipantUpdate', { participants: [formatSelf(one)] }));
	return { ...delivered, room: next, events: [...delivered.events, ...events] };
}

function earn(room: Room, sessionID: string, { now, settings }: RoomContext): Room {
	const participant = room.participants.get(sessionID);
	const minutes = participant === undefined ? 0 : Math.floor((now - participant.earnedAt) / minuteMs);
	if (participant === undefined || minutes <= 0) return room;
	const earned = participant.sparks + minutes * settings.sparksPerMinute;
	// What was given back may be above what can be earned.
	const sparks = Math.max(participant.sparks, Math.min(settings.mostSparks, earned));
	return withParticipant(room, { ...participant, sparks, earnedAt: participant.earnedAt + minutes * minuteMs });
}
