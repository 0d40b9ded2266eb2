import * as oauth from 'oauth4webapi';
import { Failure, type FailureCode } from '../failure.ts';
import type { Upstream } from '../upstream.ts';
import type { OAuthPlatform } from './oauth-platform.ts';

/** What a platform gave us. */
export interface Grant {
	readonly accessToken: string;
	readonly expiresInSeconds?: number;
	readonly scopes: readonly string[];
	readonly refreshToken?: string;
	readonly userId?: string;
}

/** Exchanges an authorization code. @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3 */
export function exchangeCode(platform: OAuthPlatform, code: string, upstream: Upstream): Promise<Grant> {
	return translateErrors('invalid_code', async () => {
		const { server, client, authentication, options } = prepareRequest(platform, upstream);
		const { redirectUri } = platform;
		const callback = oauth.validateAuthResponse(server, client, new URLSearchParams({ code }), oauth.expectNoState);
		// Neither platform knows PKCE; the page compared the state before it sent the code.
		const response = await oauth.authorizationCodeGrantRequest(
			server,
			client,
			authentication,
			callback,
			redirectUri,
			oauth.nopkce,
			options
		);
		return toGrant(await oauth.processAuthorizationCodeResponse(server, client, response));
	});
}

/** Takes a new access token for a refresh token. @see https://www.rfc-editor.org/rfc/rfc6749#section-6 */
export function refreshGrant(platform: OAuthPlatform, refreshToken: string, upstream: Upstream): Promise<Grant> {
	return translateErrors('token_revoked', async () => {
		const { server, client, authentication, options } = prepareRequest(platform, upstream);
		const response = await oauth.refreshTokenGrantRequest(server, client, authentication, refreshToken, options);
		return toGrant(await oauth.processRefreshTokenResponse(server, client, response));
	});
}

/** Takes an access token of the app itself. @see https://www.rfc-editor.org/rfc/rfc6749#section-4.4 */
export function requestAppGrant(platform: OAuthPlatform, upstream: Upstream): Promise<Grant> {
	return translateErrors('client_rejected', async () => {
		const { server, client, authentication, options } = prepareRequest(platform, upstream);
		const response = await oauth.clientCredentialsGrantRequest(server, client, authentication, {}, options);
		return toGrant(await oauth.processClientCredentialsResponse(server, client, response));
	});
}

/** Revokes a token; one that is already dead counts as revoked. @see https://www.rfc-editor.org/rfc/rfc7009#section-2.2 */
export function revokeToken(platform: OAuthPlatform, token: string, upstream: Upstream): Promise<void> {
	return translateErrors('request_refused', async () => {
		const { server, client, options } = prepareRequest(platform, upstream);
		const response = await oauth.revocationRequest(server, client, oauth.None(), token, options);
		await oauth.processRevocationResponse(response).catch((error: unknown) => {
			if (!(error instanceof oauth.ResponseBodyError) || error.error !== 'invalid_token') throw error;
		});
	});
}

function prepareRequest(platform: OAuthPlatform, upstream: Upstream) {
	return {
		server: platform.server,
		client: { client_id: platform.clientId },
		authentication: oauth.ClientSecretPost(platform.clientSecret),
		options: {
			[oauth.allowInsecureRequests]: platform.endpoint.insecure,
			[oauth.customFetch]: (url: string, request: oauth.CustomFetchOptions<'POST', URLSearchParams>) =>
				platform.send(url, request, upstream)
		}
	};
}

/** The causes of oauth4webapi's errors hold whole answers, so none of them goes further. */
async function translateErrors<Result>(invalidGrant: FailureCode, work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof oauth.ResponseBodyError) throw new Failure(toFailureCode(error.error, invalidGrant));
		if (error instanceof oauth.OperationProcessingError || error instanceof oauth.UnsupportedOperationError) {
			throw new Failure('upstream_malformed');
		}
		throw error;
	}
}

function toFailureCode(error: string, invalidGrant: FailureCode): FailureCode {
	if (error === 'invalid_grant') return invalidGrant;
	return error === 'invalid_client' ? 'client_rejected' : 'request_refused';
}

function toGrant(tokens: oauth.TokenEndpointResponse): Grant {
	const { access_token, expires_in, refresh_token, scope, user_id } = tokens;
	if (!/^[\x21-\x7e]+$/.test(access_token)) throw new Failure('upstream_malformed');
	return {
		accessToken: access_token,
		scopes: scope?.split(' ').filter(Boolean) ?? [],
		...(expires_in !== undefined && { expiresInSeconds: expires_in }),
		...(refresh_token && { refreshToken: refresh_token }),
		...(typeof user_id === 'string' && { userId: user_id })
	};
}
