import { expect, test } from 'vitest';
import {
	authorize,
	base,
	client,
	createEmulator,
	get,
	otherClient,
	publicClientId,
	redirectUri,
	requestAppToken,
	requestToken,
	signIn,
	type TokenAnswer
} from '../emulator-fixture.ts';

const codeGrant = { ...client, grant_type: 'authorization_code', redirect_uri: redirectUri };
const refreshGrant = { ...client, grant_type: 'refresh_token' };

test('a code gives tokens with the scopes as an array', async () => {
	const { emulator } = createEmulator();

	const tokens = await signIn(emulator);

	expect(tokens.scope).toEqual(['chat:read', 'chat:edit']);
	expect(tokens.token_type).toBe('bearer');
	expect(tokens.access_token).toMatch(/^[a-z0-9]{30}$/);
	expect(tokens.expires_in).toBeGreaterThanOrEqual(13_500);
	expect(tokens.expires_in).toBeLessThan(15_600);
});

test('a grant without scopes has no scope key', async () => {
	const { emulator } = createEmulator();

	const tokens = await signIn(emulator, 'tidalkit', '');

	expect(tokens).not.toHaveProperty('scope');
});

test('the parameters may come in the query string', async () => {
	const { emulator } = createEmulator();
	const query = new URLSearchParams({ ...codeGrant, code: await authorize(emulator) });

	const answer = await emulator.fetch(new Request(`${base}/oauth2/token?${query}`, { method: 'POST' }));

	expect(answer.status).toBe(200);
});

test('a code works once', async () => {
	const { emulator } = createEmulator();
	const code = await authorize(emulator);
	await requestToken(emulator, { ...codeGrant, code });

	const answer = await requestToken(emulator, { ...codeGrant, code });

	expect(answer.status).toBe(400);
	expect(await answer.json()).toEqual({ status: 400, message: 'Invalid authorization code' });
});

test('a code is dead after ten minutes', async () => {
	const { emulator, clock } = createEmulator();
	const code = await authorize(emulator);
	clock.tick(10 * 60_000);

	const answer = await requestToken(emulator, { ...codeGrant, code });

	expect(await answer.json()).toEqual({ status: 400, message: 'Invalid authorization code' });
});

test.each([
	['an unknown client', { client_id: 'nobody' }, 400, 'invalid client'],
	['no client', { client_id: '' }, 400, 'missing client id'],
	['a wrong secret', { client_secret: 'guess' }, 403, 'invalid client secret'],
	['no secret', { client_secret: '' }, 400, 'missing client secret'],
	['a Public client', { client_id: publicClientId }, 400, 'Invalid client credentials'],
	['another client', otherClient, 400, 'Invalid authorization code'],
	['another redirect URI', { redirect_uri: base }, 400, 'Parameter redirect_uri does not match registered URI'],
	['no redirect URI', { redirect_uri: '' }, 400, 'Parameter redirect_uri does not match registered URI'],
	['an unknown code', { code: 'guess' }, 400, 'Invalid authorization code'],
	['no code', { code: '' }, 400, 'missing code'],
	['no grant type', { grant_type: '' }, 400, 'invalid grant type']
])('%s gets no tokens for a good code', async (_, changes, status, message) => {
	const { emulator } = createEmulator();
	const code = await authorize(emulator);

	const answer = await requestToken(emulator, { ...codeGrant, code, ...changes });

	expect(answer.status).toBe(status);
	expect(await answer.json()).toEqual({ status, message });
});

