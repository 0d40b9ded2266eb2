import { manifests, type RegisteredPlatformId } from '#lib/platforms/manifests.ts';
import type { Clock } from '#lib/transport/clock.ts';
import type { AuthorizationTransaction } from './authorization-transaction.ts';

const transactionLifetimeMs = 10 * 60_000;

/** What the address a platform sent the browser back to says. */
export type Callback =
	| { readonly type: 'code'; readonly code: string }
	| { readonly type: 'cancelled' }
	| { readonly type: 'wrong-state' }
	| { readonly type: 'missing-code' }
	| { readonly type: 'expired-code' }
	| { readonly type: 'refused'; readonly class: 'reauth'; readonly detail?: string }
	| { readonly type: 'nothing-to-finish' };

/** Reads a callback against the sign-in this tab began; the state is checked before anything else is believed. @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2 */
export async function readCallback(
	platform: RegisteredPlatformId,
	url: URL,
	transaction: AuthorizationTransaction | undefined,
	clock: Clock
): Promise<Callback> {
	if (!transaction || transaction.platform !== platform) return { type: 'nothing-to-finish' };
	const parameters = url.searchParams;
	if (['state', 'code', 'error'].some((name) => parameters.getAll(name).length > 1)) return { type: 'wrong-state' };
	const { returnsState } = manifests[platform];
	if (parameters.has('state') || returnsState) {
		if (parameters.get('state') !== transaction.state) return { type: 'wrong-state' };
	}
	if (clock.now() - transaction.startedAt > transactionLifetimeMs) return { type: 'expired-code' };
	return readAnswer(platform, parameters, transaction);
}

async function readAnswer(
	platform: RegisteredPlatformId,
	parameters: URLSearchParams,
	transaction: AuthorizationTransaction
): Promise<Callback> {
	const oauth = await import('oauth4webapi');
	const expectedState = parameters.has('state') ? transaction.state : oauth.expectNoState;
	try {
		const answer = oauth.validateAuthResponse({ issuer: platform }, { client_id: platform }, parameters, expectedState);
		const code = answer.get('code');
		if (code) return { type: 'code', code };
		return { type: manifests[platform].returnsState ? 'missing-code' : 'cancelled' };
	} catch (error) {
		if (!(error instanceof oauth.AuthorizationResponseError)) return { type: 'wrong-state' };
		if (error.error === 'access_denied') return { type: 'cancelled' };
		const detail = error.error_description?.slice(0, 200);
		return { type: 'refused', class: 'reauth', ...(detail !== undefined && { detail }) };
	}
}
