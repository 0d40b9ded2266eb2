import type { Fault } from './faults.ts';

const hugeBytes = 10 * 1024 * 1024;
const reasons: Readonly<Record<number, string>> = {
	400: 'Bad Request',
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'Not Found',
	429: 'Too Many Requests',
	500: 'Internal Server Error',
	502: 'Bad Gateway',
	503: 'Service Unavailable'
};

/** Builds the wrong answer that a fault asks for, in the shape of the platform whose path it is. */
export function answerFault(fault: Fault, path: string, now: number): Response {
	switch (fault.kind) {
		case 'html':
			return respond(200, '<!doctype html><title>Please sign in</title><p>A page in the way.</p>', 'text/html');
		case 'malformed':
			return respond(200, '{"data":[{"id":', 'application/json');
		case 'huge':
			return respond(200, `{"data":"${'x'.repeat(hugeBytes)}"}`, 'application/json');
		default:
			return answerStatus(fault.status ?? 500, path, now);
	}
}

function answerStatus(status: number, path: string, now: number): Response {
	const reason = reasons[status] ?? 'Error';
	if (path.startsWith('twitch/helix')) return helixError(status, reason, now);
	if (path.startsWith('twitch/')) return json(status, { status, message: twitchMessage(status, path, reason) });
	if (path.startsWith('theta/')) return json(status, thetaError(reason));
	if (path.startsWith('pubnub/')) return pubNubError(status, reason);
	return json(status, { error: reason });
}

function twitchMessage(status: number, path: string, reason: string): string {
	if (path.startsWith('twitch/oauth2/validate') && status === 401) return 'invalid access token';
	return reason.toLowerCase();
}

function helixError(status: number, error: string, now: number): Response {
	const message = status === 401 ? 'Invalid OAuth token' : error;
	const headers = {
		'ratelimit-limit': '800',
		'ratelimit-remaining': status === 429 ? '0' : '799',
		'ratelimit-reset': String(Math.ceil(now / 1000) + 1)
	};
	return json(status, { error, status, message }, headers);
}

function thetaError(error_message: string): unknown {
	return { status: 'ERROR', body: { error_code: 1000000, error_message } };
}

function pubNubError(status: number, message: string): Response {
	const body = { message, error: true, service: 'Access Manager', status };
	return respond(status, JSON.stringify(body), 'text/javascript; charset="UTF-8"');
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
	return respond(status, JSON.stringify(body), 'application/json', headers);
}

function respond(status: number, body: string, type: string, headers: Record<string, string> = {}): Response {
	return new Response(body, {
		status,
		headers: { ...headers, 'content-type': type, 'access-control-allow-origin': '*' }
	});
}
