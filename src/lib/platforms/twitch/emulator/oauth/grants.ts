import type { Clock } from '#lib/transport/clock.ts';
import { randomText } from '../random-text.ts';

/** What a person agreed to on the authorize page. */
export interface Consent {
	readonly clientId: string;
	readonly userId: string;
	readonly scopes: readonly string[];
}

/** An authorization code and what it is bound to. */
export interface AuthorizationCode {
	readonly consent: Consent;
	readonly redirectUri: string;
	readonly expiresAt: number;
}

/** A living access token; an app access token has no account. */
export interface AccessToken {
	readonly clientId: string;
	readonly userId?: string;
	readonly scopes: readonly string[];
	readonly expiresAt: number;
}

/** An access token and what belongs to its answer. */
export interface IssuedToken {
	readonly accessToken: string;
	readonly expiresInSeconds: number;
}

/** A grant's tokens. */
export interface IssuedGrant extends IssuedToken {
	readonly refreshToken: string;
	readonly scopes: readonly string[];
}

interface Grant {
	readonly consent: Consent;
	/** Oldest first. */
	readonly accessTokens: string[];
}

const codeLifetimeMs = 10 * 60_000;
const accessTokensPerGrant = 50;
const refreshAlphabet = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Refresh tokens may hold these, so that a client which does not URL-encode them fails. */
const reservedCharacters = '%/+=';

/** Every code, token and consent. @see https://dev.twitch.tv/docs/authentication/getting-tokens-oauth */
export class Grants {
	readonly #clock: Clock;
	readonly #random: () => number;
	readonly #codes = new Map<string, AuthorizationCode>();
	readonly #accessTokens = new Map<string, AccessToken>();
	readonly #refreshTokens = new Map<string, Grant>();
	#consents: readonly Consent[] = [];

	constructor(clock: Clock, random: () => number) {
		this.#clock = clock;
		this.#random = random;
	}

	/** Notes the consent and makes its code. */
	authorize(consent: Consent, redirectUri: string): string {
		const others = this.#consents.filter((other) => !isSameParty(other, consent));
		const earlier = this.#consents.find((other) => isSameParty(other, consent))?.scopes ?? [];
		this.#consents = [...others, { ...consent, scopes: [...new Set([...earlier, ...consent.scopes])] }];
		const code = randomText(this.#random, 30);
		this.#codes.set(code, { consent, redirectUri, expiresAt: this.#clock.now() + codeLifetimeMs });
		return code;
	}

	/** The accounts that have agreed to all of these scopes before. */
	consentedUserIds(clientId: string, scopes: readonly string[]): readonly string[] {
		return this.#consents
			.filter((consent) => consent.clientId === clientId && scopes.every((scope) => consent.scopes.includes(scope)))
			.map((consent) => consent.userId);
	}

	findCode(code: string): AuthorizationCode | undefined {
		const found = this.#codes.get(code);
		return found && found.expiresAt > this.#clock.now() ? found : undefined;
	}

	/** Uses up a code that `findCode` has found. */
	redeem(code: string, { consent }: AuthorizationCode): IssuedGrant {
		this.#codes.delete(code);
		return this.#issue({ consent, accessTokens: [] });
	}

	/** New tokens for a refresh token, which stays valid: a Confidential client may repeat a lost refresh. */
	refresh(refreshToken: string, clientId: string): IssuedGrant | undefined {
		const grant = this.#refreshTokens.get(refreshToken);
		return grant?.consent.clientId === clientId ? this.#issue(grant) : undefined;
	}

	issueAppToken(clientId: string): IssuedToken {
		const expiresInSeconds = 4_900_000 + Math.floor(this.#random() * 200_000);
		return this.#issueAccessToken({ clientId, scopes: [] }, expiresInSeconds);
	}

	/** The token, if it is alive. */
	findAccessToken(token: string): AccessToken | undefined {
		const found = this.#accessTokens.get(token);
		return found && found.expiresAt > this.#clock.now() ? found : undefined;
	}

	/** Ends one access token; its refresh token lives on. */
	revokeAccessToken(token: string): void {
		this.#accessTokens.delete(token);
	}

	/** Ends access tokens as if their time were up: of one account, or all of them. */
	expireAccessTokens(userId?: string): number {
		return this.#deleteWhere(this.#accessTokens, (token) => userId === undefined || token.userId === userId);
	}

	/** Ends access and refresh tokens, codes and remembered consents, as when the app is disconnected. */
	revokeGrants(userId?: string): number {
		const isMeant = (owner: string | undefined) => owner !== undefined && (userId === undefined || owner === userId);
		this.#consents = this.#consents.filter((consent) => !isMeant(consent.userId));
		this.#deleteWhere(this.#codes, (code) => isMeant(code.consent.userId));
		const grants = new Set([...this.#refreshTokens.values()].filter((grant) => isMeant(grant.consent.userId)));
		this.#deleteWhere(this.#accessTokens, (token) => isMeant(token.userId));
		this.#deleteWhere(this.#refreshTokens, (grant) => grants.has(grant));
		return grants.size;
	}

	clear(): void {
		this.#codes.clear();
		this.#accessTokens.clear();
		this.#refreshTokens.clear();
		this.#consents = [];
	}

	#issue(grant: Grant): IssuedGrant {
		const expiresInSeconds = 13_500 + Math.floor(this.#random() * 2_000);
		const issued = this.#issueAccessToken(grant.consent, expiresInSeconds);
		grant.accessTokens.push(issued.accessToken);
		if (grant.accessTokens.length > accessTokensPerGrant) this.#accessTokens.delete(grant.accessTokens.shift() ?? '');
		const refreshToken = randomText(this.#random, 46, refreshAlphabet) + reservedCharacters;
		this.#refreshTokens.set(refreshToken, grant);
		return { ...issued, refreshToken, scopes: grant.consent.scopes };
	}

	#issueAccessToken(owner: Omit<AccessToken, 'expiresAt'>, expiresInSeconds: number): IssuedToken {
		const accessToken = randomText(this.#random, 30);
		this.#accessTokens.set(accessToken, { ...owner, expiresAt: this.#clock.now() + expiresInSeconds * 1000 });
		return { accessToken, expiresInSeconds };
	}

	#deleteWhere<Value>(map: Map<string, Value>, isMeant: (value: Value) => boolean): number {
		const keys = [...map].filter(([, value]) => isMeant(value)).map(([key]) => key);
		for (const key of keys) map.delete(key);
		return keys.length;
	}
}

function isSameParty(one: Consent, other: Consent): boolean {
	return one.clientId === other.clientId && one.userId === other.userId;
}
