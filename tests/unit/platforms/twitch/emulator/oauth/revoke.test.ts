import { expect, test } from 'vitest';
import { base, client, createEmulator, get, otherClient, post, signIn } from '../emulator-fixture.ts';

const url = `${base}/oauth2/revoke`;

test('a revoked access token is dead, and the answer is empty', async () => {
	const { emulator } = createEmulator();
	const { access_token } = await signIn(emulator);

	const answer = await post(emulator, url, { client_id: client.client_id, token: access_token });

	const validation = await get(emulator, '/oauth2/validate', { authorization: `OAuth ${access_token}` });
	expect(answer.status).toBe(200);
	expect(answer.headers.get('access-control-allow-origin')).toBe('*');
	expect(await answer.text()).toBe('');
	expect(validation.status).toBe(401);
});

test.each([
	['an unknown token', client.client_id, 400, 'Invalid token'],
	['an unknown client', 'nobody', 404, 'client does not exist']
])('%s cannot be revoked', async (_, client_id, status, message) => {
	const { emulator } = createEmulator();

	const answer = await post(emulator, url, { client_id, token: 'guess' });

	expect(answer.status).toBe(status);
	expect(await answer.json()).toEqual({ status, message });
});

test("another client's token cannot be revoked", async () => {
	const { emulator } = createEmulator();
	const { access_token } = await signIn(emulator);

	const answer = await post(emulator, url, { client_id: otherClient.client_id, token: access_token });

	expect(await answer.json()).toEqual({ status: 400, message: 'Invalid token' });
});
