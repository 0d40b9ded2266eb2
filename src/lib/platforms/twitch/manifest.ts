import type { PlatformManifest } from '../platform.ts';

const loginPattern = /^[a-z0-9_]{1,25}$/;

/** Twitch. @see https://dev.twitch.tv/docs/authentication/getting-tokens-oauth#authorization-code-grant-flow */
export const twitchManifest: PlatformManifest = {
	id: 'twitch',
	name: 'Twitch',
	scopes: ['chat:read', 'chat:edit', 'user:write:chat'],
	botScopes: ['user:write:chat'],
	writable: true,
	returnsState: true,
	parseChannelKey(input) {
		const login = input.trim().replace(/^[@#]/, '').toLowerCase();
		return loginPattern.test(login) ? login : undefined;
	},
	authorizationUrl(config, { scopes, forceVerify, state }) {
		if (!config.twitch.clientId) return undefined;
		const url = new URL(`${config.twitch.authUrl}/authorize`);
		url.search = new URLSearchParams({
			client_id: config.twitch.clientId,
			redirect_uri: config.twitch.redirectUri,
			response_type: 'code',
			scope: scopes.join(' '),
			state,
			force_verify: String(forceVerify)
		}).toString();
		return url;
	}
};
