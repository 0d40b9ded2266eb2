import { expect, test } from 'vitest';
import { env, startWorker, thetaError, thetaSuccess } from './harness.ts';

const path = '/api/theta/users/usr0123456789abcdef';

test('a user is looked up with the client ID and without the secret', async () => {
	const { request, received } = startWorker(() =>
		thetaSuccess({ id: 'usr0123456789abcdef', username: 'someone', country: 'X', twitch_login: 'private' })
	);

	const { status, body, headers } = await request(path);

	expect([status, body]).toEqual([200, { id: 'usr0123456789abcdef', username: 'someone' }]);
	expect(headers.get('Cache-Control')).toBe('public, max-age=300');
	expect(received.map(({ method, url }) => [method, url.href])).toEqual([
		['GET', 'https://api.theta.tv/v1/user/usr0123456789abcdef?client_id=theta-client']
	]);
});

test('a look-up needs no secret', async () => {
	const { request } = startWorker(() => thetaSuccess({ username: 'someone' }), {}, { THETA_CLIENT_ID: 'theta-client' });

	const { status } = await request(path);

	expect(status).toBe(200);
});

test.each(['usr1%2F..%2Fchannel', 'a.b', 'a,b', '*', '', 'x'.repeat(65)])('"%s" is no user ID', async (id) => {
	const { request, received } = startWorker();

	const { status, error } = await request(`/api/theta/users/${id}`);

	expect([status, error?.class, error?.code]).toEqual([400, 'bad_request', 'malformed_id']);
	expect(received).toEqual([]);
});

test('another site may not use the look-up from a browser', async () => {
	const { request } = startWorker();

	const { status, error } = await request(path, { headers: { 'Sec-Fetch-Site': 'cross-site' } });

	expect([status, error?.code]).toEqual([403, 'origin_not_allowed']);
});

test.each([
	['an unknown user', thetaError({ error_code: 2, error_message: 'User not found' }, 404), 404, 'user_not_found'],
	['a refused client ID', thetaError({ error_code: 1010001 }), 500, 'client_rejected'],
	['a user without a name', thetaSuccess({ id: 'usr1' }), 503, 'upstream_malformed'],
	['a name that is no text', thetaSuccess({ username: { toString: 1 } }), 503, 'upstream_malformed'],
	['a name of 65 characters', thetaSuccess({ username: 'x'.repeat(65) }), 503, 'upstream_malformed']
])('%s is told as such and not kept', async (_, response, status, code) => {
	const { request } = startWorker(() => response.clone());

	const answer = await request(path);

	expect([answer.status, answer.error?.code]).toEqual([status, code]);
	expect(answer.headers.get('Cache-Control')).toBe('no-store');
});

test('without a client ID the server says that it is not set up', async () => {
	const { request } = startWorker(undefined, {}, { ...env, THETA_CLIENT_ID: '' });

	const { error } = await request(path);

	expect(error).toMatchObject({ class: 'config', code: 'not_configured' });
});
