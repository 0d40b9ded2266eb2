import { AuthorizationError } from '#lib/model/errors.ts';
import { systemEnvironment, type Environment } from '#lib/transport/environment.ts';
import { OAuthEndpoint, type OAuthApplication } from './oauth-endpoint.ts';
import { OAuthShortCode } from './oauth-short-code.ts';
import type { OAuthTokens } from './oauth-tokens.ts';
import { UnknownShortCodeError } from './short-code-errors.ts';

/** A game, and what it asks to be allowed. */
export interface OAuthClientOptions extends OAuthApplication {
	readonly scopes?: readonly string[];
}

/** Gets a game its tokens, with a code that the streamer enters on another page. @see https://github.com/mixer/developer-docs OAuth, short codes */
export class OAuthClient {
	readonly #endpoint: OAuthEndpoint;
	readonly #scopes: readonly string[];
	/** A refresh token is good for one use: whoever asks meanwhile gets the same answer. */
	readonly #refreshing = new Map<string, Promise<OAuthTokens>>();

	constructor(options: OAuthClientOptions, environment: Environment = systemEnvironment) {
		this.#endpoint = new OAuthEndpoint(options, environment);
		this.#scopes = options.scopes ?? ['interactive:robot:self'];
	}

	/** A new code to show. Throws `UnknownShortCodeError`. */
	async getCode(): Promise<OAuthShortCode> {
		const { code, handle, expires_in } = await this.#endpoint.requestCode(this.#scopes);
		const expiresAt = this.#endpoint.environment.clock.now() + expires_in * 1000;
		return new OAuthShortCode({ code, handle, expiresAt }, this.#endpoint);
	}

	/** New tokens for old ones, which are of no use afterwards. Throws `AuthorizationError` when it takes a new code. */
	async refresh({ refresh }: Pick<OAuthTokens, 'refresh'>): Promise<OAuthTokens> {
		const running = this.#refreshing.get(refresh) ?? this.#requestRefresh(refresh);
		this.#refreshing.set(refresh, running);
		try {
			return await running;
		} finally {
			this.#refreshing.delete(refresh);
		}
	}

	async #requestRefresh(refresh: string): Promise<OAuthTokens> {
		try {
			return await this.#endpoint.requestTokens({ grant_type: 'refresh_token', refresh_token: refresh });
		} catch (cause) {
			if (!(cause instanceof UnknownShortCodeError) || ![400, 401].includes(cause.status)) throw cause;
			throw new AuthorizationError('token_revoked', 'The game has to be let in anew.', { cause });
		}
	}
}
