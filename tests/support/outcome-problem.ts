import { isDeepStrictEqual } from 'node:util';
import { formatPacket } from '#lib/interactive/packet.ts';
import type { Outcome, RoomEvent, Sender } from '#lib/interactive/room/outcome.ts';
import { toStoredRoom, type Participant, type Room } from '#lib/interactive/room/state.ts';

/** What is wrong with what came of a packet; `undefined` for an outcome that keeps all that it promises. */
export function outcomeProblem(before: Room, outcome: Outcome, sender: Sender): string | undefined {
	if (outcome.replies.length > 1) return 'answered twice';
	if (outcome.replies[0]?.error) {
		if (outcome.events.length > 0) return 'refused, and told to others';
		if (!isDeepStrictEqual(entries(outcome.room, uncounted), entries(before, uncounted)))
			return 'refused, and done in part';
	}
	for (const event of outcome.events) {
		const problem = eventProblem(event, outcome.room, sender);
		if (problem !== undefined) return problem;
	}
	return undefined;
}

/** All that a room is, to be compared; the order of participants is no part of it. */
export function entries(room: Room, look = (participant: Participant): object => participant): unknown {
	const stored = toStoredRoom(room);
	const participants = [...stored.participants].map(([id, participant]) => [id, look(participant)] as const);
	return { ...stored, hostCalls: undefined, banned: undefined, participants: new Map(participants) };
}

function eventProblem({ to, packet }: RoomEvent, room: Room, sender: Sender): string | undefined {
	const { method, params } = packet;
	const seated = sender.role === 'participant' ? sender.sessionID : undefined;
	if (!packet.discard) return 'a call that wants a reply';
	if (to.type === 'participant' && !room.participants.has(to.sessionID)) return 'told to nobody';
	if (method === 'giveInput' && (to.type !== 'host' || params?.['participantID'] !== seated))
		return 'an input of somebody else\u2019s';
	const read = JSON.parse(formatPacket(packet, 7)) as { seq?: unknown; method?: unknown };
	return read.seq === 7 && read.method === method ? undefined : 'written otherwise than it is';
}

/** A participant but for what every call counts, whatever comes of it. */
function uncounted(participant: Participant): object {
	return { ...participant, calls: undefined, refusals: undefined, closed: undefined };
}
