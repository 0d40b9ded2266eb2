import type { Grant } from './grants.ts';

const marginMs = 5 * 60_000;
/** An answer that never comes, because the request that asked was given up, holds nobody back for longer than this. */
const maxFlightMs = 15_000;

interface CachedToken {
	readonly accessToken: string;
	/** Epoch ms. */
	readonly freshUntil: number;
}

interface Flight {
	readonly token: Promise<CachedToken>;
	readonly startedAt: number;
}

/** Keeps one app access token in the Worker's memory until shortly before it expires; it never leaves the Worker. */
export class AppAccessToken {
	readonly #request: () => Promise<Grant>;
	readonly #now: () => number;
	#cached: CachedToken | undefined;
	#flight: Flight | undefined;

	constructor(request: () => Promise<Grant>, now: () => number) {
		this.#request = request;
		this.#now = now;
	}

	/** Requests a token once, however many ask at the same time; a failure is not remembered. */
	async get(): Promise<string> {
		if (this.#cached && this.#now() < this.#cached.freshUntil) return this.#cached.accessToken;
		const flight = this.#joinFlight();
		try {
			this.#cached = await flight.token;
			return this.#cached.accessToken;
		} finally {
			if (this.#flight === flight) this.#flight = undefined;
		}
	}

	/** Forgets a token that the platform refused, so that the next `get` requests another. */
	reject(accessToken: string): void {
		if (this.#cached?.accessToken === accessToken) this.#cached = undefined;
	}

	#joinFlight(): Flight {
		const now = this.#now();
		if (this.#flight && now - this.#flight.startedAt < maxFlightMs) return this.#flight;
		return (this.#flight = { token: this.#fly(), startedAt: now });
	}

	async #fly(): Promise<CachedToken> {
		const { accessToken, expiresInSeconds = 0 } = await this.#request();
		return { accessToken, freshUntil: this.#now() + expiresInSeconds * 1000 - marginMs };
	}
}
