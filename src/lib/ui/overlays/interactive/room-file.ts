/** The address of an uploaded file of a room's. */
export function roomFileUrl(room: string, sha256: string): string {
	return `/api/rooms/files/${encodeURIComponent(room)}/${sha256}`;
}

/** The bytes of an uploaded file; `undefined` where there is none. */
export async function requestRoomFile(room: string | undefined, sha256: string): Promise<ArrayBuffer | undefined> {
	if (room === undefined) return undefined;
	const response = await fetch(roomFileUrl(room, sha256));
	return response.ok ? await response.arrayBuffer() : undefined;
}
