import { Failure } from './failure.ts';
import { parseJson, readBytes } from './http.ts';

const defaultMaxBytes = 64 * 1024;

/** Sends a request to a platform; `fetch` is one. */
export type SendUpstream = (url: string, init: RequestInit) => Promise<Response>;

/** A JSON object of unknown content. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What a platform said with a status below 500 that is no redirect. */
export interface UpstreamAnswer {
	readonly status: number;
	/** `undefined` for an empty body. */
	readonly body: JsonObject | undefined;
}

/** One request's way to the platforms: bounded in time and size, following no redirect, quoting nothing in errors. */
export class Upstream {
	readonly #send: SendUpstream;
	readonly #timeoutMs: number;
	#status: number | undefined;

	constructor(send: SendUpstream, timeoutMs: number) {
		this.#send = send;
		this.#timeoutMs = timeoutMs;
	}

	/** The HTTP status of the newest answer, for the log. */
	get status(): number | undefined {
		return this.#status;
	}

	/** Throws a `Failure` of class `retry` for everything that is not a JSON object or an empty body. */
	async requestJson(url: string, init: RequestInit, { maxBytes = defaultMaxBytes } = {}): Promise<UpstreamAnswer> {
		const abort = new AbortController();
		let timer: ReturnType<typeof setTimeout> | null = null;
		const deadline = new Promise<never>((_, reject) => {
			timer = setTimeout(() => {
				reject(new Failure('upstream_timeout'));
				abort.abort();
			}, this.#timeoutMs);
		});
		try {
			return await Promise.race([this.#request(url, { ...init, signal: abort.signal }, maxBytes), deadline]);
		} catch (error) {
			// A fetch error may quote the URL, and THETA.tv takes secrets in it: the error goes no further.
			throw error instanceof Failure ? error : new Failure('upstream_unreachable');
		} finally {
			if (timer !== null) clearTimeout(timer);
		}
	}

	async #request(url: string, init: RequestInit, maxBytes: number): Promise<UpstreamAnswer> {
		const response = await this.#send(url, { ...init, redirect: 'manual' });
		const { status } = response;
		this.#status = status;
		if (status === 429) throw new Failure('rate_limited');
		if (status >= 500) throw new Failure('upstream_trouble');
		if (status >= 300 && status < 400) throw new Failure('upstream_malformed');
		return { status, body: parseObject(await readBytes(response.body, maxBytes)) };
	}
}

/** Narrows to an object that is no array. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseObject(bytes: ArrayBuffer | undefined): JsonObject | undefined {
	if (bytes?.byteLength === 0) return undefined;
	const value = bytes && parseJson(bytes);
	if (!isObject(value)) throw new Failure('upstream_malformed');
	return value;
}
