import { CallError, errorCodes } from './error-codes.ts';
import { createErrorReply, createReply, type MalformedPacket, type MethodPacket, type ReplyPacket } from './packet.ts';
import { spendCall, throttleEvents } from './room/budget.ts';
import { hostMethods, participantMethods } from './room/methods.ts';
import { nothing, type Outcome, type RoomContext, type Sender, type Step } from './room/outcome.ts';
import type { Room } from './room/state.ts';

/**
 * What comes of a packet: the room after it, at most one reply, and calls to others. It is all or nothing, never throws
 * for what a packet says, and changes nothing for a sender who is not in the room, or was sent away.
 * @see https://github.com/mixer/developer-docs Interactive protocol 1.7, methods
 */
export function receive(
	room: Room,
	packet: MethodPacket | ReplyPacket | MalformedPacket,
	sender: Sender,
	context: RoomContext
): Outcome {
	if (!present(room, sender)) return nothing(room);
	const spent = spendCall(room, sender, context);
	const idle = { ...nothing(spent.room), closings: spent.closings };
	// Our calls want no replies, so one that comes answers nothing.
	if (packet.type === 'reply') return idle;
	const id = packet.id ?? 0;
	if (!spent.allowed) {
		const tooFast = new CallError(errorCodes.badInput, 'Too many calls.');
		return { ...idle, replies: [createErrorReply(id, tooFast)] };
	}
	if (packet.type === 'malformed')
		return { ...idle, replies: [createErrorReply(id, new CallError(packet.code, packet.message))] };
	try {
		const step = perform(spent.room, packet, sender, context);
		const told = throttleEvents(step.room, step.events, context.now);
		const silent = packet.discard || packet.id === undefined;
		return { ...idle, ...told, replies: silent ? [] : [createReply(id, step.result)] };
	} catch (cause) {
		if (!(cause instanceof CallError)) throw cause;
		return { ...idle, replies: [createErrorReply(id, cause)] };
	}
}

function perform(room: Room, packet: MethodPacket, sender: Sender, context: RoomContext): Step {
	const call = { room, params: packet.params ?? {}, id: packet.id, context };
	const step =
		sender.role === 'host'
			? hostMethods.get(packet.method)?.({ ...call, sender })
			: participantMethods.get(packet.method)?.({ ...call, sender });
	if (step === undefined) throw new CallError(errorCodes.unknownMethod, 'There is no such method.');
	return step;
}

function present(room: Room, sender: Sender): boolean {
	return sender.role === 'host' ? room.hostId === sender.id : room.participants.get(sender.sessionID)?.closed === false;
}
