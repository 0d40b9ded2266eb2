import type { Env } from '../env.ts';
import { Failure } from '../failure.ts';
import type { RoomObject } from '../object-namespace.ts';

/** The object of a room; the id has to be one that `parseRoomId` reads. */
export function openRoom(env: Env, roomId: string): RoomObject {
	if (!env.INTERACTIVE_ROOM) throw new Failure('not_configured');
	return env.INTERACTIVE_ROOM.getByName(roomId);
}
