import type { Room } from './state.ts';

const mostBanned = 1_000;

/** Who somebody is to a ban: their account, which outlives a session, if they have one. */
interface Person {
	readonly sessionID: string;
	/** 0 for somebody who is not signed in. */
	readonly userID: number;
}

/** The room with somebody kept out until then (epoch ms); the oldest ban gives way to one too many. */
export function ban(room: Room, person: Person, until: number): Room {
	const banned = new Map(room.banned);
	banned.delete(keyOf(person));
	const [oldest] = banned.keys();
	if (banned.size >= mostBanned && oldest !== undefined) banned.delete(oldest);
	return { ...room, banned: banned.set(keyOf(person), until) };
}

/** Whether somebody is kept out. */
export function isBanned(room: Room, person: Person, now: number): boolean {
	return (room.banned.get(keyOf(person)) ?? 0) > now;
}

function keyOf({ sessionID, userID }: Person): string {
	return userID === 0 ? sessionID : `user ${userID}`;
}
