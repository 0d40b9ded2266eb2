import { closeCodes, type CloseCode } from '#lib/interactive/close-codes.ts';
import { createCall, type MethodPacket } from '#lib/interactive/packet.ts';
import { isBanned } from './ban.ts';
import {
	nothing,
	toHost,
	type Closing,
	type Outcome,
	type RoomContext,
	type RoomEvent,
	type Sender
} from './outcome.ts';
import { formatSelf } from './participants.ts';
import { withoutSamples } from './samples.ts';
import { formatScenes } from './scenes.ts';
import { createRoom, defaultId, withParticipant, type Participant, type Room } from './state.ts';
import { VersionedMap } from './versioned-map.ts';

/** Somebody who was let in; every value is the server's own. */
export interface Identity {
	/** A UUID. */
	readonly sessionID: string;
	/** 0 for somebody who is not signed in. */
	readonly userID: number;
	readonly username: string;
	readonly level: number;
	readonly channelGroups: readonly string[];
	readonly sparks: number;
}

/** A socket that may not join, and the code that it is closed with. */
export interface Refusal {
	readonly type: 'refused';
	readonly code: CloseCode;
	readonly message: string;
}

/** Seats a game client, the only one of its channel; a room begins empty with each. */
export function openHost(room: Room, id: string): Outcome | Refusal {
	if (room.hostId !== undefined) return refuse(closeCodes.conflict, 'The channel has a game client already.');
	return { ...nothing({ ...createRoom(), hostId: id }), events: [toHost('hello', null)] };
}

/** Seats a participant and tells them the room: scenes before groups before themselves, as the viewers' page reads it. */
export function openParticipant(room: Room, identity: Identity, context: RoomContext): Outcome | Refusal {
	const { sessionID } = identity;
	if (room.hostId === undefined) return refuse(closeCodes.channelOffline, 'The channel has no game just now.');
	if (room.participants.has(sessionID)) return refuse(closeCodes.conflict, 'You are in the room already.');
	if (isBanned(room, identity, context.now)) return refuse(closeCodes.accessRevoked, 'You were too fast.');
	if (room.participants.size >= context.settings.mostParticipants)
		return refuse(closeCodes.outOfMemory, 'The room is full.');
	const participant = createParticipant(room, identity, context.now);
	const events = [...introduce(room, participant), toHost('onParticipantJoin', { participants: [participant.card] })];
	return { ...nothing(withParticipant(room, participant)), events };
}

/** Tells the room to a participant who is in it already, on a newer socket; the game hears nothing of it. */
export function resumeParticipant(room: Room, sessionID: string): Outcome {
	const participant = room.participants.get(sessionID);
	return { ...nothing(room), events: participant ? introduce(room, participant) : [] };
}

/** Tells a watcher the room; `others` is how many are watching already. */
export function openWatcher(room: Room, id: string, others: number, { settings }: RoomContext): Outcome | Refusal {
	if (room.hostId === undefined) return refuse(closeCodes.channelOffline, 'The channel has no game just now.');
	if (others >= settings.mostWatchers) return refuse(closeCodes.outOfMemory, 'Too many are watching.');
	const to = { type: 'watcher', id } as const;
	const events = [...formatState(room), formatReady(room)].map((packet) => ({ to, packet }));
	return { ...nothing(room), events };
}

/** Lets somebody go; with the game client goes the room, and what was not captured is theirs who set it aside. */
export function leave(room: Room, sender: Sender): Outcome {
	if (sender.role === 'host') {
		if (room.hostId !== sender.id) return nothing(room);
		const closing: Closing = {
			to: { type: 'audience' },
			code: closeCodes.sessionClosing,
			message: 'The game is over.'
		};
		return { ...nothing(createRoom()), closings: [closing] };
	}
	const participant = room.participants.get(sender.sessionID);
	if (participant === undefined) return nothing(room);
	const participants = VersionedMap.of(room.participants).without(sender.sessionID);
	const { samples } = withoutSamples(room, sender.sessionID);
	let charges = VersionedMap.of(room.charges);
	for (const [id, charge] of charges) if (charge.sessionID === sender.sessionID) charges = charges.without(id);
	const events = [toHost('onParticipantLeave', { participants: [participant.card] })];
	return { ...nothing({ ...room, participants, charges, samples }), events };
}

function createParticipant(room: Room, identity: Identity, now: number): Participant {
	const { sparks, ...known } = identity;
	let latest = 0;
	for (const { card } of room.participants.values()) latest = Math.max(latest, card.connectedAt);
	return {
		card: {
			...known,
			lastInputAt: now,
			connectedAt: Math.max(now, latest + 1),
			disabled: false,
			groupID: defaultId,
			anonymous: known.userID === 0
		},
		sparks: Math.max(0, sparks),
		earnedAt: now,
		calls: { level: 0, at: now },
		refusals: { level: 0, at: now },
		closed: false,
		movedAt: new Map(),
		inputIds: []
	};
}

function introduce(room: Room, participant: Participant): readonly RoomEvent[] {
	const to = { type: 'participant', sessionID: participant.card.sessionID } as const;
	const joined = createCall('onParticipantJoin', { participants: [formatSelf(participant)] });
	return [...formatState(room), joined, formatReady(room)].map((packet) => ({ to, packet }));
}

function formatState(room: Room): readonly MethodPacket[] {
	const scenes = formatScenes(room);
	return [
		createCall('hello', null),
		createCall('onSceneCreate', { scenes }),
		createCall('onGroupCreate', { groups: [...room.groups.values()] }),
		createCall('onWorldUpdate', { ...room.world, scenes })
	];
}

function formatReady(room: Room): MethodPacket {
	return createCall('onReady', { isReady: room.ready });
}

function refuse(code: CloseCode, message: string): Refusal {
	return { type: 'refused', code, message };
}
