import { expect, test } from 'vitest';
import { base, client, createEmulator, get, otherClient, signIn } from '../emulator-fixture.ts';

const clientHeader = { 'client-id': client.client_id };

test.each([
	['no token', clientHeader, 'OAuth token is missing'],
	['an unknown token', { ...clientHeader, authorization: 'Bearer guess' }, 'Invalid OAuth token'],
	['the scheme of validate', { ...clientHeader, authorization: 'OAuth guess' }, 'Invalid OAuth token'],
	['no client', { authorization: 'Bearer guess' }, 'Client ID is missing']
])('%s is answered with 401 in the shape of Helix', async (_, headers, message) => {
	const { emulator } = createEmulator();

	const answer = await get(emulator, '/helix/users', headers);

	expect(answer.status).toBe(401);
	expect(answer.headers.get('access-control-allow-origin')).toBe('*');
	expect(await answer.json()).toEqual({ error: 'Unauthorized', status: 401, message });
});

test("another client's id does not go with the token", async () => {
	const { emulator } = createEmulator();
	const { access_token } = await signIn(emulator);

	const answer = await get(emulator, '/helix/users', {
		'client-id': otherClient.client_id,
		authorization: `Bearer ${access_token}`
	});

	expect(answer.status).toBe(401);
	expect(await answer.json()).toMatchObject({ message: 'Client ID and OAuth token do not match' });
});

test('what does not exist is 404 in the shape of Helix', async () => {
	const { emulator } = createEmulator();

	const answer = await get(emulator, '/helix/kraken');

	expect(answer.status).toBe(404);
	expect(await answer.json()).toEqual({ error: 'Not Found', status: 404, message: '' });
});

test('the preflight allows the two headers that Helix needs and exposes none', async () => {
	const { emulator } = createEmulator();

	const answer = await emulator.fetch(new Request(`${base}/helix/users`, { method: 'OPTIONS' }));

	expect(answer.headers.get('access-control-allow-origin')).toBe('*');
	expect(answer.headers.get('access-control-allow-headers')).toMatch(/Authorization, Client-Id/);
	expect(answer.headers.get('access-control-max-age')).toBe('600');
	expect(answer.headers.has('access-control-expose-headers')).toBe(false);
});

test('the eight hundred and first call within a moment is too many, and the bucket refills', async () => {
	const { emulator, clock } = createEmulator();
	const { access_token } = await signIn(emulator);
	const call = () => get(emulator, '/helix/users', { ...clientHeader, authorization: `Bearer ${access_token}` });
	const first = await call();
	for (let count = 1; count < 800; count++) await call();

	const refused = await call();
	clock.tick(1000);
	const allowed = await call();

	expect(first.headers.get('ratelimit-remaining')).toBe('799');
	expect(refused.status).toBe(429);
	expect(await refused.json()).toMatchObject({ error: 'Too Many Requests', status: 429 });
	expect(allowed.status).toBe(200);
});
