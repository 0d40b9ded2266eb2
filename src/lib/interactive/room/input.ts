import { parseInput, sampleRate } from '#lib/interactive/controls/input.ts';
import { CallError, errorCodes } from '#lib/interactive/error-codes.ts';
import { isObject, omitKeys, type JsonObject } from '#lib/interactive/json.ts';
import { toHost, toParticipant, type ParticipantMethod, type RoomContext, type Step } from './outcome.ts';
import { checkSize, readId } from './params.ts';
import { formatSelf } from './participants.ts';
import { checkPress, pressCost } from './press-check.ts';
import { controlOf, keepSample, noteSample } from './samples.ts';
import { withParticipant, type Participant, type Room } from './state.ts';
import { VersionedMap } from './versioned-map.ts';

const mostInputIds = 64;

/** What a participant did, passed to the host after every check; a call of the same id is not passed on again. */
export const giveInput: ParticipantMethod = ({ room, params, id, sender, context }) => {
	const participant = room.participants.get(sender.sessionID);
	if (participant === undefined) throw new CallError(errorCodes.badInput, 'You are not in the room.');
	if (id !== undefined && participant.inputIds.includes(id)) return { room, result: null, events: [] };
	if (!room.ready) throw new CallError(errorCodes.badInput, 'The game is not ready.');
	if (participant.card.disabled) throw new CallError(errorCodes.badInput, 'You may not give input.');
	// The Java client wraps it, the others do not.
	const given = omitKeys(isObject(params['input']) ? params['input'] : params, 'participantID', 'transactionID');
	const control = controlOf(room, participant, readId(given, 'controlID'));
	if (control === undefined)
		throw new CallError(errorCodes.unknownControl, 'There is no such control in your scene.', 'controlID');
	const input = parseInput(control, checkSize(given, context.settings.inputChars));
	checkPress(control, input.event, context.now);
	const active = {
		...participant,
		card: { ...participant.card, lastInputAt: context.now },
		inputIds: id === undefined ? participant.inputIds : [...participant.inputIds, id].slice(-mostInputIds)
	};
	const next = withParticipant(room, active);
	const kept = keepSample(next, participant, control, input, context.now);
	if (kept !== undefined) return { room: kept, result: null, events: [] };
	if (sampleRate(control, input.event) !== undefined)
		return pass(noteSample(next, active, input, context.now), active, input);
	const cost = pressCost(control, input.event);
	return cost > 0 ? passCharged(next, active, input, cost, context) : pass(next, active, input);
};

function pass(room: Room, { card }: Participant, input: JsonObject): Step {
	return { room, result: null, events: [toHost('giveInput', { participantID: card.sessionID, input })] };
}

function passCharged(
	room: Room,
	participant: Participant,
	input: JsonObject,
	cost: number,
	context: RoomContext
): Step {
	const { sessionID, anonymous } = participant.card;
	if (anonymous) throw new CallError(errorCodes.loginRequired, 'Sign in to spend sparks.');
	if (participant.sparks < cost) throw new CallError(errorCodes.notEnoughSparks, 'You have too few sparks.');
	const transactionID = context.createId();
	const payer = { ...participant, sparks: participant.sparks - cost };
	const charge = { sessionID, cost, expiresAt: context.now + context.settings.chargeMs };
	const charged = {
		...withParticipant(room, payer),
		charges: VersionedMap.of(room.charges).with(transactionID, charge)
	};
	const events = [
		toHost('giveInput', { participantID: sessionID, transactionID, input }),
		toParticipant(sessionID, 'onParticipantUpdate', { participants: [formatSelf(payer)] })
	];
	return { room: charged, result: null, events };
}
