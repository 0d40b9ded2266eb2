import type { PublicConfig } from '#lib/model/public-config.ts';
import { readEndpoint } from '../endpoint.ts';
import type { Env } from '../env.ts';
import { Failure } from '../failure.ts';
import type { UpstreamAnswer } from '../upstream.ts';
import { errorResponse, tokenResponse, type OAuthErrorCode, type OAuthPlatform } from './oauth-platform.ts';

/** Twitch says what is wrong in a sentence; only these are known, and only `invalid_grant` may cost a user the session. */
const errorCodes: ReadonlyMap<string, OAuthErrorCode> = new Map([
	['invalid refresh token', 'invalid_grant'],
	['invalid authorization code', 'invalid_grant'],
	['invalid token', 'invalid_token'],
	['invalid client', 'invalid_client'],
	['invalid client secret', 'invalid_client'],
	['missing client secret', 'invalid_client'],
	['invalid client credentials', 'invalid_client'],
	['client does not exist', 'invalid_client']
]);

/** Our registration with Twitch; throws a `Failure` where there is none. */
export function twitchOAuth(env: Env, { twitch }: PublicConfig): OAuthPlatform {
	const { clientId, redirectUri } = twitch;
	const clientSecret = env.TWITCH_CLIENT_SECRET;
	if (!clientId || !clientSecret) throw new Failure('not_configured');
	const endpoint = readEndpoint(twitch.authUrl);
	return {
		endpoint,
		server: {
			issuer: endpoint.url,
			token_endpoint: `${endpoint.url}/token`,
			revocation_endpoint: `${endpoint.url}/revoke`
		},
		clientId,
		clientSecret,
		redirectUri,
		send: async (url, { headers, body }, upstream) =>
			normalizeTwitch(await upstream.requestJson(url, { method: 'POST', headers, body }))
	};
}

function normalizeTwitch({ status, body = {} }: UpstreamAnswer): Response {
	if (status >= 400) return errorResponse(toErrorCode(status, body['message']));
	const { access_token, refresh_token, expires_in, token_type } = body;
	return tokenResponse({ access_token, refresh_token, expires_in, token_type, scope: toScope(body['scope']) });
}

function toErrorCode(status: number, message: unknown): OAuthErrorCode {
	const known = typeof message === 'string' ? errorCodes.get(message.toLowerCase()) : undefined;
	return known ?? (status === 403 ? 'invalid_client' : 'invalid_request');
}

/** Twitch sends an array, `null`, `[""]` or nothing. @see https://github.com/twitchdev/issues/issues/164 */
function toScope(scope: unknown): unknown {
	const isList = Array.isArray(scope) && scope.every((name) => typeof name === 'string');
	const text: unknown = isList ? scope.join(' ') : scope;
	return text === '' || text === null ? undefined : text;
}
