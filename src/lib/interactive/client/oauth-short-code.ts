import { ConnectionError } from '#lib/model/errors.ts';
import type { Clock } from '#lib/transport/clock.ts';
import type { OAuthEndpoint, ShortCodeCheck } from './oauth-endpoint.ts';
import type { OAuthTokens } from './oauth-tokens.ts';
import { ShortCodeAccessDeniedError, ShortCodeTimeoutError } from './short-code-errors.ts';

const pollMs = 2_000;

/** A code that the streamer enters to let the game in. @see https://github.com/mixer/developer-docs OAuth, short codes */
export class OAuthShortCode {
	/** Six characters to show. */
	readonly code: string;
	readonly expiresAt: number;
	readonly #handle: string;
	readonly #endpoint: OAuthEndpoint;

	constructor(issued: { code: string; handle: string; expiresAt: number }, endpoint: OAuthEndpoint) {
		this.code = issued.code;
		this.expiresAt = issued.expiresAt;
		this.#handle = issued.handle;
		this.#endpoint = endpoint;
	}

	/** Waits for the streamer. Throws a `ShortCodeError`, or the reason of the signal when it gives up. */
	async accepted(signal: AbortSignal = new AbortController().signal): Promise<OAuthTokens> {
		const { clock } = this.#endpoint.environment;
		for (;;) {
			await wait(clock, pollMs, signal);
			const check = await this.#check();
			if (check.type === 'accepted')
				return await this.#endpoint.requestTokens({
					grant_type: 'authorization_code',
					code: check.authorizationCode
				});
			if (check.type === 'denied') throw new ShortCodeAccessDeniedError();
			if (check.type === 'expired' || clock.now() >= this.expiresAt) throw new ShortCodeTimeoutError();
		}
	}

	/** A server in trouble is asked again, for as long as the code is good. */
	async #check(): Promise<ShortCodeCheck> {
		try {
			return await this.#endpoint.checkCode(this.#handle);
		} catch (cause) {
			if (cause instanceof ConnectionError) return { type: 'waiting' };
			throw cause;
		}
	}
}

async function wait(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
	signal.throwIfAborted();
	await new Promise<void>((resolve, reject) => {
		const giveUp = () => {
			clock.clearTimeout(timer);
			reject(signal.reason);
		};
		const timer = clock.setTimeout(() => {
			signal.removeEventListener('abort', giveUp);
			resolve();
		}, delayMs);
		signal.addEventListener('abort', giveUp, { once: true });
	});
}
