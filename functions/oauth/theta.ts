import type { PublicConfig } from '#lib/model/public-config.ts';
import type { Env } from '../env.ts';
import { Failure } from '../failure.ts';
import { isThetaId, openThetaEnvelope, readThetaEndpoint, type ThetaError } from '../theta-api.ts';
import type { UpstreamAnswer } from '../upstream.ts';
import { errorResponse, tokenResponse, type OAuthErrorCode, type OAuthPlatform } from './oauth-platform.ts';

const queryParameters = ['grant_type', 'code', 'refresh_token', 'client_id', 'client_secret'];

/** Our registration with THETA.tv, which has no revocation; throws a `Failure` where there is none. */
export function thetaOAuth(env: Env, { theta }: PublicConfig): OAuthPlatform {
	const { clientId, redirectUri } = theta;
	const clientSecret = env.THETA_CLIENT_SECRET;
	if (!clientId || !clientSecret) throw new Failure('not_configured');
	const endpoint = readThetaEndpoint(env);
	return {
		endpoint,
		server: { issuer: endpoint.url, token_endpoint: `${endpoint.url}/oauth/token` },
		clientId,
		clientSecret,
		redirectUri,
		send: async (url, { body }, upstream) =>
			normalizeTheta(
				await upstream.requestJson(`${url}?${pickQuery(body)}`, {
					method: 'POST',
					headers: { Accept: 'application/json' }
				})
			)
	};
}

/** THETA.tv takes everything in the query, the secret too, and nothing in the body. */
function pickQuery(form: URLSearchParams): URLSearchParams {
	return new URLSearchParams([...form].filter(([name]) => queryParameters.includes(name)));
}

function normalizeTheta(answer: UpstreamAnswer): Response {
	const result = openThetaEnvelope(answer);
	if (result.type === 'error') return errorResponse(toErrorCode(result.error));
	const { access_token, refresh_token, expires_in, user_id } = result.body;
	if (user_id !== undefined && !isThetaId(user_id)) throw new Failure('upstream_malformed');
	return tokenResponse({ access_token, refresh_token, expires_in, user_id, token_type: 'bearer' });
}

/** An error of unknown meaning must not cost a user the session, so it passes for trouble on their side. */
function toErrorCode({ unauthorized, text }: ThetaError): OAuthErrorCode {
	if (/client|secret|application/.test(text)) return 'invalid_client';
	if (unauthorized || text.includes('invalid_grant')) return 'invalid_grant';
	throw new Failure('upstream_trouble');
}
