import { exportJWK, generateKeyPair, SignJWT, type GenerateKeyPairResult, type JWTPayload } from 'jose';
import { expect, test } from 'vitest';
import { appOrigin, env, startWorker, twitchGrant } from './harness.ts';

const tokenPath = '/api/oauth/twitch/token';
const refreshPath = '/api/oauth/twitch/refresh';
const refreshUrl = `${appOrigin}${refreshPath}`;

const grantTwitch = () => Response.json(twitchGrant);

/** A proof for a refresh, but for what the test changes. */
async function createProof(
	keys: GenerateKeyPairResult,
	claims: JWTPayload = {},
	header: Record<string, unknown> = {}
): Promise<Record<string, string>> {
	const jwk = await exportJWK(keys.publicKey);
	const iat = Math.floor(Date.now() / 1000);
	const proof = await new SignJWT({ htm: 'POST', htu: refreshUrl, iat, jti: crypto.randomUUID(), ...claims })
		.setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk, ...header })
		.sign(keys.privateKey);
	return { DPoP: proof };
}

async function obtainBoundSeal(keys: GenerateKeyPairResult): Promise<string> {
	const proof = await createProof(keys, { htu: `${appOrigin}${tokenPath}` });
	const { body } = await startWorker(grantTwitch).post(tokenPath, { code: 'a-code' }, proof);
	return String(body['sealedRefreshToken']);
}

test('a refresh token bound to a key is refreshed with a proof by that key, again and again', async () => {
	const keys = await generateKeyPair('ES256');
	const { post } = startWorker(grantTwitch);

	const first = await post(refreshPath, { sealedRefreshToken: await obtainBoundSeal(keys) }, await createProof(keys));
	const renewed = { sealedRefreshToken: first.body['sealedRefreshToken'] };
	const second = await post(refreshPath, renewed, await createProof(keys));
	const unproven = await post(refreshPath, renewed);

	expect([first.status, second.status]).toEqual([200, 200]);
	expect(unproven.error).toMatchObject({ class: 'bad_request', code: 'proof_required' });
});

test('a proof by another key ends the session, and Twitch is not asked', async () => {
	const sealedRefreshToken = await obtainBoundSeal(await generateKeyPair('ES256'));
	const { post, received } = startWorker();

	const thief = await createProof(await generateKeyPair('ES256'));
	const { status, error } = await post(refreshPath, { sealedRefreshToken }, thief);

	expect([status, error?.class, error?.code]).toEqual([401, 'reauth', 'proof_key_changed']);
	expect(received).toEqual([]);
});

test('a refresh token that was never bound needs no proof', async () => {
	const { post } = startWorker(grantTwitch);
	const { body } = await post(tokenPath, { code: 'a-code' });

	const { status } = await post(refreshPath, { sealedRefreshToken: body['sealedRefreshToken'] });

	expect(status).toBe(200);
});

test.each([
	[61, 'stale_proof'],
	[-61, 'stale_proof'],
	[86_400, 'stale_proof'],
	[-86_400, 'stale_proof'],
	[59, undefined],
	[-59, undefined]
])('with a clock that is %i s off the answer is %s', async (skewSeconds, code) => {
	const keys = await generateKeyPair('ES256');
	const sealedRefreshToken = await obtainBoundSeal(keys);
	const now = Date.UTC(2026, 10, 21, 12);
	const { post } = startWorker(grantTwitch, { now: () => now });

	const { error } = await post(
		refreshPath,
		{ sealedRefreshToken },
		await createProof(keys, { iat: now / 1000 + skewSeconds })
	);

	expect(error?.code).toBe(code);
});

