import type { Control } from '#lib/interactive/controls/control.ts';
import type { ControlInput } from '#lib/interactive/controls/input.ts';
import type { JsonObject } from '#lib/interactive/json.ts';
import type { Bucket, BucketRule } from '#lib/interactive/throttle.ts';
import { VersionedMap } from './versioned-map.ts';

/** The scene and the group that are always there. */
export const defaultId = 'default';

/** A board of controls; `properties` are the game's own. */
export interface Scene {
	readonly sceneID: string;
	readonly properties: JsonObject;
	readonly controls: ReadonlyMap<string, Control>;
}

/** Participants who see the same scene, as it goes over the wire. */
export interface Group extends JsonObject {
	readonly groupID: string;
	readonly sceneID: string;
}

/** A participant as it goes over the wire, whole; times are epoch ms. */
export interface ParticipantCard extends JsonObject {
	readonly sessionID: string;
	/** 0 for somebody who is not signed in. */
	readonly userID: number;
	readonly username: string;
	readonly level: number;
	readonly lastInputAt: number;
	/** No two in a room are the same, so that pages by it lose nobody. */
	readonly connectedAt: number;
	readonly disabled: boolean;
	readonly groupID: string;
	readonly anonymous: boolean;
	readonly channelGroups: readonly string[];
}

/** A viewer inside the room. */
export interface Participant {
	readonly card: ParticipantCard;
	/** What can be spent; what waits for a capture is not in it. */
	readonly sparks: number;
	readonly earnedAt: number;
	readonly calls: Bucket;
	/** The calls that came too fast. */
	readonly refusals: Bucket;
	/** Whether they were sent away; whatever else they send is not read. */
	readonly closed: boolean;
	/** When each control was last moved, by its id. */
	readonly movedAt: ReadonlyMap<string, number>;
	/** The ids of the last inputs: one that comes again is not applied again. */
	readonly inputIds: readonly number[];
}

/** Sparks that were set aside for an input until the game captures them. */
export interface Charge {
	readonly sessionID: string;
	readonly cost: number;
	readonly expiresAt: number;
}

/** The newest move of a control by somebody, which came before it was due. */
export interface Sample {
	readonly sessionID: string;
	readonly input: ControlInput;
	readonly dueAt: number;
}

/** A rule for what goes to the host, and what it did. */
export interface ThrottleRow {
	readonly rule: BucketRule;
	readonly bucket: Bucket;
	readonly inserted: number;
	readonly rejected: number;
}

/** A channel's room: a value, each of them good for as long as somebody has it. `toStoredRoom` is how to keep one. */
export interface Room {
	/** The connection of the game client; `undefined` while there is none. */
	readonly hostId: string | undefined;
	readonly hostCalls: Bucket;
	/** Participants' inputs are refused until it is. */
	readonly ready: boolean;
	readonly world: JsonObject;
	readonly scenes: ReadonlyMap<string, Scene>;
	readonly groups: ReadonlyMap<string, Group>;
	readonly participants: ReadonlyMap<string, Participant>;
	readonly charges: ReadonlyMap<string, Charge>;
	readonly samples: ReadonlyMap<string, Sample>;
	readonly throttle: ReadonlyMap<string, ThrottleRow>;
	/** Until when somebody who was sent away may not come back, by account or, without one, by session. */
	readonly banned: ReadonlyMap<string, number>;
}

/** 10 megabits a second, and 30 at once. @see https://github.com/mixer/developer-docs Interactive protocol 1.7, throttling */
const defaultThrottle: BucketRule = { capacity: 3_932_160, drainRate: 1_310_720 };

/** A rule that has done nothing yet. */
export function createRow(rule: BucketRule, now: number): ThrottleRow {
	return { rule, bucket: { level: 0, at: now }, inserted: 0, rejected: 0 };
}

/** An empty room with the default scene and group. */
export function createRoom(): Room {
	return {
		hostId: undefined,
		hostCalls: { level: 0, at: 0 },
		ready: false,
		world: {},
		scenes: new Map([[defaultId, { sceneID: defaultId, properties: {}, controls: new Map() }]]),
		groups: new Map([[defaultId, { groupID: defaultId, sceneID: defaultId }]]),
		participants: new VersionedMap(),
		charges: new VersionedMap(),
		samples: new VersionedMap(),
		throttle: new Map([['*', createRow(defaultThrottle, 0)]]),
		banned: new Map()
	};
}

/** A room as storage and structured clones take it; it is a room itself, so nothing has to be done to go on with it. */
export function toStoredRoom(room: Room): Room {
	const { participants, charges, samples } = room;
	return { ...room, participants: new Map(participants), charges: new Map(charges), samples: new Map(samples) };
}

/** The room with somebody set in place of who they were. */
export function withParticipant(room: Room, participant: Participant): Room {
	const participants = VersionedMap.of(room.participants).with(participant.card.sessionID, participant);
	return { ...room, participants };
}
