import type { Identity } from '#lib/model/account.ts';
import { AuthorizationError, ConnectionError } from '#lib/model/errors.ts';
import { systemEnvironment, type Environment } from '#lib/transport/environment.ts';
import { Accounts } from './accounts.ts';
import { beginAuthorization } from './authorization.ts';
import { loadConfig } from './config.ts';
import { runExclusively } from './lock.ts';
import { createProver } from './proof-key.ts';
import { RoomTokens } from './room-tokens.ts';
import type { Storage } from './storage.ts';
import { refreshAccessToken, revokeToken, type TokenContext } from './token-requests.ts';

/** The Twitch account with which somebody plays; it allows nothing but to be known. */
export interface ViewerAccount {
	readonly identity: Identity | undefined;
	/** What joins rooms as this account, or `undefined` where it cannot; `refused` is one that a room did not take. Throws `ConnectionError`. */
	roomToken(refused?: string): Promise<string | undefined>;
	/** Leaves for Twitch and comes back to the page of that path. Throws `RejectionError` `not_configured`. */
	signIn(returnTo: string): Promise<void>;
	/** Forgets the account here in any case, and has Twitch forget the tokens where it can be reached. */
	signOut(): Promise<void>;
}

/** Reads the viewer's account of this browser. */
export async function openViewerAccount(
	storage: Storage,
	environment: Environment = systemEnvironment
): Promise<ViewerAccount> {
	const config = await loadConfig({ storage: () => localStorage });
	const { clock } = environment;
	const context: TokenContext = {
		config,
		environment,
		appOrigin: location.origin,
		prove: createProver(storage, clock)
	};
	const accounts = new Accounts({
		storage,
		clock,
		refresh: (platform, sealedRefreshToken) => refreshAccessToken(platform, sealedRefreshToken, context),
		runExclusively,
		role: 'viewer'
	});
	const tokens = new RoomTokens({ accounts, context });
	await accounts.load();
	return {
		get identity() {
			return accounts.find('twitch')?.identity;
		},
		async roomToken(refused) {
			try {
				return (await tokens.get('twitch', refused)).accessToken;
			} catch (cause) {
				if (cause instanceof ConnectionError) throw cause;
				// Whoever cannot be known any more has to sign in again, and plays on as a guest until then.
				if (cause instanceof AuthorizationError && accounts.find('twitch')) await accounts.remove('twitch');
				return undefined;
			}
		},
		async signIn(returnTo) {
			const options = { scopes: [], forceVerify: true, role: 'viewer', returnTo } as const;
			location.assign(await beginAuthorization('twitch', options, context, sessionStorage));
		},
		async signOut() {
			const account = accounts.find('twitch');
			await accounts.remove('twitch');
			if (account) await revokeToken('twitch', account.tokens, context).catch(() => false);
		}
	};
}
