import type { Control } from '#lib/interactive/controls/control.ts';
import { sampleRate, type ControlInput } from '#lib/interactive/controls/input.ts';
import { sampleDue } from '#lib/interactive/throttle.ts';
import { throttleEvents } from './budget.ts';
import { nothing, toHost, type Outcome, type RoomContext, type RoomEvent } from './outcome.ts';
import { withEntry } from './params.ts';
import { withParticipant, type Participant, type Room, type Sample } from './state.ts';
import { VersionedMap } from './versioned-map.ts';

/** The control of that id in the scene that a participant sees. */
export function controlOf(room: Room, { card }: Participant, controlID: string): Control | undefined {
	const group = room.groups.get(card.groupID);
	return room.scenes.get(group?.sceneID ?? '')?.controls.get(controlID);
}

/** Keeps a move that comes before it is due, in place of the one that waits; `undefined` for any other input. */
export function keepSample(
	room: Room,
	{ card, movedAt }: Participant,
	control: Control,
	input: ControlInput,
	now: number
): Room | undefined {
	const rate = sampleRate(control, input.event);
	const last = movedAt.get(control.controlID);
	if (rate === undefined || last === undefined || sampleDue(input, last, rate, now)) return undefined;
	const sample: Sample = { sessionID: card.sessionID, input, dueAt: last + rate };
	return { ...room, samples: VersionedMap.of(room.samples).with(keyOf(sample), sample) };
}

/** Notes that a move is told now: one that waited is out of date. */
export function noteSample(room: Room, participant: Participant, input: ControlInput, now: number): Room {
	const { sessionID } = participant.card;
	const movedAt = withEntry(participant.movedAt, input.controlID, now);
	const samples = VersionedMap.of(room.samples).without(keyOf({ sessionID, input }));
	return { ...withParticipant(room, { ...participant, movedAt }), samples };
}

/** Tells the host the moves that are due by now. To be called every few tens of ms for as long as the room has samples. */
export function deliverSamples(room: Room, { now }: RoomContext): Outcome {
	let next = room;
	const events: RoomEvent[] = [];
	for (const [key, { sessionID, input, dueAt }] of room.samples) {
		if (dueAt > now) continue;
		const participant = next.participants.get(sessionID);
		const control = participant && controlOf(next, participant, input.controlID);
		if (!participant || !control || !next.ready || participant.card.disabled || control.disabled) {
			next = { ...next, samples: VersionedMap.of(next.samples).without(key) };
			continue;
		}
		next = noteSample(next, participant, input, now);
		events.push(toHost('giveInput', { participantID: sessionID, input }));
	}
	return { ...nothing(next), ...throttleEvents(next, events, now) };
}

/** Drops the moves of somebody who leaves. */
export function withoutSamples(room: Room, sessionID: string): Room {
	let samples = VersionedMap.of(room.samples);
	for (const [key, sample] of samples) if (sample.sessionID === sessionID) samples = samples.without(key);
	return { ...room, samples };
}

/** Ids of sessions are the server's own and have no slash. */
function keyOf({ sessionID, input }: Pick<Sample, 'sessionID' | 'input'>): string {
	return `${sessionID}/${input.controlID}`;
}
