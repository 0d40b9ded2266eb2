import type { AccountRole, Identity, Tokens } from '#lib/model/account.ts';
import { AuthorizationError, ConnectionError, ProtocolError, RejectionError } from '#lib/model/errors.ts';
import type { PublicConfig } from '#lib/model/public-config.ts';
import { clients } from '#lib/platforms/clients.ts';
import { manifests, type RegisteredPlatformId } from '#lib/platforms/manifests.ts';
import type { AuthorizationRequest } from '#lib/platforms/platform.ts';
import { saveTransaction, takeTransaction, type TabStorage } from './authorization-transaction.ts';
import { readCallback } from './callback.ts';
import { exchangeCode, type GrantedTokens, type TokenContext } from './token-requests.ts';
import { WorkerRejection, type FailureClass } from './worker-request.ts';

/** An account that signed in and has not been confirmed yet. */
export interface FoundAccount {
	readonly identity: Identity;
	readonly tokens: Tokens;
	/** What it was asked to be; absent: the streamer's own. */
	readonly role?: AccountRole;
}

/** Which role the account was to have, and the page that asked. */
export interface Whence {
	readonly role?: AccountRole;
	/** Where it goes on afterwards, such as `/play/tidalkit`; absent: the panel. */
	readonly returnTo?: string;
}

/** How a return from an authorize page ended, and which role the account was to have. */
export type AuthorizationOutcome = Whence &
	(
		| ({ readonly type: 'found' } & FoundAccount)
		/** The account is connected already, in the other role. */
		| { readonly type: 'same-account'; readonly displayName: string }
		| { readonly type: 'cancelled' }
		| { readonly type: 'wrong-state' }
		| { readonly type: 'missing-code' }
		| { readonly type: 'expired-code' }
		| { readonly type: 'refused'; readonly class: FailureClass; readonly detail?: string }
		| { readonly type: 'nothing-to-finish' }
	);

/** The address of a platform's authorize page. Throws `RejectionError` `not_configured` without a client id. @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1 */
export function authorizationUrl(
	platform: RegisteredPlatformId,
	request: AuthorizationRequest,
	config: PublicConfig
): string {
	const { name, authorizationUrl: build } = manifests[platform];
	const url = build(config, request);
	if (!url) throw new RejectionError('not_configured', `No client ID for ${name} is configured here.`);
	return url.href;
}

/** Binds a new sign-in to this tab and returns where to go. Throws as `authorizationUrl` does. */
export async function beginAuthorization(
	platform: RegisteredPlatformId,
	options: { readonly scopes: readonly string[]; readonly forceVerify: boolean } & Whence,
	context: Pick<TokenContext, 'config' | 'environment'>,
	tab: TabStorage
): Promise<string> {
	const { generateRandomState } = await import('oauth4webapi');
	const state = generateRandomState();
	const scopes = [...new Set(options.scopes)];
	const { forceVerify, role, returnTo } = options;
	const url = authorizationUrl(platform, { forceVerify, scopes, state }, context.config);
	const startedAt = context.environment.clock.now();
	saveTransaction({ platform, state, startedAt, ...toWhence({ role, returnTo }) }, tab);
	return url;
}

/** Finishes the sign-in that this tab began: checks the answer, exchanges the code, and finds out whose account it is; stores nothing. */
export async function completeAuthorization(
	platform: RegisteredPlatformId,
	callbackUrl: string,
	context: TokenContext,
	tab: TabStorage
): Promise<AuthorizationOutcome> {
	const transaction = takeTransaction(tab);
	const whence = toWhence(transaction);
	const callback = await readCallback(platform, new URL(callbackUrl), transaction, context.environment.clock);
	if (callback.type !== 'code') return { ...callback, ...whence };
	try {
		const granted = await exchangeCode(platform, callback.code, context);
		return { type: 'found', identity: await identify(platform, granted, context), tokens: granted.tokens, ...whence };
	} catch (error) {
		return { ...toOutcome(error), ...whence };
	}
}

function toWhence({ role, returnTo }: { readonly [Key in keyof Whence]: Whence[Key] | undefined } = {}): Whence {
	return { ...(role && { role }), ...(returnTo !== undefined && { returnTo }) };
}

async function identify(
	platform: RegisteredPlatformId,
	{ tokens, userId }: GrantedTokens,
	{ config, environment }: TokenContext
): Promise<Identity> {
	const client = await clients[platform]();
	return client.identify({
		accessToken: tokens.accessToken,
		config,
		environment,
		...(userId !== undefined && { userId })
	});
}

function toOutcome(error: unknown): AuthorizationOutcome {
	if (error instanceof AuthorizationError) return { type: 'expired-code' };
	if (error instanceof WorkerRejection) return { type: 'refused', class: error.class, detail: error.message };
	if (error instanceof ConnectionError || error instanceof ProtocolError)
		return { type: 'refused', class: 'retry', detail: error.message };
	if (error instanceof RejectionError) return { type: 'refused', class: 'reauth', detail: error.message };
	throw error;
}