test('a body that is not a form is not read', async () => {
	const { emulator } = createEmulator();
	const body = JSON.stringify({ ...codeGrant, code: await authorize(emulator) });

	const answer = await emulator.fetch(
		new Request(`${base}/oauth2/token`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
	);

	expect(await answer.json()).toEqual({ status: 400, message: 'missing client id' });
});

test('a refresh gives a new access token and a new refresh token with the same scopes', async () => {
	const { emulator } = createEmulator();
	const first = await signIn(emulator);

	const answer = await requestToken(emulator, {
		...refreshGrant,
		refresh_token: first.refresh_token,
		scope: 'chat:read'
	});
	const second = (await answer.json()) as TokenAnswer;

	expect(second.access_token).not.toBe(first.access_token);
	expect(second.refresh_token).not.toBe(first.refresh_token);
	expect(second.scope).toEqual(first.scope);
});

test('a refresh may be repeated with the old refresh token', async () => {
	const { emulator } = createEmulator();
	const { refresh_token } = await signIn(emulator);
	await requestToken(emulator, { ...refreshGrant, refresh_token });

	const answer = await requestToken(emulator, { ...refreshGrant, refresh_token });

	expect(answer.status).toBe(200);
});

test('a refresh token that was not URL-encoded is not understood', async () => {
	const { emulator } = createEmulator();
	const { refresh_token } = await signIn(emulator);
	const { client_id, client_secret } = client;

	const answer = await emulator.fetch(
		new Request(`${base}/oauth2/token`, {
			method: 'POST',
			body: `grant_type=refresh_token&client_id=${client_id}&client_secret=${client_secret}&refresh_token=${refresh_token}`,
			headers: { 'content-type': 'application/x-www-form-urlencoded' }
		})
	);

	expect(answer.status).toBe(400);
});

test.each([
	['unknown', client, 'guess'],
	["another client's", otherClient, undefined]
])('an %s refresh token is invalid', async (_, credentials, guess) => {
	const { emulator } = createEmulator();
	const { refresh_token } = await signIn(emulator);

	const answer = await requestToken(emulator, {
		...credentials,
		grant_type: 'refresh_token',
		refresh_token: guess ?? refresh_token
	});

	expect(answer.status).toBe(400);
	expect(await answer.json()).toEqual({ error: 'Bad Request', status: 400, message: 'Invalid refresh token' });
});

test('the fifty-first access token of a grant ends the first', async () => {
	const { emulator } = createEmulator();
	const { access_token, refresh_token } = await signIn(emulator);
	const isAlive = async () => (await get(emulator, '/oauth2/validate', { authorization: `OAuth ${access_token}` })).ok;
	for (let count = 1; count < 50; count++) await requestToken(emulator, { ...refreshGrant, refresh_token });

	const aliveAtFifty = await isAlive();
	await requestToken(emulator, { ...refreshGrant, refresh_token });

	expect(aliveAtFifty).toBe(true);
	expect(await isAlive()).toBe(false);
});

test('client credentials give an app access token without scope and refresh token', async () => {
	const { emulator } = createEmulator();

	const tokens = await requestAppToken(emulator);

	expect(Object.keys(tokens).sort()).toEqual(['access_token', 'expires_in', 'token_type']);
	expect(tokens.expires_in).toBeGreaterThan(4_800_000);
});

test('a page may read the answer to a simple request, and no preflight is answered', async () => {
	const { emulator } = createEmulator();

	const simple = await requestToken(emulator, { ...client, grant_type: 'client_credentials' });
	const preflight = await emulator.fetch(new Request(`${base}/oauth2/token`, { method: 'OPTIONS' }));

	expect(simple.headers.get('access-control-allow-origin')).toBe('*');
	expect(preflight.ok).toBe(false);
	expect(preflight.headers.has('access-control-allow-origin')).toBe(false);
});

test('revoking the grants of one account ends its tokens and nobody else’s', async () => {
	const { emulator } = createEmulator();
	const revoked = await signIn(emulator, 'tidalkit');
	const kept = await signIn(emulator, 'mosslantern');

	const count = emulator.revokeGrants('tidalkit');

	const refresh = (refresh_token: string) => requestToken(emulator, { ...refreshGrant, refresh_token });
	const validate = ({ access_token }: TokenAnswer) =>
		get(emulator, '/oauth2/validate', { authorization: `OAuth ${access_token}` });
	expect(count).toBe(1);
	expect((await refresh(revoked.refresh_token)).status).toBe(400);
	expect((await validate(revoked)).status).toBe(401);
	expect((await refresh(kept.refresh_token)).status).toBe(200);
	expect((await validate(kept)).status).toBe(200);
});

test('expired access tokens can be refreshed', async () => {
	const { emulator } = createEmulator();
	const { access_token, refresh_token } = await signIn(emulator);

	const count = emulator.expireAccessTokens('tidalkit');

	const validation = await get(emulator, '/oauth2/validate', { authorization: `OAuth ${access_token}` });
	expect(count).toBe(1);
	expect(validation.status).toBe(401);
	expect((await requestToken(emulator, { ...refreshGrant, refresh_token })).status).toBe(200);
});
