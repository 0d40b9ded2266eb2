import type { RegisteredPlatformId } from './manifests.ts';
import type { PlatformClient } from './platform.ts';

/** Loads a platform's part of the page when it is first needed. */
export const clients: Readonly<Record<RegisteredPlatformId, () => Promise<PlatformClient>>> = {
	twitch: async () => (await import('./twitch/client.ts')).twitchClient,
	theta: async () => (await import('./theta/client.ts')).thetaClient
};
