import { anyOrigin, jsonAnswer, oauthError } from '../answers.ts';
import type { EmulatedClient } from '../emulated-client.ts';
import { readForm } from './form.ts';
import type { Grants, IssuedGrant } from './grants.ts';

/** Answers `POST /oauth2/token`. @see https://dev.twitch.tv/docs/authentication/getting-tokens-oauth */
export async function answerToken(
	request: Request,
	clients: readonly EmulatedClient[],
	grants: Grants
): Promise<Response> {
	const form = await readForm(request);
	const clientId = form.get('client_id');
	if (!clientId) return oauthError(400, 'missing client id');
	const client = clients.find((candidate) => candidate.clientId === clientId);
	if (!client) return oauthError(400, 'invalid client');
	return refuseClient(client, form) ?? answerGrant(client, form, grants);
}

function refuseClient(client: EmulatedClient, form: URLSearchParams): Response | undefined {
	if (client.clientSecret === undefined) return oauthError(400, 'Invalid client credentials');
	const secret = form.get('client_secret');
	if (!secret) return oauthError(400, 'missing client secret');
	return secret === client.clientSecret ? undefined : oauthError(403, 'invalid client secret');
}

function answerGrant(client: EmulatedClient, form: URLSearchParams, grants: Grants): Response {
	switch (form.get('grant_type')) {
		case 'authorization_code':
			return answerCode(client, form, grants);
		case 'refresh_token':
			return answerRefresh(client, form, grants);
		case 'client_credentials':
			return answerClientCredentials(client, grants);
		case null:
			return oauthError(400, 'missing grant type');
		default:
			return oauthError(400, 'invalid grant type');
	}
}

function answerCode(client: EmulatedClient, form: URLSearchParams, grants: Grants): Response {
	const code = form.get('code');
	if (!code) return oauthError(400, 'missing code');
	const found = grants.findCode(code);
	if (found?.consent.clientId !== client.clientId) return oauthError(400, 'Invalid authorization code');
	if (form.get('redirect_uri') !== found.redirectUri)
		return oauthError(400, 'Parameter redirect_uri does not match registered URI');
	return tokenAnswer(grants.redeem(code, found));
}

function answerRefresh(client: EmulatedClient, form: URLSearchParams, grants: Grants): Response {
	const refreshToken = form.get('refresh_token');
	if (!refreshToken) return oauthError(400, 'missing refresh token', { withReason: true });
	const issued = grants.refresh(refreshToken, client.clientId);
	return issued ? tokenAnswer(issued) : oauthError(400, 'Invalid refresh token', { withReason: true });
}

function answerClientCredentials(client: EmulatedClient, grants: Grants): Response {
	const { accessToken, expiresInSeconds } = grants.issueAppToken(client.clientId);
	return secretAnswer({ access_token: accessToken, expires_in: expiresInSeconds, token_type: 'bearer' });
}

function tokenAnswer({ accessToken, expiresInSeconds, refreshToken, scopes }: IssuedGrant): Response {
	return secretAnswer({
		access_token: accessToken,
		expires_in: expiresInSeconds,
		refresh_token: refreshToken,
		...(scopes.length > 0 && { scope: scopes }),
		token_type: 'bearer'
	});
}

function secretAnswer(body: unknown): Response {
	return jsonAnswer(body, { headers: { ...anyOrigin, 'cache-control': 'no-store' } });
}
