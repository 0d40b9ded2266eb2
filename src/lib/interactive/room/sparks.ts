import { CallError, errorCodes } from '#lib/interactive/error-codes.ts';
import { formatSelf } from './participants.ts';
import { nothing, toParticipant, type HostMethod, type Outcome, type RoomContext } from './outcome.ts';
import { readId, withoutEntry } from './params.ts';
import type { Participant, Room } from './state.ts';

const minuteMs = 60_000;

/** Takes what an input set aside, once. */
export const capture: HostMethod = ({ room, params, context: { now } }) => {
	const transactionID = readId(params, 'transactionID');
	const charge = room.charges.get(transactionID);
	if (charge === undefined || charge.expiresAt <= now)
		throw new CallError(errorCodes.unknownTransaction, 'There is no such transaction.', 'transactionID');
	return { room: { ...room, charges: withoutEntry(room.charges, transactionID) }, result: null, events: [] };
};

/** What somebody owns: what they can spend and what they have set aside; to be kept when they leave. */
export function balance(room: Room, sessionID: string): number {
	let sum = room.participants.get(sessionID)?.sparks ?? 0;
	for (const charge of room.charges.values()) if (charge.sessionID === sessionID) sum += charge.cost;
	return sum;
}

/** Gives back what was never captured, and what being there has earned; to be called now and then. */
export function tick(room: Room, context: RoomContext): Outcome {
	const participants = new Map(room.participants);
	const charges = new Map(room.charges);
	for (const [id, charge] of room.charges) {
		if (charge.expiresAt > context.now) continue;
		charges.delete(id);
		const payer = participants.get(charge.sessionID);
		if (payer) participants.set(charge.sessionID, { ...payer, sparks: payer.sparks + charge.cost });
	}
	for (const [id, participant] of participants) participants.set(id, earn(participant, context));
	const events = [...participants.values()]
		.filter((one) => one.sparks !== room.participants.get(one.card.sessionID)?.sparks)
		.map((one) => toParticipant(one.card.sessionID, 'onParticipantUpdate', { participants: [formatSelf(one)] }));
	return { ...nothing({ ...room, participants, charges }), events };
}

function earn(participant: Participant, { now, settings }: RoomContext): Participant {
	const minutes = Math.floor((now - participant.earnedAt) / minuteMs);
	if (minutes <= 0) return participant;
	const earned = participant.sparks + minutes * settings.sparksPerMinute;
	// What was given back may be above what can be earned.
	const sparks = Math.max(participant.sparks, Math.min(settings.mostSparks, earned));
	return { ...participant, sparks, earnedAt: participant.earnedAt + minutes * minuteMs };
}
