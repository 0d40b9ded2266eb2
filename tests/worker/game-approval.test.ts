import { expect, test } from 'vitest';
import { env, obtainSeal, thetaError, thetaGrant, thetaSuccess, type Platform } from './harness.ts';
import { answerCode, issueCode, poll, startMixer, twitch } from './mixer-harness.ts';

const minute = 60_000;

test('a code may be typed in small letters, with spaces and a hyphen', async () => {
	const mixer = startMixer();
	const { code } = await issueCode(mixer);

	const typed = ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3).toLowerCase()} `;

	expect((await answerCode(mixer, 'lookup', typed)).status).toBe(200);
});

test.each([
	['a dead access token', 'no-such-token', 401, 'token_rejected'],
	["another application's access token", 'foreign-access', 401, 'token_rejected']
])('with %s nothing is told or approved', async (_, accessToken, status, code) => {
	const mixer = startMixer();
	const issued = await issueCode(mixer);

	const answers = [
		await answerCode(mixer, 'lookup', issued.code, accessToken),
		await answerCode(mixer, 'approve', issued.code, accessToken)
	];

	expect(answers.map((answer) => [answer.status, answer.error?.code])).toEqual([
		[status, code],
		[status, code]
	]);
	expect((await poll(mixer, issued.handle)).status).toBe(204);
});

test('approving twice is approving once, but not by somebody else', async () => {
	const mixer = startMixer();
	const { code, handle } = await issueCode(mixer);
	await answerCode(mixer, 'approve', code);
	const first = await poll(mixer, handle);

	const again = await answerCode(mixer, 'approve', code);
	const other = await answerCode(mixer, 'approve', code, 'fox-access');

	expect([again.status, other.status]).toEqual([200, 404]);
	expect((await poll(mixer, handle)).body).toEqual(first.body);
});

test('after ten wrong codes an account waits ten minutes, and no other account with it', async () => {
	const mixer = startMixer();
	const { code } = await issueCode(mixer);
	for (let i = 0; i < 10; i++) expect((await answerCode(mixer, 'lookup', 'ZZZZZZ')).status).toBe(404);

	const blocked = await answerCode(mixer, 'approve', code);
	const other = await answerCode(mixer, 'lookup', code, 'fox-access');
	mixer.pass(10 * minute);
	const later = await answerCode(mixer, 'lookup', (await issueCode(mixer)).code);

	expect([blocked.status, blocked.error?.code]).toEqual([429, 'too_many_guesses']);
	expect([other.status, later.status]).toEqual([200, 200]);
});

test('right codes are not counted', async () => {
	const mixer = startMixer();
	const { code } = await issueCode(mixer);

	for (let i = 0; i < 12; i++) expect((await answerCode(mixer, 'lookup', code, 'fox-access')).status).toBe(200);
});

test('twenty guesses at once are ten guesses', async () => {
	const mixer = startMixer({ platform: (request) => twitch({ ...request, headers: foxHeaders(request.headers) }) });

	const answers = await Promise.all(Array.from({ length: 20 }, () => answerCode(mixer, 'lookup', 'YYYYYY', 'raider')));

	expect(answers.filter(({ status }) => status === 404).length).toBeLessThanOrEqual(10);
	expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(10);
});

function foxHeaders(headers: Headers): Headers {
	const copy = new Headers(headers);
	copy.set('Authorization', 'Bearer fox-access');
	return copy;
}

test.each([
	['another origin', { Origin: 'https://evil.test' }, 403],
	['a cross-site fetch', { 'Sec-Fetch-Site': 'cross-site' }, 403],
	['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415]
])('%s cannot approve', async (_, headers, status) => {
	const mixer = startMixer();
	const { code, handle } = await issueCode(mixer);

	const answer = await mixer.post(
		'/api/rooms/approve',
		{ platform: 'twitch', accessToken: 'tidal-access', code },
		headers
	);

	expect(answer.status).toBe(status);
	expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull();
	expect((await poll(mixer, handle)).status).toBe(204);
});

test.each([
	['a platform that does not exist', { platform: 'mixer', accessToken: 'a', code: 'K7QX2M' }],
	['a platform named after a prototype', { platform: 'constructor', accessToken: 'a', code: 'K7QX2M' }],
	['a code that is no text', { platform: 'twitch', accessToken: 'a', code: 1 }],
	['a key too many', { platform: 'twitch', accessToken: 'a', code: 'K7QX2M', userId: '1' }]
])('%s is a malformed body', async (_, body) => {
	const answer = await startMixer().post('/api/rooms/approve', body);

	expect([answer.status, answer.error?.code]).toEqual([400, 'malformed_body']);
});

const theta: Platform = ({ url, headers }) =>
	headers.get('Authorization') === 'Bearer theta-access' && url.pathname === `/v1/user/${thetaGrant.user_id}`
		? thetaSuccess({ id: thetaGrant.user_id, username: 'emberwake' })
		: thetaError({ error_code: 1_000_000, error_message: 'Not authorized' });

test('on THETA.tv the refresh token that we sealed says whose channel it is', async () => {
	const mixer = startMixer({ platform: theta });
	const sealedRefreshToken = await obtainSeal('theta');
	const account = { platform: 'theta', accessToken: 'theta-access', sealedRefreshToken };

	const token = await mixer.post('/api/rooms/token', account);
	const dead = await mixer.post('/api/rooms/token', { ...account, accessToken: 'dead' });
	const bare = await mixer.post('/api/rooms/token', { platform: 'theta', accessToken: 'theta-access' });
	const forged = await mixer.post('/api/rooms/token', { ...account, sealedRefreshToken: 'x.y.z' });
	const twitchSeal = await mixer.post('/api/rooms/token', {
		...account,
		sealedRefreshToken: await obtainSeal('twitch')
	});

	expect(token.body).toMatchObject({ channelId: `theta:${thetaGrant.user_id}`, token_type: 'Bearer' });
	expect([dead, bare, forged, twitchSeal].map(({ error }) => error?.code)).toEqual([
		'token_rejected',
		'malformed_body',
		'sealed_token_invalid',
		'sealed_token_invalid'
	]);
});

test('our own pages get a token for the room of the account', async () => {
	const { post, received } = startMixer();

	const { body } = await post('/api/rooms/token', { platform: 'twitch', accessToken: 'tidal-access' });

	expect(body).toEqual({
		access_token: expect.any(String),
		expires_in: 21_599,
		token_type: 'Bearer',
		channelId: 'twitch:12826'
	});
	expect(received.every(({ url }) => !url.search.includes('tidal-access'))).toBe(true);
});

test.each([
	['no user', Response.json({ client_id: 'twitch-client' }), 503, 'upstream_malformed'],
	['HTML', new Response('<html>'), 503, 'upstream_malformed'],
	['trouble', new Response(null, { status: 502 }), 503, 'upstream_trouble']
])('a Twitch that answers with %s confirms nobody', async (_, response, status, code) => {
	const { post } = startMixer({ platform: () => response.clone() });

	const answer = await post('/api/rooms/token', { platform: 'twitch', accessToken: 'tidal-access' });

	expect([answer.status, answer.error?.code]).toEqual([status, code]);
});

test('an account is confirmed also where Twitch does not tell its name', async () => {
	const { post } = startMixer({
		platform: (request) =>
			request.url.pathname === '/helix/users' ? new Response(null, { status: 503 }) : twitch(request)
	});

	expect((await post('/api/rooms/token', { platform: 'twitch', accessToken: 'tidal-access' })).status).toBe(200);
});

test.each(['SEAL_KEY', 'TWITCH_CLIENT_ID'])('without %s the server says that it is not set up', async (name) => {
	const { post } = startMixer({ environment: { ...env, [name]: '' } });

	const { error } = await post('/api/rooms/token', { platform: 'twitch', accessToken: 'tidal-access' });

	expect(error).toMatchObject({ class: 'config', code: 'not_configured' });
});

test('no code, token or name of a user is in the log', async () => {
	const mixer = startMixer();
	const { code, handle } = await issueCode(mixer);
	await answerCode(mixer, 'approve', code);
	const { body } = await poll(mixer, handle);
	await mixer.bearer('/api/v1/users/current?Authorization=Bearer%20tidal-access', String(body['code']));

	const log = mixer.log.join('\n');

	expect(log).toContain('/api/v1/oauth/shortcode/check/:handle');
	for (const secret of [code, 'tidal-access', 'TidalKit', '12826']) expect(log).not.toContain(secret);
});
