/** Why a socket is closed, by name; the original clients come back after those below 2000 only. */
export const closeCodes = {
	normal: 1000,
	internal: 1011,
	restart: 1012,
	sessionClosing: 4016,
	outOfMemory: 4017,
	authorizationFailed: 4019,
	noSuchVersion: 4020,
	conflict: 4021,
	channelOffline: 4022,
	bundleMissing: 4023,
	accessRevoked: 4025,
	terminated: 4027
} as const;

const noStatus = 1005;
const abnormal = 1006;

/** A code of a close frame. */
export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];

/** The code that answers a peer's close: 1005 and 1006 may not be sent; `undefined` where there is nobody to answer. */
export function answerClose(received: number): number | undefined {
	if (received === noStatus) return closeCodes.normal;
	return received === abnormal ? undefined : received;
}
