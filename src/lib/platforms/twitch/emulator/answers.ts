/** A JSON answer. */
export function jsonAnswer(
	body: unknown,
	options: { status?: number; headers?: Record<string, string> } = {}
): Response {
	return new Response(JSON.stringify(body), {
		status: options.status ?? 200,
		headers: { 'content-type': 'application/json; charset=utf-8', ...options.headers }
	});
}

/** An error of `id.twitch.tv`: a status and a message, at times with the status's name. */
export function oauthError(status: number, message: string, options: { withReason?: boolean } = {}): Response {
	const reason = options.withReason ? { error: reasonOf(status) } : {};
	return jsonAnswer({ ...reason, status, message }, { status, headers: anyOrigin });
}

/** An error of Helix. @see https://dev.twitch.tv/docs/api/guide/#twitch-api-error-codes */
export function helixError(status: number, message: string): Response {
	return jsonAnswer({ error: reasonOf(status), status, message }, { status });
}

/** Lets a page of any origin read the answer. */
export const anyOrigin = { 'access-control-allow-origin': '*' } as const;

const reasons: Readonly<Record<number, string>> = {
	400: 'Bad Request',
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'Not Found',
	409: 'Conflict',
	422: 'Unprocessable Entity',
	425: 'Too Early',
	429: 'Too Many Requests'
};

function reasonOf(status: number): string {
	return reasons[status] ?? 'Error';
}
