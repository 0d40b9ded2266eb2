import type { Accounts } from '../accounts.ts';
import type { EmulatedClient } from '../emulated-client.ts';
import { consentPage, requestErrorPage } from './authorize-page.ts';
import type { Grants } from './grants.ts';
import { findUnknownScope, parseScopes } from './scopes.ts';

interface AuthorizeRequest {
	readonly client: EmulatedClient;
	readonly redirectUri: string;
	readonly scopes: readonly string[];
	readonly state: string | null;
	readonly forceVerify: boolean;
}

/**
 * Answers `GET` and `POST /oauth2/authorize`. The emulator keeps no cookies: without `force_verify` the page is skipped
 * when exactly one account has already agreed to all of the scopes.
 * @see https://dev.twitch.tv/docs/authentication/getting-tokens-oauth#authorization-code-grant-flow
 */
export async function answerAuthorize(
	request: Request,
	clients: readonly EmulatedClient[],
	accounts: Accounts,
	grants: Grants
): Promise<Response> {
	const asked = parseAuthorizeRequest(new URL(request.url).searchParams, clients);
	if (typeof asked === 'string') return requestErrorPage(asked);
	if (request.method === 'POST') return decide(asked, new URLSearchParams(await request.text()), accounts, grants);
	const consented = grants.consentedUserIds(asked.client.clientId, asked.scopes);
	if (!asked.forceVerify && consented.length === 1 && consented[0]) return accept(asked, consented[0], grants);
	const choices = accounts.users.filter((user) => user.canSignIn);
	return consentPage({
		clientName: asked.client.name,
		scopes: asked.scopes,
		accounts: choices,
		preferredUserId: consented.at(-1) ?? choices[0]?.id
	});
}

function parseAuthorizeRequest(query: URLSearchParams, clients: readonly EmulatedClient[]): AuthorizeRequest | string {
	const client = clients.find((candidate) => candidate.clientId === query.get('client_id'));
	if (!client) return 'invalid client';
	const redirectUri = query.get('redirect_uri');
	if (redirectUri === null || !client.redirectUris.includes(redirectUri))
		return 'Parameter redirect_uri does not match registered URI';
	if (query.get('response_type') !== 'code') return 'response_type must be "code"';
	const scopes = parseScopes(query.get('scope') ?? '');
	const unknown = findUnknownScope(scopes);
	if (unknown !== undefined) return `invalid scope requested: '${unknown}'`;
	return { client, redirectUri, scopes, state: query.get('state'), forceVerify: query.get('force_verify') === 'true' };
}

function decide(asked: AuthorizeRequest, form: URLSearchParams, accounts: Accounts, grants: Grants): Response {
	switch (form.get('decision')) {
		case 'cancel':
			return redirect(asked, { error: 'access_denied', error_description: 'The user denied you access' });
		case 'authorize': {
			const user = accounts.byId(form.get('account') ?? '');
			return user?.canSignIn ? accept(asked, user.id, grants) : requestErrorPage('No such account');
		}
		default:
			return requestErrorPage('Neither authorized nor cancelled');
	}
}

function accept(asked: AuthorizeRequest, userId: string, grants: Grants): Response {
	const consent = { clientId: asked.client.clientId, userId, scopes: asked.scopes };
	return redirect(asked, { code: grants.authorize(consent, asked.redirectUri), scope: asked.scopes.join(' ') });
}

function redirect({ redirectUri, state }: AuthorizeRequest, parameters: Record<string, string>): Response {
	const url = new URL(redirectUri);
	for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
	if (state !== null) url.searchParams.set('state', state);
	return new Response(null, { status: 302, headers: { location: url.href, 'cache-control': 'no-store' } });
}
