import type { PlatformManifest } from './platform.ts';
import { thetaManifest } from './theta/manifest.ts';
import { twitchManifest } from './twitch/manifest.ts';

/** Every platform; a new one is a folder and a line here and in clients.ts. */
export const manifests = {
	twitch: twitchManifest,
	theta: thetaManifest
} as const satisfies Record<string, PlatformManifest>;

/** The ids in the registry. */
export type RegisteredPlatformId = keyof typeof manifests;

/** Narrows what came from outside to a platform that exists. */
export function isRegisteredPlatform(id: string): id is RegisteredPlatformId {
	return Object.hasOwn(manifests, id);
}

/** All manifests in the order in which they are shown. */
export const platformList: readonly PlatformManifest[] = Object.values(manifests);
