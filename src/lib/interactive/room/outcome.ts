import type { CloseCode } from '#lib/interactive/close-codes.ts';
import type { Json, JsonObject } from '#lib/interactive/json.ts';
import { createCall, type MethodPacket, type ReplyPacket } from '#lib/interactive/packet.ts';
import type { RoomSettings } from './settings.ts';
import type { Room } from './state.ts';

/** Who called: by the server's own ids, never by anything in a packet. */
export type Sender =
	{ readonly role: 'host'; readonly id: string } | { readonly role: 'participant'; readonly sessionID: string };

/**
 * Who hears of it. A watcher sees the room and is not in it: the game is not told of one, and nothing that one sends counts.
 * The audience is the participants and the watchers: everybody but the host.
 */
export type Recipient =
	| { readonly type: 'everybody' }
	| { readonly type: 'host' }
	| { readonly type: 'audience' }
	| { readonly type: 'participant'; readonly sessionID: string }
	| { readonly type: 'watchers' }
	| { readonly type: 'watcher'; readonly id: string };

/** A call of the room's to somebody. */
export interface RoomEvent {
	readonly to: Recipient;
	readonly packet: MethodPacket;
}

/** A socket to close. */
export interface Closing {
	readonly to: Recipient;
	readonly code: CloseCode;
	readonly message: string;
}

/** What comes of something: the room after it, replies to the sender, calls to anybody; events go out before replies. */
export interface Outcome {
	readonly room: Room;
	readonly replies: readonly ReplyPacket[];
	readonly events: readonly RoomEvent[];
	readonly closings: readonly Closing[];
}

/** Time (epoch ms), new ids (UUIDs) and limits. */
export interface RoomContext {
	readonly now: number;
	readonly createId: () => string;
	readonly settings: RoomSettings;
}

/** A call with what it is made on. */
export interface Call<S extends Sender = Sender> {
	readonly room: Room;
	readonly params: JsonObject;
	readonly id: number | undefined;
	readonly sender: S;
	readonly context: RoomContext;
}

/** What a method does; `result` is what the caller gets. */
export interface Step {
	readonly room: Room;
	readonly result: Json;
	readonly events: readonly RoomEvent[];
}

/** A call that the host may make. */
export type HostMethod = (call: Call<Extract<Sender, { role: 'host' }>>) => Step;

/** A call that a participant may make. */
export type ParticipantMethod = (call: Call<Extract<Sender, { role: 'participant' }>>) => Step;

/** Tells everybody. */
export function toEverybody(method: string, params: JsonObject): RoomEvent {
	return { to: { type: 'everybody' }, packet: createCall(method, params) };
}

/** Tells the host. */
export function toHost(method: string, params: JsonObject | null): RoomEvent {
	return { to: { type: 'host' }, packet: createCall(method, params) };
}

/** Tells one participant. */
export function toParticipant(sessionID: string, method: string, params: JsonObject | null): RoomEvent {
	return { to: { type: 'participant', sessionID }, packet: createCall(method, params) };
}

/** The room as it is, with nothing to say. */
export function nothing(room: Room): Outcome {
	return { room, replies: [], events: [], closings: [] };
}
