import type { Env } from '../env.ts';
import { Failure } from '../failure.ts';
import type { RoomFile } from './files.ts';

/** A room's object, as the Worker sees it. */
export interface RoomStub {
	/** Seats a socket: see `formatPlaceRequest`. */
	fetch(request: Request): Promise<Response>;
	/** Whether a game client is seated. */
	hosted(): Promise<boolean>;
	/** The client ID of the game that is seated; `undefined` where there is none. */
	game(): Promise<string | undefined>;
	/** Ends the game client that is seated, for good; false where there is none. */
	kick(): Promise<boolean>;
	/** Keeps a file for overlays. */
	keepFile(sha256: string, file: RoomFile): Promise<void>;
	findFile(sha256: string): Promise<RoomFile | undefined>;
}

/** The object of a room; the id has to be one of `parseRoomId`'s. */
export function openRoom(env: Env, roomId: string): RoomStub {
	if (!env.INTERACTIVE_ROOM) throw new Failure('not_configured');
	return env.INTERACTIVE_ROOM.getByName(roomId);
}
