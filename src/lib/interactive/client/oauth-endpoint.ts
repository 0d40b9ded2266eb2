import type { Environment } from '#lib/transport/environment.ts';
import { requestJson, type JsonAnswer } from '#lib/transport/request.ts';
import type { OAuthTokens } from './oauth-tokens.ts';
import { UnknownShortCodeError } from './short-code-errors.ts';
import * as v from 'valibot';

/** A game that is registered; one that others can read has no secret. */
export interface OAuthApplication {
	readonly clientId: string;
	readonly clientSecret?: string;
	/** Where the API is, without its path. */
	readonly host?: string;
}

const issuedCode = v.object({ code: v.string(), handle: v.string(), expires_in: v.number() });
const acceptedCode = v.object({ code: v.string() });
const issuedTokens = v.object({ access_token: v.string(), refresh_token: v.string(), expires_in: v.number() });

/** What the server has of a code: nothing yet, an authorization code, or a refusal. */
export type ShortCodeCheck =
	| { readonly type: 'waiting' }
	| { readonly type: 'accepted'; readonly authorizationCode: string }
	| { readonly type: 'denied' }
	| { readonly type: 'expired' };

/** The three requests of a short code's life. @see https://github.com/mixer/developer-docs OAuth, short codes */
export class OAuthEndpoint {
	readonly environment: Environment;
	readonly #application: OAuthApplication;

	constructor(application: OAuthApplication, environment: Environment) {
		this.environment = environment;
		this.#application = application;
	}

	/** Asks for a code to show. Throws `UnknownShortCodeError`. */
	async requestCode(scopes: readonly string[]): Promise<v.InferOutput<typeof issuedCode>> {
		return read(issuedCode, await this.#post('shortcode', { scope: scopes.join(' ') }));
	}

	/** Looks once what became of a code. Throws `UnknownShortCodeError`. */
	async checkCode(handle: string): Promise<ShortCodeCheck> {
		const answer = await requestJson(this.environment, this.#url(`shortcode/check/${encodeURIComponent(handle)}`));
		if (answer.status === 204) return { type: 'waiting' };
		if (answer.status === 403) return { type: 'denied' };
		if (answer.status === 404) return { type: 'expired' };
		return { type: 'accepted', authorizationCode: read(acceptedCode, answer).code };
	}

	/** Exchanges an authorization code or a refresh token. Throws `UnknownShortCodeError`. */
	async requestTokens(grant: Readonly<Record<string, string>>): Promise<OAuthTokens> {
		const answer = await this.#post('token', grant);
		const { access_token, refresh_token, expires_in } = read(issuedTokens, answer);
		const expiresAt = this.environment.clock.now() + expires_in * 1000;
		return { access: access_token, refresh: refresh_token, expiresAt };
	}

	async #post(path: string, fields: Readonly<Record<string, string>>): Promise<JsonAnswer> {
		const { clientId, clientSecret } = this.#application;
		const body = JSON.stringify({ client_id: clientId, client_secret: clientSecret, ...fields });
		const headers = { 'Content-Type': 'application/json' };
		return await requestJson(this.environment, this.#url(path), { method: 'POST', headers, body });
	}

	#url(path: string): string {
		return new URL(`/api/v1/oauth/${path}`, this.#application.host ?? 'https://mixer.com').href;
	}
}

function read<Schema extends v.GenericSchema>(schema: Schema, { status, body }: JsonAnswer): v.InferOutput<Schema> {
	const parsed = v.safeParse(schema, body);
	if (status !== 200 || !parsed.success) throw new UnknownShortCodeError(status);
	return parsed.output;
}
