import type { PlatformClient } from '../platform.ts';
import { TwitchChatConnection } from './chat-connection.ts';
import { twitchManifest } from './manifest.ts';

/** Twitch's part of the page; what an overlay can do without is loaded when it is called. */
export const twitchClient: PlatformClient = {
	manifest: twitchManifest,
	createChatConnection: (options) => new TwitchChatConnection(options),
	loadPictures: async () => (await import('./twitch-pictures.ts')).twitchPictures,
	findViewer: async (request) => (await import('./helix/viewers.ts')).requestViewer(request),
	identify: async ({ accessToken, config, environment }) =>
		(await import('./helix/users.ts')).requestOwnUser(accessToken, config, environment),
	validateToken: async (accessToken, config, environment) =>
		(await import('./token-validation.ts')).validateToken(accessToken, config, environment)
};
