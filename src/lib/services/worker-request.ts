import { AuthorizationError, ConnectionError, ProtocolError, RejectionError } from '#lib/model/errors.ts';
import type { Environment } from '#lib/transport/environment.ts';
import { requestJson } from '#lib/transport/request.ts';
import * as v from 'valibot';

/** What must happen next, as the Worker classes a failure. */
export type FailureClass = 'retry' | 'reauth' | 'config' | 'bad_request';

/** A stored blob that the Worker cannot read will not become readable: only a new sign-in helps. */
const unreadableTokenCodes: ReadonlySet<string> = new Set(['sealed_token_invalid', 'proof_required']);

const failure = v.object({
	error: v.object({
		class: v.picklist(['retry', 'reauth', 'config', 'bad_request']),
		code: v.string(),
		message: v.string()
	})
});

/** The Worker refused for a reason that trying again does not change. */
export class WorkerRejection extends RejectionError {
	readonly class: 'config' | 'bad_request';
	/** Epoch ms by the Worker's clock. */
	readonly answeredAt: number | undefined;

	constructor(failure: { class: 'config' | 'bad_request'; code: string; message: string }, answeredAt?: number) {
		super(failure.code, failure.message);
		this.class = failure.class;
		this.answeredAt = answeredAt;
	}
}

/**
 * Posts JSON to the Worker and reads its answer by a schema. Throws `AuthorizationError` for class `reauth`,
 * `ConnectionError` for `retry`, `WorkerRejection` for `config` and `bad_request`, `ProtocolError` for another shape.
 */
export async function postToWorker<Schema extends v.GenericSchema>(
	environment: Environment,
	url: string,
	request: { readonly body: unknown; readonly headers?: Readonly<Record<string, string>> },
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	const { status, body, answeredAt } = await requestWorker(environment, url, request);
	if (status !== 200) throw toError(body, answeredAt);
	const answer = v.safeParse(schema, body);
	if (!answer.success) throw new ProtocolError('malformed_answer', 'The Worker answered in an unknown shape.');
	return answer.output;
}

function requestWorker(
	environment: Environment,
	url: string,
	request: { readonly body: unknown; readonly headers?: Readonly<Record<string, string>> }
) {
	const headers = { 'content-type': 'application/json', ...request.headers };
	return requestJson(
		environment,
		url,
		{ method: 'POST', headers, body: JSON.stringify(request.body) },
		{ timeoutMs: 20_000, readServerErrors: true }
	);
}

function toError(body: unknown, answeredAt: number | undefined): Error {
	const answer = v.safeParse(failure, body);
	if (!answer.success) return new ProtocolError('malformed_answer', 'The Worker refused in an unknown shape.');
	const { class: failureClass, code, message } = answer.output.error;
	if (code === 'token_rejected') return new AuthorizationError('token_rejected', message);
	if (failureClass === 'reauth' || unreadableTokenCodes.has(code))
		return new AuthorizationError('token_revoked', message);
	if (failureClass === 'retry') return new ConnectionError('server_trouble', message);
	return new WorkerRejection({ class: failureClass, code, message }, answeredAt);
}
