import { expect, test } from 'vitest';
import { obtainSeal, startWorker, thetaError, thetaSuccess } from './harness.ts';

const path = '/api/theta/installation';
const entry = (user_id: unknown, client_id = 'theta-client') => ({
	client_id,
	user_id,
	access_token: 'installed-token'
});
const own = 'usr0123456789abcdef';

test.each([
	['is', [entry('usr9'), entry(own)], true],
	['is not', [entry('usr9')], false],
	['is not where nobody installed it', [], false],
	['is not where only another application is', [entry(own, 'other')], false],
	['is not where the list is odd', [null, 7, 'x', { user_id: own }], false]
])('a streamer is told that it %s installed in their own channel, and nothing else', async (_, list, installed) => {
	const sealedRefreshToken = await obtainSeal('theta');
	const { post, received, log } = startWorker(() => thetaSuccess(list));

	const { status, body, text } = await post(path, { sealedRefreshToken });

	expect([status, body]).toEqual([200, { channelId: own, installed }]);
	expect(`${text}${log.join()}`).not.toMatch(/installed-token|usr9|theta-secret/);
	expect(received.map(({ method, url }) => [method, url.pathname])).toEqual([
		['GET', '/v1/oauth_application/theta-client/oauth_install/list']
	]);
});

test.each([
	['a seal of another platform', async () => ({ sealedRefreshToken: await obtainSeal('twitch') })],
	['no seal', async () => ({ sealedRefreshToken: 'x' })],
	['a channel of their choice', async () => ({ sealedRefreshToken: await obtainSeal('theta'), channelId: 'usr9' })],
	['nothing', async () => ({})]
])('somebody with %s is told nothing, and THETA.tv is not asked', async (_, makeBody) => {
	const { post, received } = startWorker();

	const { status, error } = await post(path, await makeBody());

	expect([status, error?.class]).toEqual([400, 'bad_request']);
	expect(received).toEqual([]);
});

test.each([
	[
		'an external application',
		thetaError({ error_code: 1000403, error_message: 'Not internal' }, 403),
		'request_refused'
	],
	['a list that is none', thetaSuccess({ user_id: own }), 'upstream_malformed'],
	['HTML', new Response('<html>'), 'upstream_malformed']
])('%s is told as such', async (_, response, code) => {
	const sealedRefreshToken = await obtainSeal('theta');
	const { post } = startWorker(() => response.clone());

	expect((await post(path, { sealedRefreshToken })).error?.code).toBe(code);
});
