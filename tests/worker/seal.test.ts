import { CompactEncrypt, base64url, decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';
import { env, obtainSeal, otherSealKey, sealKey, startWorker, twitchGrant, type Answer } from './harness.ts';

const refreshPath = '/api/oauth/twitch/refresh';

function refresh(sealedRefreshToken: string, environment = env, path = refreshPath): Promise<Answer> {
	return startWorker(() => Response.json(twitchGrant), {}, environment).post(path, { sealedRefreshToken });
}

async function sealByHand(payload: string, key = sealKey): Promise<string> {
	const { kid } = decodeProtectedHeader(await obtainSeal());
	return new CompactEncrypt(new TextEncoder().encode(payload))
		.setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: String(kid) })
		.encrypt(base64url.decode(key));
}

test('a sealed refresh token shows nothing but how it is sealed', async () => {
	const sealed = await obtainSeal();

	expect(decodeProtectedHeader(sealed)).toEqual({
		alg: 'dir',
		enc: 'A256GCM',
		kid: expect.stringMatching(/^[\w-]{12}$/)
	});
	expect(
		atob(sealed.split('.').slice(1).join('').replaceAll('-', '+').replaceAll('_', '/').slice(0, 200))
	).not.toContain('twitch-refresh');
});

test('the same refresh token is never sealed alike', async () => {
	expect(await obtainSeal()).not.toBe(await obtainSeal());
});

test('a seal in which any part was changed is refused', async () => {
	const parts = (await obtainSeal()).split('.');

	const changed = parts.map((part, index) => {
		const swapped = part.startsWith('A') ? `B${part.slice(1)}` : `A${part.slice(1)}`;
		return parts.with(index, swapped).join('.');
	});
	const answers = await Promise.all(changed.map((sealed) => refresh(sealed)));

	expect(answers.map(({ status, error }) => [status, error?.code])).toEqual(
		changed.map(() => [400, 'sealed_token_invalid'])
	);
});

test('a raw refresh token is refused, and Twitch is not asked', async () => {
	const { post, received } = startWorker();

	const { status, error } = await post(refreshPath, { sealedRefreshToken: 'twitch-refresh' });

	expect([status, error?.class, error?.code]).toEqual([400, 'bad_request', 'sealed_token_invalid']);
	expect(received).toEqual([]);
});

test('the seal of another platform is refused', async () => {
	const { status, error } = await refresh(await obtainSeal('theta'));

	expect([status, error?.class, error?.code]).toEqual([400, 'bad_request', 'sealed_token_invalid']);
});

test('the seal of an earlier client ID asks for a new sign-in, because Twitch would refuse it too', async () => {
	const answer = await refresh(await obtainSeal(), { ...env, TWITCH_CLIENT_ID: 'another-client' });

	expect([answer.status, answer.error?.class, answer.error?.code]).toEqual([401, 'reauth', 'client_changed']);
});

test('after a key rotation old seals still open, and new ones are made with the new key', async () => {
	const old = await obtainSeal();
	const rotated = { ...env, SEAL_KEY: `${otherSealKey}, ${sealKey}` };

	const { status, body } = await refresh(old, rotated);

	expect(status).toBe(200);
	const renewed = String(body['sealedRefreshToken']);
	expect(decodeProtectedHeader(renewed).kid).not.toBe(decodeProtectedHeader(old).kid);
	expect((await refresh(renewed, { ...env, SEAL_KEY: otherSealKey })).status).toBe(200);
});

test('dropping a key signs everybody out who was sealed with it', async () => {
	const { status, error } = await refresh(await obtainSeal(), { ...env, SEAL_KEY: otherSealKey });

	expect([status, error?.class, error?.code]).toEqual([401, 'reauth', 'seal_retired']);
});

test("a seal under our key ID by somebody else's key is refused", async () => {
	const forged = await sealByHand('{"refreshToken":"x","platform":"twitch","clientId":"twitch-client"}', otherSealKey);

	const { status, error } = await refresh(forged);

	expect([status, error?.code]).toEqual([400, 'sealed_token_invalid']);
});

test.each([
	'null',
	'no JSON',
	'{"refreshToken":"x"}',
	'{"refreshToken":1,"platform":"twitch","clientId":"twitch-client"}'
])('a seal around %s is refused', async (payload) => {
	const { status, error } = await refresh(await sealByHand(payload));

	expect([status, error?.code]).toEqual([400, 'sealed_token_invalid']);
});

test('revoking takes only seals that the refresh would take', async () => {
	const seal = await obtainSeal('theta');
	const { post, received } = startWorker();

	const { error } = await post('/api/oauth/twitch/revoke', { accessToken: 'a', sealedRefreshToken: seal });

	expect(error?.code).toBe('sealed_token_invalid');
	expect(received).toEqual([]);
});

test('a seal that no key opens any more does not keep the access token from being revoked', async () => {
	const sealedRefreshToken = await obtainSeal();
	const { post, received } = startWorker(() => new Response(null), {}, { ...env, SEAL_KEY: otherSealKey });

	const { body } = await post('/api/oauth/twitch/revoke', { accessToken: 'a', sealedRefreshToken });

	expect(body).toEqual({ revoked: false, reason: 'refresh_token_kept' });
	expect(received.map(({ form }) => form.get('token'))).toEqual(['a']);
});

test.each(['', 'AAECAw', 'not base64url!', `${sealKey},`, `${sealKey},${otherSealKey},${sealKey}`])(
	'"%s" as SEAL_KEY is a configuration error, before a code is spent',
	async (key) => {
		const { post, received } = startWorker(() => Response.json(twitchGrant), {}, { ...env, SEAL_KEY: key });

		const { status, error } = await post('/api/oauth/twitch/token', { code: 'a-code' });

		expect([status, error?.class, error?.code]).toEqual([500, 'config', 'not_configured']);
		expect(received).toEqual([]);
	}
);
