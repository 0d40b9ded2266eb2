/** PubNub's media type, its errors included. */
const headers = {
	'Content-Type': 'text/javascript; charset="UTF-8"',
	'Access-Control-Allow-Origin': '*',
	'Cache-Control': 'no-cache'
};

/** Answers as PubNub does, whatever the status. */
export function answer(body: unknown, status = 200): Response {
	return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
}

/** The answer of the access manager to a key or client without permission. */
export function forbidden(channels: readonly string[]): Response {
	const payload = { channels };
	return answer({ message: 'Forbidden', payload, error: true, service: 'Access Manager', status: 403 }, 403);
}

/** The answer to a subscribe key that never existed. */
export function invalidSubscribeKey(): Response {
	return answer({ message: 'Invalid Subscribe Key', error: true, service: 'Access Manager', status: 400 }, 400);
}

/** The answer to a path that is no endpoint. */
export function notFound(): Response {
	return answer({ message: 'Not Found', error: true, status: 404 }, 404);
}

/** The answer to a request that misses something. */
export function badRequest(message: string, service = 'Presence'): Response {
	return answer({ message, error: true, service, status: 400 }, 400);
}

/** The answer to any preflight; the SDK deflates what it POSTs, so `Content-Encoding` is asked for. */
export function preflight(): Response {
	return new Response(null, {
		headers: {
			...headers,
			'Access-Control-Allow-Methods': 'GET, POST, DELETE, PATCH, OPTIONS',
			'Access-Control-Allow-Headers':
				'Origin, X-Requested-With, Content-Type, Content-Encoding, Accept, Accept-Encoding',
			'Access-Control-Max-Age': '600'
		}
	});
}
