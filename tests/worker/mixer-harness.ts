import { env as bindings } from 'cloudflare:workers';
import { appOrigin, env, pageHeaders, startWorker, type Platform } from './harness.ts';
import type { Env, RandomBytes, WorkerPorts } from './worker-parts.ts';

/** Whose access tokens the platform knows, by token. */
const owners: Readonly<Record<string, { readonly id: string; readonly login: string; readonly name: string }>> = {
	'tidal-access': { id: '12826', login: 'tidalkit', name: 'TidalKit' },
	'fox-access': { id: '200002', login: 'palefox', name: 'PaleFox' }
};

/** A Twitch that knows two accounts, of which the first is live. */
export const twitch: Platform = ({ url, headers }) => {
	const token = headers.get('Authorization')?.split(' ')[1] ?? '';
	const owner = Object.hasOwn(owners, token) ? owners[token] : undefined;
	switch (url.pathname) {
		case '/oauth2/token':
			return Response.json({ access_token: 'app', expires_in: 5_011_271, token_type: 'bearer' });
		case '/oauth2/validate':
			if (token === 'foreign-access')
				return Response.json({ client_id: 'another', login: 'palefox', user_id: '200002', expires_in: 9 });
			return owner
				? Response.json({ client_id: 'twitch-client', login: owner.login, user_id: owner.id, expires_in: 9 })
				: Response.json({ status: 401, message: 'invalid access token' }, { status: 401 });
		case '/helix/streams':
			return Response.json({ data: url.searchParams.get('user_id') === '12826' ? [{ id: 's' }] : [] });
		default: {
			const login = url.searchParams.get('login');
			const user = login === null ? owner : Object.values(owners).find((one) => one.login === login);
			return Response.json({ data: user ? [{ id: user.id, login: user.login, display_name: user.name }] : [] });
		}
	}
};

/** An answer to anybody, JSON or empty. */
export interface OpenAnswer {
	readonly status: number;
	readonly headers: Headers;
	readonly body: Record<string, unknown>;
}

/** Options of `startMixer`. */
export interface MixerOptions {
	readonly platform?: Platform;
	readonly environment?: Partial<Env>;
	readonly randomBytes?: RandomBytes;
	readonly cache?: WorkerPorts['cache'];
	/** Ids of the rooms in which a game is. */
	readonly hosted?: readonly string[];
}

/** The Worker with its grants, a clock that the test turns, and rooms that the test plays. */
export function startMixer({ platform = twitch, environment, hosted = [], ...overrides }: MixerOptions = {}) {
	let now = Date.now();
	const kicked: string[] = [];
	const rooms = {
		getByName: (room: string) => ({
			hosted: async () => hosted.includes(room),
			game: async () => (hosted.includes(room) ? 'raft-game' : undefined),
			kick: async () => kicked.push(room) > 0
		})
	};
	const { MIXER_GRANT } = bindings as unknown as Env;
	const settings = { ...env, MIXER_GRANT, INTERACTIVE_ROOM: rooms, ...environment } as Env;
	const ports = { now: () => now, ...overrides };
	const { worker, received, log, post } = startWorker(platform, ports, settings);

	async function call(path: string, init: RequestInit = {}): Promise<OpenAnswer> {
		const response = await worker.fetch(new Request(`${appOrigin}${path}`, init), settings);
		const text = await response.text();
		const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
		return { status: response.status, headers: response.headers, body };
	}

	/** As a game does, which is no page of ours. */
	const send = (path: string, body: unknown) => call(path, { method: 'POST', body: JSON.stringify(body) });
	const bearer = (path: string, token: string) => call(path, { headers: { Authorization: `Bearer ${token}` } });
	const pass = (ms: number) => void (now += ms);
	return { call, send, bearer, post, pass, received, log, kicked, now: () => now };
}

/** The Worker of a test. */
export type Mixer = ReturnType<typeof startMixer>;

const game = { client_id: 'my-game', scope: 'interactive:robot:self' };

/** A code that a game asked for. */
export async function issueCode(mixer: Mixer, request: object = game) {
	const { body } = await mixer.send('/api/v1/oauth/shortcode', request);
	return { code: String(body['code']), handle: String(body['handle']) };
}

/** What the game hears when it polls. */
export function poll(mixer: Mixer, handle: string): Promise<OpenAnswer> {
	return mixer.call(`/api/v1/oauth/shortcode/check/${handle}`);
}

/** What a streamer does with a code on our page. */
export function answerCode(
	mixer: Mixer,
	action: 'lookup' | 'approve' | 'deny',
	code: string,
	accessToken = 'tidal-access'
) {
	return mixer.post(`/api/rooms/${action}`, { platform: 'twitch', accessToken, code });
}

/** The first tokens of a game that was let in. */
export async function obtainTokens(mixer: Mixer, accessToken = 'tidal-access') {
	const { code, handle } = await issueCode(mixer);
	await answerCode(mixer, 'approve', code, accessToken);
	const { body } = await poll(mixer, handle);
	return (await redeem(mixer, String(body['code']))).body as { access_token: string; refresh_token: string };
}

/** Exchanges an authorization code. */
export function redeem(mixer: Mixer, code: string, clientId = 'my-game'): Promise<OpenAnswer> {
	return mixer.send('/api/v1/oauth/token', { client_id: clientId, grant_type: 'authorization_code', code });
}

/** Exchanges a refresh token. */
export function refresh(mixer: Mixer, token: string, clientId = 'my-game'): Promise<OpenAnswer> {
	const grant = { grant_type: 'refresh_token', refresh_token: token };
	return mixer.send('/api/v1/oauth/token', { client_id: clientId, ...grant });
}

export { appOrigin, pageHeaders };
