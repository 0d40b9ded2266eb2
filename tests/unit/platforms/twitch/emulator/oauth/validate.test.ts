import { expect, test } from 'vitest';
import { base, client, createEmulator, get, requestAppToken, signIn } from '../emulator-fixture.ts';

test.each(['OAuth', 'Bearer'])('a user access token is told whose it is, with %s', async (scheme) => {
	const { emulator, clock } = createEmulator();
	const { access_token, expires_in } = await signIn(emulator, 'quietharbor');
	clock.tick(60_000);

	const answer = await get(emulator, '/oauth2/validate', { authorization: `${scheme} ${access_token}` });

	expect(answer.status).toBe(200);
	expect(answer.headers.get('access-control-allow-origin')).toBe('*');
	expect(await answer.json()).toEqual({
		client_id: client.client_id,
		login: 'quietharbor',
		scopes: ['chat:read', 'chat:edit'],
		user_id: '100003',
		expires_in: expires_in - 60
	});
});

test('a token without scopes has null for them', async () => {
	const { emulator } = createEmulator();
	const { access_token } = await signIn(emulator, 'tidalkit', '');

	const answer = await get(emulator, '/oauth2/validate', { authorization: `OAuth ${access_token}` });

	expect(await answer.json()).toMatchObject({ scopes: null });
});

test('an app access token has no account', async () => {
	const { emulator } = createEmulator();
	const { access_token } = await requestAppToken(emulator);

	const answer = await get(emulator, '/oauth2/validate', { authorization: `OAuth ${access_token}` });

	expect(Object.keys((await answer.json()) as object).sort()).toEqual(['client_id', 'expires_in', 'scopes']);
});

test.each([
	['no token', {}, 'missing authorization token'],
	['an unknown token', { authorization: 'OAuth guess' }, 'invalid access token'],
	['another scheme', { authorization: 'Basic guess' }, 'invalid access token']
])('%s is answered with 401', async (_, headers, message) => {
	const { emulator } = createEmulator();

	const answer = await get(emulator, '/oauth2/validate', headers);

	expect(answer.status).toBe(401);
	expect(await answer.json()).toEqual({ status: 401, message });
});

test('a token is dead when its seconds are over', async () => {
	const { emulator, clock } = createEmulator();
	const { access_token, expires_in } = await signIn(emulator);
	clock.tick(expires_in * 1000);

	const answer = await get(emulator, '/oauth2/validate', { authorization: `OAuth ${access_token}` });

	expect(answer.status).toBe(401);
});

test('the preflight allows no header but Authorization', async () => {
	const { emulator } = createEmulator();

	const answer = await emulator.fetch(new Request(`${base}/oauth2/validate`, { method: 'OPTIONS' }));

	expect(answer.headers.get('access-control-allow-headers')).toBe('Authorization');
});
