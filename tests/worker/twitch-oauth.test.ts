import { expect, test } from 'vitest';
import { env, obtainSeal, startWorker, twitchGrant } from './harness.ts';

const tokenPath = '/api/oauth/twitch/token';
const refreshPath = '/api/oauth/twitch/refresh';
const revokePath = '/api/oauth/twitch/revoke';

function twitchError(status: number, message: string, extra: object = {}) {
	return () => Response.json({ status, message, ...extra }, { status });
}

test('a code is exchanged with the configured redirect URI and the secret in the form', async () => {
	const { post, received } = startWorker(() => Response.json(twitchGrant));

	const { status, body } = await post(tokenPath, { code: 'a-code' });

	expect(status).toBe(200);
	expect(body).toEqual({
		accessToken: 'twitch-access',
		expiresInSeconds: 14124,
		scopes: ['chat:edit', 'chat:read'],
		sealedRefreshToken: expect.stringMatching(/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/)
	});
	expect(received.map(({ url, method, redirect }) => [method, url.href, redirect])).toEqual([
		['POST', 'https://id.twitch.tv/oauth2/token', 'manual']
	]);
	expect(received[0]?.headers.get('Authorization')).toBeNull();
	expect(Object.fromEntries(received[0]?.form ?? [])).toEqual({
		grant_type: 'authorization_code',
		code: 'a-code',
		redirect_uri: 'https://tributary.test/connect/twitch',
		client_id: 'twitch-client',
		client_secret: 'twitch-secret'
	});
});

test.each([
	['an array', { scope: ['a', 'b'] }, ['a', 'b']],
	['a text', { scope: 'a b' }, ['a', 'b']],
	['an array with an empty text', { scope: [''] }, []],
	['an empty array', { scope: [] }, []],
	['null', { scope: null }, []],
	['absent', { scope: undefined }, []]
])('a scope that is %s becomes a list', async (_, scope, scopes) => {
	const { post } = startWorker(() => Response.json({ ...twitchGrant, ...scope }));

	const { body } = await post(tokenPath, { code: 'a-code' });

	expect(body['scopes']).toEqual(scopes);
});

test('an answer without lifetime and refresh token is passed on without them', async () => {
	const { post } = startWorker(() => Response.json({ access_token: 'twitch-access', token_type: 'bearer' }));

	const { body } = await post(tokenPath, { code: 'a-code' });

	expect(body).toEqual({ accessToken: 'twitch-access', scopes: [] });
});

test('keys of the answer that nobody asked for stay inside', async () => {
	const extra =
		'{"access_token":"t","token_type":"bearer","id_token":"x","nonce":"n","userId":"1","__proto__":{"a":1}}';
	const { post } = startWorker(() => new Response(extra));

	const { body } = await post(tokenPath, { code: 'a-code' });

	expect(body).toEqual({ accessToken: 't', scopes: [] });
});

test.each([
	['a bad code', twitchError(400, 'Invalid authorization code'), 'reauth', 'invalid_code', 401],
	[
		'the reason phrase',
		twitchError(400, 'Invalid authorization code', { error: 'Bad Request' }),
		'reauth',
		'invalid_code',
		401
	],
	['a bad secret', twitchError(403, 'invalid client secret'), 'config', 'client_rejected', 500],
	['any other 403', twitchError(403, 'forbidden'), 'config', 'client_rejected', 500],
	['an unknown client', twitchError(400, 'invalid client'), 'config', 'client_rejected', 500],
	['a public client', twitchError(400, 'Invalid client credentials'), 'config', 'client_rejected', 500],
	['a missing secret', twitchError(400, 'missing client secret'), 'config', 'client_rejected', 500],
	['an unknown refusal', twitchError(400, 'Parameter redirect_uri does not match'), 'config', 'request_refused', 500],
	['a 401 of unknown meaning', twitchError(401, 'something new'), 'config', 'request_refused', 500]
])('%s at the exchange is told as such', async (_, platform, errorClass, code, status) => {
	const { post } = startWorker(platform);

	const answer = await post(tokenPath, { code: 'a-code' });

	expect(answer.status).toBe(status);
	expect(answer.error).toMatchObject({ class: errorClass, code });
});

test('a challenge header does not hide what the body says', async () => {
	const { post } = startWorker(() =>
		Response.json(
			{ status: 401, message: 'Invalid authorization code' },
			{ status: 401, headers: { 'WWW-Authenticate': 'OAuth realm="TwitchTV"' } }
		)
	);

	const { error } = await post(tokenPath, { code: 'a-code' });

	expect(error).toMatchObject({ class: 'reauth', code: 'invalid_code' });
});

