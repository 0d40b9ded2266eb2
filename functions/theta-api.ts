import type { Env } from './env.ts';
import { readEndpoint, type Endpoint } from './endpoint.ts';
import { Failure } from './failure.ts';
import { isObject, type JsonObject, type UpstreamAnswer } from './upstream.ts';

/** Known to mean "not authorized"; the service never published a list. */
const authorizationErrors: readonly unknown[] = [1_000_000, 1_010_001];

/** What THETA.tv's envelope holds, whatever the HTTP status says. */
export type ThetaResult =
	{ readonly type: 'success'; readonly body: JsonObject } | { readonly type: 'error'; readonly error: ThetaError };

/** What can be told of a THETA.tv error: its texts are undocumented, so they are only searched, never passed on. */
export interface ThetaError {
	readonly unauthorized: boolean;
	readonly text: string;
}

/** The address of the API, which only the Worker calls. */
export function readThetaEndpoint(env: Env): Endpoint {
	return readEndpoint(env.THETA_API_URL || 'https://api.theta.tv/v1');
}

/** A user or channel ID, safe in a path and in a PubNub channel name. */
export function isThetaId(value: unknown): value is string {
	return typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value);
}

/** Opens `{status, body}`; throws a `Failure` when the answer is no such envelope. */
export function openThetaEnvelope({ body: envelope }: UpstreamAnswer): ThetaResult {
	const body = envelope?.['body'];
	if (envelope?.['status'] === 'SUCCESS' && isObject(body)) return { type: 'success', body };
	if (envelope?.['status'] !== 'ERROR') throw new Failure('upstream_malformed');
	return { type: 'error', error: readError(isObject(body) ? body : {}) };
}

function readError(body: JsonObject): ThetaError {
	const texts = ['error', 'error_message', 'error_description', 'message', 'errors'].map((key) => body[key]);
	return {
		unauthorized: authorizationErrors.includes(body['error_code']),
		text: JSON.stringify(texts).toLowerCase()
	};
}
