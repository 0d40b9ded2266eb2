import { jsonAnswer } from '../http.ts';
import type { OpenRoute } from '../router.ts';

const anyOrigin = { 'Access-Control-Allow-Origin': '*' };

/**
 * Answers JSON that any site may read: no cookie and no other ambient right ever comes with a request.
 * The originals parse the body of every status, so even an error is small JSON.
 */
export function openAnswer(body: unknown, status = 200): Response {
	return jsonAnswer(body, anyOrigin, status);
}

/** Answers that there is nothing to say yet. */
export function emptyAnswer(): Response {
	return new Response(null, { status: 204, headers: { ...anyOrigin, 'Cache-Control': 'no-store' } });
}

/** Mixer's own addresses, which games in browsers call from wherever they are served. */
export const openToAll: OpenRoute = {
	preflight: (method) =>
		new Response(null, {
			status: 204,
			headers: {
				...anyOrigin,
				'Access-Control-Allow-Methods': method,
				'Access-Control-Allow-Headers': 'Authorization, Client-Id, Content-Type',
				'Access-Control-Max-Age': '86400'
			}
		}),
	failure: ({ status, code, message, headers }) =>
		jsonAnswer({ statusCode: status, error: code, message }, { ...anyOrigin, ...headers }, status)
};
