import { AuthorizationError, ConnectionError, ProtocolError, RejectionError } from '#lib/model/errors.ts';
import type { Environment } from './environment.ts';

const defaultTimeoutMs = 10_000;
const defaultMaxBytes = 1024 * 1024;

/** Limits of one request, and whether a 5xx is an answer to read rather than trouble. */
export interface RequestLimits {
	readonly timeoutMs?: number;
	readonly maxBytes?: number;
	readonly readServerErrors?: boolean;
}

/** A JSON answer with the status it came with. */
export interface JsonAnswer {
	readonly status: number;
	/** `undefined` for an empty body, such as that of a 204. */
	readonly body: unknown;
	/** Epoch ms by the server's clock, where its `Date` header may be read. */
	readonly answeredAt?: number;
}

/**
 * Sends a request and reads its JSON, whatever the status below 500 but 429; nothing of the URL enters an error.
 * Throws `ConnectionError` for network, time-out, 429 and 5xx, `ProtocolError` for what is no JSON or too large.
 */
export async function requestJson(
	environment: Environment,
	url: string,
	init: RequestInit = {},
	limits: RequestLimits = {}
): Promise<JsonAnswer> {
	const abort = new AbortController();
	const timer = environment.clock.setTimeout(() => abort.abort(), limits.timeoutMs ?? defaultTimeoutMs);
	try {
		return await readAnswer(await environment.network.fetch(url, { ...init, signal: abort.signal }), limits);
	} catch (error) {
		if (error instanceof ConnectionError || error instanceof ProtocolError) throw error;
		if (abort.signal.aborted) throw new ConnectionError('timed_out', 'The server did not answer in time.');
		throw new ConnectionError('unreachable', 'The server could not be reached.');
	} finally {
		environment.clock.clearTimeout(timer);
	}
}

async function readAnswer(response: Response, limits: RequestLimits): Promise<JsonAnswer> {
	const { status, headers } = response;
	if (status === 429) throw new ConnectionError('rate_limited', 'Too many requests (429).');
	if (status >= 500 && !limits.readServerErrors)
		throw new ConnectionError('server_trouble', `The server failed (${status}).`);
	const body = parseJson(await readText(response, limits.maxBytes ?? defaultMaxBytes));
	const answeredAt = Date.parse(headers.get('date') ?? '');
	return { status, body, ...(!Number.isNaN(answeredAt) && { answeredAt }) };
}

/** Throws the error that a status below 500 stands for; `reason` is the platform's own sentence. */
export function assertSuccess(status: number, reason: string): void {
	if (status >= 200 && status < 300) return;
	if (status === 401) throw new AuthorizationError('token_rejected', reason);
	throw new RejectionError(`status_${status}`, reason);
}

async function readText(response: Response, maxBytes: number): Promise<string> {
	const reader = response.body?.getReader();
	if (!reader) return '';
	const decoder = new TextDecoder();
	let text = '';
	let bytes = 0;
	for (let part = await reader.read(); !part.done; part = await reader.read()) {
		bytes += part.value.byteLength;
		if (bytes > maxBytes) {
			await reader.cancel();
			throw new ProtocolError('too_large', `The answer was larger than ${maxBytes} bytes.`);
		}
		text += decoder.decode(part.value, { stream: true });
	}
	return text + decoder.decode();
}

function parseJson(text: string): unknown {
	if (text === '') return undefined;
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new ProtocolError('malformed_answer', 'The answer was not JSON.', { cause });
	}
}
