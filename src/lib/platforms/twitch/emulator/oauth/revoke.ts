import { anyOrigin, oauthError } from '../answers.ts';
import type { EmulatedClient } from '../emulated-client.ts';
import { readForm } from './form.ts';
import type { Grants } from './grants.ts';

/** Answers `POST /oauth2/revoke`; only access tokens can be revoked. @see https://dev.twitch.tv/docs/authentication/revoke-tokens/ */
export async function answerRevoke(
	request: Request,
	clients: readonly EmulatedClient[],
	grants: Grants
): Promise<Response> {
	const form = await readForm(request);
	const clientId = form.get('client_id');
	if (!clientId) return oauthError(400, 'missing client id');
	if (!clients.some((client) => client.clientId === clientId)) return oauthError(404, 'client does not exist');
	const token = form.get('token') ?? '';
	if (grants.findAccessToken(token)?.clientId !== clientId) return oauthError(400, 'Invalid token');
	grants.revokeAccessToken(token);
	return new Response(null, { status: 200, headers: anyOrigin });
}
