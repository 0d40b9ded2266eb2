import { closeCodes } from '#lib/interactive/close-codes.ts';
import { pour } from '#lib/interactive/throttle.ts';
import type { Closing, RoomContext, RoomEvent, Sender } from './outcome.ts';
import { withParticipant, type Room } from './state.ts';

/** Counts a call of somebody's; `allowed` is false for one too many, and whoever does not stop is closed. */
export function spendCall(room: Room, sender: Sender, { now, settings }: RoomContext) {
	if (sender.role === 'host') {
		const { bucket, fits } = pour(room.hostCalls, settings.hostCalls, 1, now);
		return { room: { ...room, hostCalls: bucket }, allowed: fits, closings: [] };
	}
	const participant = room.participants.get(sender.sessionID);
	if (participant === undefined) return { room, allowed: false, closings: [] };
	const { bucket, fits } = pour(participant.calls, settings.participantCalls, 1, now);
	const refused = fits ? 0 : participant.refused + 1;
	const closings: readonly Closing[] =
		refused === settings.mostRefused
			? [
					{
						to: { type: 'participant', sessionID: sender.sessionID },
						code: closeCodes.accessRevoked,
						message: 'Too fast.'
					}
				]
			: [];
	return { room: withParticipant(room, { ...participant, calls: bucket, refused }), allowed: fits, closings };
}

/** Drops what the host's own rules do not let through to it, and counts it. @see https://github.com/mixer/developer-docs Interactive protocol 1.7, throttling */
export function throttleEvents(room: Room, events: readonly RoomEvent[], now: number) {
	if (room.throttle.size === 0) return { room, events };
	const throttle = new Map(room.throttle);
	const kept = events.flatMap((event): readonly RoomEvent[] => {
		const { to, packet } = event;
		const key = throttle.has(packet.method) ? packet.method : '*';
		const row = throttle.get(key);
		if (row === undefined || (to.type !== 'host' && to.type !== 'everybody')) return [event];
		const { bucket, fits } = pour(row.bucket, row.rule, JSON.stringify(packet.params).length, now);
		const [inserted, rejected] = fits ? [row.inserted + 1, row.rejected] : [row.inserted, row.rejected + 1];
		throttle.set(key, { ...row, bucket, inserted, rejected });
		if (fits) return [event];
		return to.type === 'host' ? [] : [{ to: { type: 'audience' }, packet }];
	});
	return { room: { ...room, throttle }, events: kept };
}
