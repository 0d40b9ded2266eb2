import { closeCodes } from '#lib/interactive/close-codes.ts';
import { packetChars } from '#lib/interactive/packet.ts';
import { pour } from '#lib/interactive/throttle.ts';
import { ban } from './ban.ts';
import type { Closing, RoomContext, RoomEvent, Sender } from './outcome.ts';
import { withParticipant, type Participant, type Room } from './state.ts';

/** What counting a call came to. */
interface Spending {
	readonly room: Room;
	readonly allowed: boolean;
	readonly closings: readonly Closing[];
}

/** Counts a call of somebody's; `allowed` is false for one too many, and whoever does not stop is closed. */
export function spendCall(room: Room, sender: Sender, context: RoomContext): Spending {
	const { now, settings } = context;
	if (sender.role === 'host') {
		const { bucket, fits } = pour(room.hostCalls, settings.hostCalls, 1, now);
		return { room: { ...room, hostCalls: bucket }, allowed: fits, closings: [] };
	}
	const participant = room.participants.get(sender.sessionID);
	if (participant === undefined) return { room, allowed: false, closings: [] };
	const { bucket, fits } = pour(participant.calls, settings.participantCalls, 1, now);
	const counted = { ...participant, calls: bucket };
	return fits ? { room: withParticipant(room, counted), allowed: true, closings: [] } : refuse(room, counted, context);
}

function refuse(room: Room, participant: Participant, { now, settings }: RoomContext): Spending {
	const { bucket, fits } = pour(participant.refusals, settings.participantRefusals, 1, now);
	const counted = withParticipant(room, { ...participant, refusals: bucket, closed: !fits });
	if (fits) return { room: counted, allowed: false, closings: [] };
	const to = { type: 'participant', sessionID: participant.card.sessionID } as const;
	const closings = [{ to, code: closeCodes.accessRevoked, message: 'Too fast.' }];
	return { room: ban(counted, participant.card, now + settings.banMs), allowed: false, closings };
}

/** Drops what the host's own rules do not let through to it, and counts it. @see https://github.com/mixer/developer-docs Interactive protocol 1.7, throttling */
export function throttleEvents(room: Room, events: readonly RoomEvent[], now: number) {
	let throttle = room.throttle;
	const kept = events.flatMap((event): readonly RoomEvent[] => {
		const { to, packet } = event;
		const key = throttle.has(packet.method) ? packet.method : '*';
		const row = throttle.get(key);
		if (row === undefined || (to.type !== 'host' && to.type !== 'everybody')) return [event];
		const { bucket, fits } = pour(row.bucket, row.rule, packetChars(packet), now);
		const [inserted, rejected] = fits ? [row.inserted + 1, row.rejected] : [row.inserted, row.rejected + 1];
		throttle = new Map(throttle).set(key, { ...row, bucket, inserted, rejected });
		if (fits) return [event];
		return to.type === 'host' ? [] : [{ to: { type: 'audience' }, packet }];
	});
	return { room: throttle === room.throttle ? room : { ...room, throttle }, events: kept };
}