test('a refresh sends the unsealed token and seals the new one', async () => {
	const sealedRefreshToken = await obtainSeal();
	const platform = startWorker(() =>
		Response.json({ ...twitchGrant, access_token: 'second', refresh_token: 'rotated%/+=' })
	);

	const refreshed = await platform.post(refreshPath, { sealedRefreshToken });
	await platform.post(refreshPath, { sealedRefreshToken: refreshed.body['sealedRefreshToken'] });

	expect(refreshed.body).toMatchObject({ accessToken: 'second', scopes: ['chat:edit', 'chat:read'] });
	expect(platform.received.map(({ form }) => Object.fromEntries(form))).toEqual([
		{
			grant_type: 'refresh_token',
			refresh_token: 'twitch-refresh',
			client_id: 'twitch-client',
			client_secret: 'twitch-secret'
		},
		{
			grant_type: 'refresh_token',
			refresh_token: 'rotated%/+=',
			client_id: 'twitch-client',
			client_secret: 'twitch-secret'
		}
	]);
});

test('a refresh that brings no new refresh token seals the old one again', async () => {
	const sealedRefreshToken = await obtainSeal();
	const platform = startWorker(() => Response.json({ access_token: 'second', token_type: 'bearer' }));

	const refreshed = await platform.post(refreshPath, { sealedRefreshToken });
	await platform.post(refreshPath, { sealedRefreshToken: refreshed.body['sealedRefreshToken'] });

	expect(platform.received.at(1)?.form.get('refresh_token')).toBe('twitch-refresh');
});

test.each([
	['a dead refresh token', twitchError(400, 'Invalid refresh token'), 'reauth', 'token_revoked', 401],
	['a dead refresh token with 401', twitchError(401, 'Invalid refresh token'), 'reauth', 'token_revoked', 401],
	['a bad secret', twitchError(403, 'invalid client secret'), 'config', 'client_rejected', 500],
	['an unknown refusal', twitchError(400, 'missing refresh token'), 'config', 'request_refused', 500]
])('%s at the refresh is told as such', async (_, platform, errorClass, code, status) => {
	const sealedRefreshToken = await obtainSeal();
	const { post } = startWorker(platform);

	const answer = await post(refreshPath, { sealedRefreshToken });

	expect(answer.status).toBe(status);
	expect(answer.error).toMatchObject({ class: errorClass, code });
});

test('revoking sends both tokens and no secret', async () => {
	const sealedRefreshToken = await obtainSeal();
	const { post, received } = startWorker(() => new Response(null));

	const { body } = await post(revokePath, { accessToken: 'twitch-access', sealedRefreshToken });

	expect(body).toEqual({ revoked: true });
	expect(received.map(({ url, form }) => [url.href, Object.fromEntries(form)])).toEqual([
		['https://id.twitch.tv/oauth2/revoke', { client_id: 'twitch-client', token: 'twitch-access' }],
		['https://id.twitch.tv/oauth2/revoke', { client_id: 'twitch-client', token: 'twitch-refresh' }]
	]);
});

test('a token that is already dead counts as revoked', async () => {
	const { post } = startWorker(twitchError(400, 'Invalid token'));

	const { body } = await post(revokePath, { accessToken: 'twitch-access' });

	expect(body).toEqual({ revoked: true });
});

test('a revocation that Twitch did not confirm is never told as done', async () => {
	const html = startWorker(() => new Response('<html>', { headers: { 'Content-Type': 'text/html' } }));
	const gone = startWorker(twitchError(404, 'client does not exist'));

	const answers = [
		await html.post(revokePath, { accessToken: 'twitch-access' }),
		await gone.post(revokePath, { accessToken: 'twitch-access' })
	];

	expect(answers.map(({ error }) => error?.class)).toEqual(['retry', 'config']);
});

test.each(['TWITCH_CLIENT_ID', 'TWITCH_CLIENT_SECRET', 'SEAL_KEY'])(
	'without %s nothing is sent to Twitch, and the answer says that the server is not set up',
	async (name) => {
		const { post, received } = startWorker(() => Response.json(twitchGrant), {}, { ...env, [name]: '' });

		const { status, error } = await post(tokenPath, { code: 'a-code' });

		expect(status).toBe(500);
		expect(error).toMatchObject({ class: 'config', code: 'not_configured' });
		expect(received).toEqual([]);
	}
);

test.each([
	['http://127.0.0.1:8788/twitch/oauth2', 200],
	['http://localhost:8788/twitch/oauth2/', 200],
	['http://[::1]:8788/twitch/oauth2', 200],
	['https://id.example/oauth2', 200],
	['http://id.twitch.tv/oauth2', 500],
	['http://localhost.evil.test/oauth2', 500],
	['ftp://localhost/oauth2', 500],
	['no address', 500]
])('with %s as its address Twitch is asked or not: %i', async (authUrl, status) => {
	const { post, received } = startWorker(() => Response.json(twitchGrant), {}, { ...env, TWITCH_AUTH_URL: authUrl });

	const answer = await post(tokenPath, { code: 'a-code' });

	expect(answer.status).toBe(status);
	expect(received).toHaveLength(status === 200 ? 1 : 0);
});
