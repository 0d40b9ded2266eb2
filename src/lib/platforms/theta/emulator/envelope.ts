/** The first two are numbers that THETA.tv's clients knew; the others are made up, as none was ever recorded. */
export const errorCodes = {
	authorization: 1_000_000,
	accessToken: 1_010_001,
	malformed: 1_000_400,
	forbidden: 1_000_403,
	notFound: 1_000_404
} as const;

const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };

/** Wraps a body as THETA.tv does. */
export function success(body: unknown): Response {
	return new Response(JSON.stringify({ status: 'SUCCESS', body }), { headers });
}

/** Refuses as THETA.tv does; what HTTP status it used is not known. */
export function failure(code: number, message: string, status = 400): Response {
	const body = { error_code: code, error_message: message };
	return new Response(JSON.stringify({ status: 'ERROR', body }), { status, headers });
}
