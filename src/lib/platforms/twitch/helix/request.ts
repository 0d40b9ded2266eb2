import { cleanText } from '#lib/model/clean-text.ts';
import { AuthorizationError, ConnectionError, RejectionError } from '#lib/model/errors.ts';
import type { PublicConfig } from '#lib/model/public-config.ts';
import { requestJson, type JsonAnswer } from '#lib/transport/request.ts';
import type { Environment } from '#lib/transport/environment.ts';
import * as v from 'valibot';
import type { Credentials } from '#lib/platforms/platform.ts';
import { findBudget } from './point-budget.ts';
import { refuseMalformed } from './refuse-malformed.ts';

/** Helix as the connected account. */
export interface Helix {
	readonly credentials: Credentials;
	readonly config: PublicConfig;
	readonly environment: Environment;
}

/** One call of Helix. */
export interface HelixRequest {
	readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** After `/helix`. */
	readonly path: string;
	/** Where the account is known not to have allowed it, the call is not made. */
	readonly scope?: string;
	/** A list repeats its parameter. */
	readonly query?: Readonly<Record<string, string | readonly string[]>>;
	readonly body?: unknown;
}

const errorAnswer = v.object({ message: v.optional(v.string(), '') });
const missingScope = /^missing scope:?\s*([a-z:_]+)/i;
const longestReason = 300;

/**
 * Calls Helix and returns the body of its answer, `undefined` for one without; a dead token is refreshed once.
 * Throws `AuthorizationError` `scope_missing` with the scope, `RejectionError` with Twitch's own sentence, and
 * `ConnectionError`, with `rate_limited` when nothing was done, else when that is unknown. @see https://dev.twitch.tv/docs/api/guide/#twitch-api-error-codes
 */
export async function requestHelix(helix: Helix, request: HelixRequest): Promise<unknown> {
	refuseMalformed(request);
	const { credentials } = helix;
	const { scope } = request;
	if (scope && credentials.scopes?.includes(scope) === false) throw scopeMissing(scope);
	const accessToken = await credentials.accessToken();
	try {
		return readAnswer(await requestInTurn(helix, request, accessToken));
	} catch (error) {
		if (!(error instanceof AuthorizationError && error.code === 'token_rejected')) throw error;
		const newer = await credentials.accessToken(accessToken);
		return readAnswer(await requestInTurn(helix, request, newer));
	}
}

/**
 * Sends a call when the account has a point left. One that only reads, and so has no limit of its own, tells by a 429
 * that Twitch's bucket is empty, and is repeated once; another one may have been refused for itself, and never is.
 */
async function requestInTurn(helix: Helix, request: HelixRequest, accessToken: string): Promise<JsonAnswer> {
	const budget = findBudget(helix);
	for (let repeated = false; ; repeated = true) {
		await budget.take();
		try {
			const answer = await requestOnce(helix, request, accessToken);
			budget.go();
			return answer;
		} catch (error) {
			if (request.method !== 'GET' || !isRateLimited(error)) throw error;
			budget.rest();
			if (repeated) throw error;
		}
	}
}

function isRateLimited(error: unknown): boolean {
	return error instanceof ConnectionError && error.code === 'rate_limited';
}

function requestOnce(
	{ config, environment }: Helix,
	{ method, path, query = {}, body }: HelixRequest,
	accessToken: string
): Promise<JsonAnswer> {
	const search = new URLSearchParams(listPairs(query)).toString();
	return requestJson(environment, `${config.twitch.apiUrl}${path}${search && '?'}${search}`, {
		method,
		headers: {
			authorization: `Bearer ${accessToken}`,
			'client-id': config.twitch.clientId ?? '',
			...(body !== undefined && { 'content-type': 'application/json' })
		},
		...(body !== undefined && { body: JSON.stringify(body) })
	});
}

function listPairs(query: NonNullable<HelixRequest['query']>): string[][] {
	return Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
}

function readAnswer({ status, body }: JsonAnswer): unknown {
	if (status >= 200 && status < 300) return body;
	const answer = v.safeParse(errorAnswer, body);
	const reason = answer.success ? cleanText(answer.output.message.slice(0, longestReason)).trim() : '';
	if (status === 401) throw toAuthorizationError(reason);
	throw new RejectionError(`status_${status}`, reason || `Twitch refused it (${status}).`);
}

/** Only a refused token calls for a refresh; a 401 may also be about a scope, or about whose channel it is. */
function toAuthorizationError(reason: string): Error {
	if (reason === 'Invalid OAuth token')
		return new AuthorizationError('token_rejected', 'Twitch refused the access token.');
	const named = missingScope.exec(reason)?.[1];
	return named ? scopeMissing(named) : new RejectionError('status_401', reason);
}

function scopeMissing(scope: string): AuthorizationError {
	return new AuthorizationError('scope_missing', `The account has not allowed ${scope}.`, { scope });
}
