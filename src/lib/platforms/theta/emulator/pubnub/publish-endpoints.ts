import { answer } from './answers.ts';
import type { Keyset } from './keyset.ts';
import { decodePart } from './paths.ts';

const mostMessageBytes = 32 * 1024;
const mostSignalBytes = 64;

/** Answers `/publish/{pub}/{sub}/0/{channel}/0[/{json}]`, the message in the path or deflated in the body. */
export async function answerPublish(
	keyset: Keyset,
	parts: readonly string[],
	request: Request,
	now: () => string
): Promise<Response> {
	const query = new URL(request.url).searchParams;
	const text = request.method === 'POST' ? await readBody(request) : decodePart(parts.slice(2).join('/'));
	if (text === undefined || byteLength(text) > mostMessageBytes) return answer([0, 'Message Too Large', now()], 413);
	const payload = parseJson(text);
	if (payload === undefined) return answer([0, 'Invalid JSON', now()], 400);
	const meta = parseJson(query.get('meta') ?? '');
	const customType = query.get('custom_message_type');
	const timetoken = keyset.publish({
		channel: decodePart(parts[0] ?? ''),
		payload,
		publisher: query.get('uuid') ?? '',
		kind: 'message',
		stored: query.get('store') !== '0',
		...(meta === undefined ? {} : { meta }),
		...(customType === null ? {} : { customType })
	});
	return answer([1, 'Sent', timetoken]);
}

/** Answers `/signal/{pub}/{sub}/0/{channel}/0/{json}`. */
export function answerSignal(
	keyset: Keyset,
	parts: readonly string[],
	query: URLSearchParams,
	now: () => string
): Response {
	const text = decodePart(parts.slice(2).join('/'));
	if (byteLength(text) > mostSignalBytes) return answer([0, 'Signal size too large', now()], 400);
	const payload = parseJson(text);
	if (payload === undefined) return answer([0, 'Invalid JSON', now()], 400);
	const publisher = query.get('uuid') ?? '';
	const channel = decodePart(parts[0] ?? '');
	return answer([1, 'Sent', keyset.publish({ channel, payload, publisher, kind: 'signal', stored: false })]);
}

/** Reads a body, inflated where it is deflated, or `undefined` when there is too much of it. */
async function readBody(request: Request): Promise<string | undefined> {
	const bytes = await readBytes(request.body, mostMessageBytes);
	if (!bytes) return undefined;
	if (request.headers.get('content-encoding') !== 'deflate') return new TextDecoder().decode(bytes);
	try {
		const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
		const inflatedBytes = await readBytes(inflated, mostMessageBytes);
		return inflatedBytes && new TextDecoder().decode(inflatedBytes);
	} catch {
		return new TextDecoder().decode(bytes);
	}
}

async function readBytes(
	stream: ReadableStream<Uint8Array> | null,
	limit: number
): Promise<Uint8Array<ArrayBuffer> | undefined> {
	const parts: Uint8Array<ArrayBuffer>[] = [];
	let length = 0;
	const reader = stream?.getReader();
	for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
		length += part.value.byteLength;
		if (length > limit) {
			await reader?.cancel();
			return undefined;
		}
		parts.push(new Uint8Array(part.value));
	}
	return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function byteLength(text: string): number {
	return new TextEncoder().encode(text).byteLength;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
