import { expect, test, vi } from 'vitest';
import {
	appOrigin,
	obtainSeal,
	pageHeaders,
	receive,
	startWorker,
	thetaError,
	thetaGrant,
	thetaSuccess,
	twitchGrant,
	type Platform
} from './harness.ts';
import { createWorker, type Env } from './worker-parts.ts';

test('a request leaves one line that names the route, never the URL', async () => {
	const { request, log } = startWorker(() => thetaSuccess({ username: 'someone' }), { now: () => 1_000 });

	await request('/api/theta/users/usr1?utm=x');

	expect(log.map((line) => JSON.parse(line) as unknown)).toEqual([
		{ ts: 1000, route: '/api/theta/users/:id', platform: 'theta', outcome: 'ok', upstreamStatus: 200, ms: 0 }
	]);
});

test.each([
	[
		'/api/oauth/twitch/token',
		{ code: 'a' },
		{ route: '/api/oauth/:platform/token', platform: 'twitch', outcome: 'config' }
	],
	['/api/oauth/evil/token', { code: 'a' }, { route: '/api/oauth/:platform/token', outcome: 'bad_request' }],
	['/api/somewhere', {}, { route: 'none', outcome: 'bad_request' }]
])('a failed request to %s is logged by its class', async (path, body, expected) => {
	const { post, log } = startWorker(() => Response.json({ status: 403, message: 'x' }, { status: 403 }));

	await post(path, body);

	expect(log).toHaveLength(1);
	expect(JSON.parse(log[0]!)).toMatchObject(expected);
});

const canaries: Env = {
	SEAL_KEY: btoa('canary-seal-key-32-bytes-long-ab').replaceAll('=', ''),
	TWITCH_CLIENT_ID: 'twitch-client',
	TWITCH_CLIENT_SECRET: 'canary-twitch-secret',
	THETA_CLIENT_ID: 'theta-client',
	THETA_CLIENT_SECRET: 'canary-theta-secret'
};

const twitchCanaries = {
	...twitchGrant,
	access_token: 'canary-access',
	refresh_token: 'canary-refresh',
	id_token: 'canary-id'
};
const thetaCanaries = {
	...thetaGrant,
	access_token: 'canary-access',
	refresh_token: 'canary-refresh',
	authorization_code: 'canary-echo'
};

const platforms: Record<string, Platform> = {
	success: ({ url }) => (url.host === 'api.theta.tv' ? thetaSuccess(thetaCanaries) : Response.json(twitchCanaries)),
	refusal: ({ url }) =>
		url.host === 'api.theta.tv'
			? thetaError({ error_code: 1000000, error_message: `canary-echo ${url}` })
			: Response.json({ status: 400, message: 'Invalid refresh token canary-echo' }, { status: 400 }),
	unreachable: ({ url, text }) => {
		throw new Error(`canary-echo could not fetch ${url} with ${text}`);
	},
	malformed: ({ url, text }) => new Response(`<html>canary-echo ${url} ${text}`),
	untrusted: () => Response.json({ access_token: 'canary-access', token_type: 'canary-echo', refresh_token: {} })
};

const bodies = (sealedRefreshToken: string) => ({
	token: { code: 'canary-code' },
	refresh: { sealedRefreshToken },
	revoke: { accessToken: 'canary-access', sealedRefreshToken }
});

/** Every route with what belongs there, with a query that does not, with raw tokens and with broken bodies. */
async function canaryRequests(): Promise<Request[]> {
	const requests = ['/api/config', '/api/theta/users/usr1', '/api/theta/users/canary,1', '/api/canary'].map(
		(path) => new Request(`${appOrigin}${path}?code=canary-code`)
	);
	for (const platformId of ['twitch', 'theta'] as const) {
		const seal = await obtainSeal(platformId, canaries);
		for (const [action, body] of Object.entries(bodies(seal))) {
			const url = `${appOrigin}/api/oauth/${platformId}/${action}?code=canary-code`;
			const send = (text: string, headers = {}) =>
				requests.push(new Request(url, { method: 'POST', body: text, headers: { ...pageHeaders, ...headers } }));
			send(JSON.stringify(body));
			send(JSON.stringify(body), { DPoP: 'canary.proof.x', Authorization: 'Bearer canary-access' });
			send(JSON.stringify(body), { Origin: 'https://canary.test' });
			send(JSON.stringify({ ...body, sealedRefreshToken: 'canary-refresh' }));
			send('{"code":"canary-code"');
		}
	}
	return requests;
}

test.each(Object.entries(platforms))(
	'after %s no secret, code or token is where it does not belong',
	async (_, platform) => {
		const requests = await canaryRequests();
		const methods = (['debug', 'error', 'info', 'log', 'trace', 'warn'] as const).map((method) =>
			vi.spyOn(console, method).mockImplementation(() => undefined)
		);
		const worker = createWorker({ send: async (url, init) => platform(await receive(url, init)) });

		const answers: string[] = [];
		for (const request of requests) {
			const response = await worker.fetch(request, canaries);
			answers.push(JSON.stringify([...response.headers]), await response.text());
		}
		const logged = methods.flatMap((spy) => spy.mock.calls.map((call) => JSON.stringify(call)));
		methods.forEach((spy) => spy.mockRestore());

		expect(logged).toHaveLength(requests.length);
		expect(logged.filter((line) => /canary/i.test(line))).toEqual([]);
		const rest = answers.map((text) => text.replace('"accessToken":"canary-access"', ''));
		expect(rest.filter((text) => /canary/i.test(text))).toEqual([]);
	}
);
