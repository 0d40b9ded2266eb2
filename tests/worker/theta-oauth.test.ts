import { expect, test } from 'vitest';
import { env, obtainSeal, startWorker, thetaError, thetaGrant, thetaSuccess } from './harness.ts';

const tokenPath = '/api/oauth/theta/token';
const refreshPath = '/api/oauth/theta/refresh';

test('a code is exchanged by a POST with everything in the query and nothing in the body', async () => {
	const { post, received } = startWorker(() => thetaSuccess(thetaGrant));

	const { body } = await post(tokenPath, { code: 'a+code/=&' });

	expect(body).toEqual({
		accessToken: 'theta-access',
		expiresInSeconds: 2591999,
		scopes: [],
		sealedRefreshToken: expect.any(String),
		userId: 'usr0123456789abcdef'
	});
	expect(received).toHaveLength(1);
	const { url, method, text } = received[0]!;
	expect([method, text, `${url.origin}${url.pathname}`]).toEqual(['POST', '', 'https://api.theta.tv/v1/oauth/token']);
	expect(Object.fromEntries(url.searchParams)).toEqual({
		grant_type: 'authorization_code',
		code: 'a+code/=&',
		client_id: 'theta-client',
		client_secret: 'theta-secret'
	});
});

test('a refresh keeps the user ID where the answer does not repeat it', async () => {
	const sealedRefreshToken = await obtainSeal('theta');
	const { post, received } = startWorker(() => thetaSuccess({ access_token: 'second' }));

	const first = await post(refreshPath, { sealedRefreshToken });
	const second = await post(refreshPath, { sealedRefreshToken: first.body['sealedRefreshToken'] });

	expect(first.body).toMatchObject({ accessToken: 'second', userId: 'usr0123456789abcdef' });
	expect(second.body).toMatchObject({ accessToken: 'second', userId: 'usr0123456789abcdef' });
	expect(Object.fromEntries(received[1]!.url.searchParams)).toEqual({
		grant_type: 'refresh_token',
		refresh_token: 'theta-refresh',
		client_id: 'theta-client',
		client_secret: 'theta-secret'
	});
});

test('an envelope of success counts whatever the HTTP status is', async () => {
	const { post } = startWorker(() => thetaSuccess(thetaGrant, 401));

	const { status } = await post(tokenPath, { code: 'a-code' });

	expect(status).toBe(200);
});

test.each([
	['error 1000000', thetaError({ error_code: 1000000, error_message: 'x' }), 'reauth'],
	['error 1010001 with HTTP 403', thetaError({ error_code: 1010001 }, 403), 'reauth'],
	['an OAuth word inside', thetaError({ error: 'invalid_grant' }, 400), 'reauth'],
	['a word about the client', thetaError({ error_code: 1000000, error_message: 'Invalid client_secret' }), 'config'],
	['invalid_client', thetaError({ error: 'invalid_client' }), 'config'],
	['an error of unknown meaning', thetaError({ error_code: 7, error_message: 'Oops' }), 'retry'],
	['an error without a body', Response.json({ status: 'ERROR' }), 'retry'],
	['an error inside a 500', thetaError({ error_code: 1000000 }, 500), 'retry'],
	['no envelope', Response.json({ access_token: 'x' }), 'retry'],
	['an envelope around nothing', thetaSuccess(null), 'retry'],
	['an envelope without a token', thetaSuccess({ user_id: 'usr1' }), 'retry'],
	['a user ID that could join other channels', thetaSuccess({ ...thetaGrant, user_id: 'usr1,*' }), 'retry'],
	['a user ID that is no text', thetaSuccess({ ...thetaGrant, user_id: 7 }), 'retry']
])('%s belongs to its class, at the exchange and at the refresh', async (_, response, errorClass) => {
	const sealedRefreshToken = await obtainSeal('theta');
	const { post } = startWorker(() => response.clone());

	const exchange = await post(tokenPath, { code: 'a-code' });
	const refresh = await post(refreshPath, { sealedRefreshToken });

	expect([exchange.error?.class, refresh.error?.class]).toEqual([errorClass, errorClass]);
});

test('revoking says that THETA.tv has no way to do it, and asks nobody', async () => {
	const { post, received } = startWorker();

	const { status, body } = await post('/api/oauth/theta/revoke', { accessToken: 'theta-access' });

	expect([status, body]).toEqual([200, { revoked: false, reason: 'unsupported' }]);
	expect(received).toEqual([]);
});

test('the secret is never sent to an address that is neither https nor this machine', async () => {
	const { post, received } = startWorker(
		() => thetaSuccess(thetaGrant),
		{},
		{ ...env, THETA_API_URL: 'http://api.theta.tv/v1' }
	);

	const { error } = await post(tokenPath, { code: 'a-code' });

	expect(error).toMatchObject({ class: 'config', code: 'not_configured' });
	expect(received).toEqual([]);
});
