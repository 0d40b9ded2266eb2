import type { Clock } from '#lib/transport/clock.ts';

const codeLifeMs = 10 * 60_000;
const accessTokenLifeMs = 30 * 24 * 60 * 60_000;
const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** What a streamer granted to a client. */
export interface Grant {
	readonly clientId: string;
	readonly userId: string;
}

interface Issued extends Grant {
	expiresAt: number;
}

/** The two tokens of one answer. */
export interface IssuedTokens {
	readonly accessToken: string;
	readonly refreshToken: string;
	readonly expiresInSeconds: number;
}

/** Codes and tokens that the emulator gave out; a code works once, a refresh token until its grant is revoked. */
export class Grants {
	readonly #clock: Clock;
	readonly #random: () => number;
	readonly #codes = new Map<string, Issued>();
	readonly #accessTokens = new Map<string, Issued>();
	readonly #refreshTokens = new Map<string, Grant>();

	constructor(clock: Clock, random: () => number) {
		this.#clock = clock;
		this.#random = random;
	}

	issueCode(grant: Grant): string {
		const code = this.#secret();
		this.#codes.set(code, { ...grant, expiresAt: this.#clock.now() + codeLifeMs });
		return code;
	}

	/** Uses up a code, also when it came too late or from another client. */
	takeCode(code: string, clientId: string): Grant | undefined {
		const issued = this.#codes.get(code);
		this.#codes.delete(code);
		return issued?.clientId === clientId && issued.expiresAt > this.#clock.now() ? issued : undefined;
	}

	issueTokens({ clientId, userId }: Grant): IssuedTokens {
		const accessToken = this.#secret();
		const refreshToken = this.#secret();
		this.#accessTokens.set(accessToken, { clientId, userId, expiresAt: this.#clock.now() + accessTokenLifeMs });
		this.#refreshTokens.set(refreshToken, { clientId, userId });
		return { accessToken, refreshToken, expiresInSeconds: accessTokenLifeMs / 1000 - 1 };
	}

	refresh(refreshToken: string, clientId: string): Grant | undefined {
		const grant = this.#refreshTokens.get(refreshToken);
		return grant?.clientId === clientId ? grant : undefined;
	}

	accepts(accessToken: string): boolean {
		return this.find(accessToken) !== undefined;
	}

	/** The grant that a living access token stands for. */
	find(accessToken: string): Grant | undefined {
		const issued = this.#accessTokens.get(accessToken);
		return issued && issued.expiresAt > this.#clock.now() ? issued : undefined;
	}

	/** Makes access tokens expire now and returns how many did. */
	expireAccessTokens(userId?: string): number {
		const live = [...this.#accessTokens.values()].filter(
			(issued) => concerns(issued, userId) && issued.expiresAt > this.#clock.now()
		);
		for (const issued of live) issued.expiresAt = this.#clock.now();
		return live.length;
	}

	/** Makes every token of a user worthless and returns how many grants ended. */
	revoke(userId?: string): number {
		this.expireAccessTokens(userId);
		const revoked = [...this.#refreshTokens].filter(([, grant]) => concerns(grant, userId));
		for (const [token] of revoked) this.#refreshTokens.delete(token);
		return new Set(revoked.map(([, { clientId, userId: owner }]) => `${clientId} ${owner}`)).size;
	}

	clear(): void {
		this.#codes.clear();
		this.#accessTokens.clear();
		this.#refreshTokens.clear();
	}

	#secret(): string {
		return Array.from({ length: 32 }, () => alphabet[Math.floor(this.#random() * alphabet.length)]).join('');
	}
}

function concerns(grant: Grant, userId: string | undefined): boolean {
	return userId === undefined || grant.userId === userId;
}
