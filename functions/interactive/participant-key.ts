import * as v from 'valibot';
import { openClaims, sealClaims, type SealKeys } from '../sealed-claims.ts';

const audience = 'mixer-participant';
const lifetimeSeconds = 12 * 60 * 60;
const keySchema = v.object({
	/** The room's id. */
	room: v.string(),
	/** A UUID, made with the key. */
	sessionID: v.string(),
	/** `twitch:12826`, whose sparks are kept; absent for somebody who is not signed in. */
	account: v.optional(v.string()),
	/** 0 for somebody who is not signed in. */
	userID: v.number(),
	username: v.string(),
	level: v.number(),
	channelGroups: v.array(v.string()),
	/** Hears everything and does nothing: an overlay. */
	watcher: v.boolean()
});

/** A seat in a room; what a client says of itself is no part of it. */
export type ParticipantKey = Readonly<v.InferOutput<typeof keySchema>>;

/** Makes the key that a participant's socket is opened with; it outlives reconnects. `now` is in epoch ms. */
export function sealParticipantKey(seat: ParticipantKey, keys: SealKeys, now: number): Promise<string> {
	return sealClaims({ ...seat }, keys, { audience, now, lifetimeSeconds });
}

/** Opens a participant's key; throws a `Failure` for one that has expired or is not ours. */
export function openParticipantKey(key: string, keys: SealKeys, now: number): Promise<ParticipantKey> {
	return openClaims(key, keySchema, keys, { audience, now });
}
