import type { Failure } from './failure.ts';

const fixedHeaders = {
	'Cache-Control': 'no-store',
	'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
	'Cross-Origin-Resource-Policy': 'same-origin',
	'X-Content-Type-Options': 'nosniff'
};

/** Answers JSON that only our own pages may read and nobody stores, unless `headers` says otherwise. */
export function jsonAnswer(body: unknown, headers: Readonly<Record<string, string>> = {}, status = 200): Response {
	return Response.json(body, { status, headers: { ...fixedHeaders, ...headers } });
}

/** Answers a failure in the one shape that every route shares. */
export function failureAnswer({ failureClass, code, message, headers, status }: Failure): Response {
	return jsonAnswer({ error: { class: failureClass, code, message } }, headers, status);
}

/** Reads up to a limit, counting while it reads; `undefined` when there is more. */
export async function readBytes(body: ReadableStream | null, maxBytes: number): Promise<ArrayBuffer | undefined> {
	if (!body) return new ArrayBuffer();
	const reader = body.getReader() as ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
	const parts: Uint8Array<ArrayBuffer>[] = [];
	let byteLength = 0;
	for (let part = await reader.read(); !part.done; part = await reader.read()) {
		byteLength += part.value.byteLength;
		if (byteLength > maxBytes) {
			await reader.cancel();
			return undefined;
		}
		parts.push(part.value);
	}
	return new Blob(parts).arrayBuffer();
}

/** Parses UTF-8 JSON; `undefined` for everything that is none. */
export function parseJson(bytes: ArrayBuffer): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes));
	} catch {
		return undefined;
	}
}
