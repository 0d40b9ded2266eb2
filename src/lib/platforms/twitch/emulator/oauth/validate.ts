import type { Clock } from '#lib/transport/clock.ts';
import type { Accounts } from '../accounts.ts';
import { anyOrigin, jsonAnswer, oauthError } from '../answers.ts';
import type { Grants } from './grants.ts';

/** Answers `GET /oauth2/validate`. @see https://dev.twitch.tv/docs/authentication/validate-tokens/ */
export function answerValidate(request: Request, grants: Grants, accounts: Accounts, clock: Clock): Response {
	const authorization = request.headers.get('authorization');
	if (!authorization) return oauthError(401, 'missing authorization token');
	const token = grants.findAccessToken(/^(?:OAuth|Bearer) (\S+)$/i.exec(authorization)?.[1] ?? '');
	if (!token) return oauthError(401, 'invalid access token');
	const user = accounts.byId(token.userId ?? '');
	return jsonAnswer(
		{
			client_id: token.clientId,
			...(user && { login: user.login }),
			scopes: token.scopes.length > 0 ? token.scopes : null,
			...(user && { user_id: user.id }),
			expires_in: Math.floor((token.expiresAt - clock.now()) / 1000)
		},
		{ headers: anyOrigin }
	);
}

/** Answers the preflight: `Authorization` is the only header a page may add. */
export function answerValidatePreflight(): Response {
	return new Response(null, {
		status: 204,
		headers: {
			...anyOrigin,
			'access-control-allow-headers': 'Authorization',
			'access-control-allow-methods': 'GET',
			'access-control-max-age': '600'
		}
	});
}
