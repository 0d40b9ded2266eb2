import { errorCodes, failure, success } from './envelope.ts';
import type { Grant, Grants } from './grants.ts';
import type { EmulatedThetaClient } from './theta-client.ts';

/** Plays `POST /v1/oauth/token`, every parameter in the query. @see https://github.com/slivertv/thetatv-app-docs */
export function answerToken(request: Request, clients: readonly EmulatedThetaClient[], grants: Grants): Response {
	const query = new URL(request.url).searchParams;
	if (request.method !== 'POST') return failure(errorCodes.authorization, 'POST is required.', 405);
	const client = clients.find(({ clientId }) => clientId === query.get('client_id'));
	if (!client || client.clientSecret !== query.get('client_secret'))
		return failure(errorCodes.authorization, 'Invalid client.');
	const grant = redeem(query, client.clientId, grants);
	if (!grant) return failure(errorCodes.authorization, 'Invalid grant.');
	const { accessToken, refreshToken, expiresInSeconds } = grants.issueTokens(grant);
	return success({
		client_id: grant.clientId,
		user_id: grant.userId,
		authorization_code: query.get('code'),
		access_token: accessToken,
		refresh_token: refreshToken,
		expires_in: expiresInSeconds,
		revoked: false
	});
}

function redeem(query: URLSearchParams, clientId: string, grants: Grants): Grant | undefined {
	switch (query.get('grant_type')) {
		case 'authorization_code':
			return grants.takeCode(query.get('code') ?? '', clientId);
		case 'refresh_token':
			return grants.refresh(query.get('refresh_token') ?? '', clientId);
		default:
			return undefined;
	}
}
