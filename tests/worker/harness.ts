import { createWorker, type Env, type WorkerPorts } from './worker-parts.ts';

export const appOrigin = 'https://tributary.test';

export const sealKey = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';
export const otherSealKey = 'HyAhIiMkJSYnKCkqKywtLi8wMTIzNDU2Nzg5Ojs8PT4';

export const env: Env = {
	SEAL_KEY: sealKey,
	TWITCH_CLIENT_ID: 'twitch-client',
	TWITCH_CLIENT_SECRET: 'twitch-secret',
	THETA_CLIENT_ID: 'theta-client',
	THETA_CLIENT_SECRET: 'theta-secret'
};

export const twitchGrant = {
	access_token: 'twitch-access',
	refresh_token: 'twitch-refresh',
	expires_in: 14124,
	scope: ['chat:edit', 'chat:read'],
	token_type: 'bearer'
};

export const thetaGrant = {
	client_id: 'theta-client',
	user_id: 'usr0123456789abcdef',
	authorization_code: 'theta-code',
	access_token: 'theta-access',
	refresh_token: 'theta-refresh',
	expires_in: 2591999,
	revoked: false
};

/** The shape of every answer of the API, whichever keys it has. */
export interface Answer {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	readonly body: Record<string, unknown>;
	readonly error: { readonly class: string; readonly code: string; readonly message: string } | undefined;
}

/** A request as the platform received it. */
export interface Received {
	readonly url: URL;
	readonly method: string;
	readonly headers: Headers;
	readonly text: string;
	readonly form: URLSearchParams;
	readonly redirect: string;
}

export type Platform = (request: Received) => Response | Promise<Response>;

/** Keeps nothing, so that no test sees another's answers. */
const noEdgeCache: WorkerPorts['cache'] = { match: async () => undefined, put: async () => undefined };

export const refusing: Platform = () => {
	throw new Error('No request was expected.');
};

/** A Worker in front of a platform that the test plays. */
export function startWorker(
	platform: Platform = refusing,
	overrides: Partial<WorkerPorts> = {},
	environment: Env = env
) {
	const received: Received[] = [];
	const log: string[] = [];
	const worker = createWorker({
		log: (line) => log.push(line),
		cache: noEdgeCache,
		send: async (url, init) => {
			const request = await receive(url, init);
			received.push(request);
			return platform(request);
		},
		...overrides
	});

	async function request(path: string, init: RequestInit = {}): Promise<Answer> {
		return readAnswer(await worker.fetch(new Request(`${appOrigin}${path}`, init), environment));
	}

	function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
		return request(path, { method: 'POST', body: JSON.stringify(body), headers: { ...pageHeaders, ...headers } });
	}

	return { worker, received, log, request, post };
}

/** What a browser adds to a request of our own page. */
export const pageHeaders = {
	Origin: appOrigin,
	'Content-Type': 'application/json',
	'Sec-Fetch-Site': 'same-origin'
};

/** Reads a request on the platform's side. */
export async function receive(input: string, init: RequestInit): Promise<Received> {
	const request = new Request(input, init);
	// `text()` warns of every type that is not text, and a form is none.
	const text = new TextDecoder().decode(await request.arrayBuffer());
	const { method, headers, redirect } = request;
	return { url: new URL(request.url), method, headers, text, form: new URLSearchParams(text), redirect };
}

async function readAnswer(response: Response): Promise<Answer> {
	const text = await response.text();
	const body = JSON.parse(text) as Record<string, unknown>;
	return {
		status: response.status,
		headers: response.headers,
		text,
		body,
		error: body['error'] as Answer['error']
	};
}

export function thetaSuccess(body: unknown, status = 200): Response {
	return Response.json({ status: 'SUCCESS', body }, { status });
}

export function thetaError(body: unknown, status = 200): Response {
	return Response.json({ status: 'ERROR', body }, { status });
}

/** A refresh token as the Worker seals it after a token request. */
export async function obtainSeal(
	platformId: 'twitch' | 'theta' = 'twitch',
	environment: Env = env,
	headers: Record<string, string> = {}
): Promise<string> {
	const platform: Platform = () => (platformId === 'twitch' ? Response.json(twitchGrant) : thetaSuccess(thetaGrant));
	const { post } = startWorker(platform, {}, environment);
	const { body } = await post(`/api/oauth/${platformId}/token`, { code: 'a-code' }, headers);
	return String(body['sealedRefreshToken']);
}
