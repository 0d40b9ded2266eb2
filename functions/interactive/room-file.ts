/** A file that a streamer uploaded for overlays. */
export interface RoomFile {
	readonly type: string;
	readonly bytes: ArrayBuffer;
}

/** So much a room keeps. */
export const fileLimits = { bytes: 512_000, files: 40 } as const;