test('a page with a wrong clock is told the time, so that its next proof is taken', async () => {
	const keys = await generateKeyPair('ES256');
	const sealedRefreshToken = await obtainBoundSeal(keys);
	const { post } = startWorker(grantTwitch, { now: () => Date.UTC(2030, 0, 1) });

	const refused = await post(refreshPath, { sealedRefreshToken }, await createProof(keys));
	const serverTime = Date.parse(refused.headers.get('Date') ?? '');
	const retried = await post(refreshPath, { sealedRefreshToken }, await createProof(keys, { iat: serverTime / 1000 }));

	expect([refused.status, refused.error?.class, refused.error?.code]).toEqual([401, 'bad_request', 'stale_proof']);
	expect(retried.status).toBe(200);
});

test.each<[string, JWTPayload, Record<string, unknown>]>([
	['another URL', { htu: `${appOrigin}${tokenPath}` }, {}],
	['another origin', { htu: 'https://evil.test/api/oauth/twitch/refresh' }, {}],
	['another method', { htm: 'GET' }, {}],
	['no jti', { jti: '' }, {}],
	['a jti of 257 characters', { jti: 'x'.repeat(257) }, {}],
	['no type', {}, { typ: undefined }],
	['the type of another JWT', {}, { typ: 'JWT' }],
	['no key', {}, { jwk: undefined }],
	['a shared secret as key', {}, { jwk: { kty: 'oct', k: 'AAAA' } }]
])('a proof with %s is refused, but does not end the session', async (_, claims, header) => {
	const keys = await generateKeyPair('ES256');
	const sealedRefreshToken = await obtainBoundSeal(keys);
	const { post, received } = startWorker();

	const { status, error } = await post(refreshPath, { sealedRefreshToken }, await createProof(keys, claims, header));

	expect([status, error?.class, error?.code]).toEqual([401, 'bad_request', 'proof_invalid']);
	expect(received).toEqual([]);
});

test('a proof that shows its private key is refused', async () => {
	const keys = await generateKeyPair('ES256', { extractable: true });
	const sealedRefreshToken = await obtainBoundSeal(keys);
	const { post } = startWorker();

	const proof = await createProof(keys, {}, { jwk: await exportJWK(keys.privateKey) });
	const { error } = await post(refreshPath, { sealedRefreshToken }, proof);

	expect(error).toMatchObject({ class: 'bad_request', code: 'proof_invalid' });
});

test.each(['ES384', 'EdDSA', 'RS256'])(
	'a proof signed with %s is refused, as only ES256 was agreed on',
	async (alg) => {
		const { post, received } = startWorker(grantTwitch);

		const proof = await createProof(await generateKeyPair(alg), { htu: `${appOrigin}${tokenPath}` }, { alg });
		const { error } = await post(tokenPath, { code: 'a-code' }, proof);

		expect(error).toMatchObject({ class: 'bad_request', code: 'proof_invalid' });
		expect(received).toEqual([]);
	}
);

test('a proof that shows a key it was not signed with is refused', async () => {
	const keys = await generateKeyPair('ES256');
	const sealedRefreshToken = await obtainBoundSeal(keys);
	const { post } = startWorker();
	const thief = await generateKeyPair('ES256');

	const proof = await createProof(thief, {}, { jwk: await exportJWK(keys.publicKey) });
	const { error } = await post(refreshPath, { sealedRefreshToken }, proof);

	expect(error).toMatchObject({ class: 'bad_request', code: 'proof_invalid' });
});

test.each(['', 'a.b.c', 'x'.repeat(5000)])('"%.8s" as proof is refused before a code is spent', async (proof) => {
	const { post, received } = startWorker(grantTwitch);

	const { status, error } = await post(tokenPath, { code: 'a-code' }, { DPoP: proof });

	expect([status, error?.code]).toEqual([401, 'proof_invalid']);
	expect(received).toEqual([]);
});

test('behind a proxy the proof is about the address that the page sees', async () => {
	const keys = await generateKeyPair('ES256');
	const { post } = startWorker(grantTwitch, {}, { ...env, APP_ORIGIN: 'https://panel.test' });
	const proof = await createProof(keys, { htu: `https://panel.test${tokenPath}` });

	const { status } = await post(tokenPath, { code: 'a-code' }, { ...proof, Origin: 'https://panel.test' });

	expect(status).toBe(200);
});
