import { expect, test } from 'vitest';
import { env, startWorker, type Platform, type Received } from './harness.ts';

/** A Twitch that gives app access tokens `app-1`, `app-2` … and answers Helix by the given function. */
function twitch(answerHelix: (request: Received) => Response): Platform {
	let tokens = 0;
	return (request) =>
		request.url.pathname === '/oauth2/token'
			? Response.json({ access_token: `app-${++tokens}`, expires_in: 5011271, token_type: 'bearer' })
			: answerHelix(request);
}

const badge = (id: string, title: unknown, image = `https://static-cdn.jtvnw.net/badges/v1/aa-${id}/2`) => ({
	id,
	title,
	image_url_1x: 'x',
	image_url_2x: image
});

test('a login is looked up as the app itself, and only the ID comes out', async () => {
	const { request, received } = startWorker(
		twitch(() => Response.json({ data: [{ id: '100001', login: 'tidalkit', email: 'x' }] }))
	);

	const { status, body, headers } = await request('/api/twitch/users/tidalkit');

	expect([status, body]).toEqual([200, { id: '100001', login: 'tidalkit' }]);
	expect(headers.get('Cache-Control')).toBe('public, max-age=3600');
	expect(received[1]?.url.href).toBe('https://api.twitch.tv/helix/users?login=tidalkit');
	expect(received[1]?.headers.get('authorization')).toBe('Bearer app-1');
	expect(received[1]?.headers.get('client-id')).toBe('twitch-client');
});

test('one app access token serves many look-ups', async () => {
	const { request, received } = startWorker(twitch(() => Response.json({ data: [] })));

	await request('/api/twitch/badges/global');
	await request('/api/twitch/badges/100001');

	expect(received.filter(({ url }) => url.pathname === '/oauth2/token')).toHaveLength(1);
});

test('a refused app access token is replaced, once', async () => {
	const refused = Response.json(
		{ error: 'Unauthorized', status: 401, message: 'Invalid OAuth token' },
		{ status: 401 }
	);
	const { request, received } = startWorker(
		twitch(({ headers }) =>
			headers.get('authorization') === 'Bearer app-2' ? Response.json({ data: [] }) : refused.clone()
		)
	);

	const { status } = await request('/api/twitch/badges/global');

	expect(status).toBe(200);
	expect(received.map(({ url }) => url.pathname.split('/').at(-1))).toEqual(['token', 'global', 'token', 'global']);
});

test('a client that Helix refuses again and again is the configuration', async () => {
	const { request, received } = startWorker(twitch(() => Response.json({ status: 401 }, { status: 401 })));

	const { error } = await request('/api/twitch/badges/global');

	expect(error).toMatchObject({ class: 'config', code: 'client_rejected' });
	expect(received).toHaveLength(4);
});

test('of badges their titles and image IDs come out, and broken ones are left out one by one', async () => {
	const data = [
		{ set_id: 'moderator', versions: [badge('1', 'Moderator'), badge('2', 7), { id: '3' }] },
		{ set_id: '../x', versions: [badge('1', 'No')] },
		{ set_id: 'vip', versions: [badge('1', 'VIP', 'https://evil.invalid/a/2'), badge('2', '\u202eVIP')] },
		null,
		{ set_id: 'empty' }
	];
	const { request } = startWorker(twitch(() => Response.json({ data })));

	const { body } = await request('/api/twitch/badges/100001');

	expect(body).toEqual({
		badges: [
			{ set: 'moderator', version: '1', title: 'Moderator', image: 'aa-1' },
			{ set: 'vip', version: '2', title: 'VIP', image: 'aa-2' }
		]
	});
});

test('of cheermotes the path of each image comes out, never its host', async () => {
	const images = (host: string) => ({ animated: { '2': `${host}/actions/cheer/dark/animated/1/2.gif` } });
	const tier = (host: string) => ({
		min_bits: 1,
		color: '#979797',
		images: { dark: images(host), light: images(host) }
	});
	const data = [
		{ prefix: 'Cheer', tiers: [tier('https://evil.invalid'), { ...tier('https://a.b'), color: 'red' }] },
		{ prefix: '<b>', tiers: [] }
	];
	const { request } = startWorker(twitch(() => Response.json({ data })));

	const { body } = await request('/api/twitch/cheermotes/100001');

	const path = '/actions/cheer/dark/animated/1/2.gif';
	expect(body).toEqual({
		cheermotes: [{ prefix: 'Cheer', tiers: [{ minBits: 1, color: '#979797', dark: path, light: path }] }]
	});
});

test.each([
	'users/A',
	'users/a%2Fb',
	'users/',
	'badges/x',
	'badges/1%2F2',
	'cheermotes/global',
	`badges/${'1'.repeat(21)}`
])('/api/twitch/%s leads nowhere', async (path) => {
	const { request, received } = startWorker();

	const { error } = await request(`/api/twitch/${path}`);

	expect(error).toMatchObject({ class: 'bad_request', code: 'malformed_id' });
	expect(received).toEqual([]);
});

test.each([
	['nobody of that login', Response.json({ data: [] }), 'user_not_found'],
	['HTML', new Response('<html>'), 'upstream_malformed'],
	['another shape', Response.json({ users: [] }), 'upstream_malformed'],
	['a failing Twitch', new Response(null, { status: 503 }), 'upstream_trouble']
])('%s is told as such and not kept', async (_, response, code) => {
	const put: string[] = [];
	const cache = { match: async () => undefined, put: async (url: string) => void put.push(url) };
	const { request } = startWorker(
		twitch(() => response.clone()),
		{ cache }
	);

	const { error, headers } = await request('/api/twitch/users/tidalkit');

	expect([error?.code, headers.get('Cache-Control'), put]).toEqual([code, 'no-store', []]);
});

test('what was answered once is answered from the edge, whatever the query', async () => {
	const kept = new Map<string, Response>();
	const cache = {
		match: async (url: string) => kept.get(url)?.clone(),
		put: async (url: string, answer: Response) => void kept.set(url, answer)
	};
	const { request, received } = startWorker(
		twitch(() => Response.json({ data: [] })),
		{ cache }
	);

	await request('/api/twitch/badges/100001');
	const { status, body } = await request('/api/twitch/badges/100001?x=1');

	expect([status, body]).toEqual([200, { badges: [] }]);
	expect(received).toHaveLength(2);
});

test('another site may not use a look-up, not even a kept one', async () => {
	const cache = { match: async () => Response.json({ badges: [] }), put: async () => undefined };
	const { request } = startWorker(undefined, { cache });

	const { status, error } = await request('/api/twitch/badges/global', { headers: { 'Sec-Fetch-Site': 'cross-site' } });

	expect([status, error?.code]).toEqual([403, 'origin_not_allowed']);
});

test('without a secret the look-ups say that the server is not set up', async () => {
	const { request } = startWorker(undefined, {}, { ...env, TWITCH_CLIENT_SECRET: '' });

	const { error } = await request('/api/twitch/badges/global');

	expect(error).toMatchObject({ class: 'config', code: 'not_configured' });
});
