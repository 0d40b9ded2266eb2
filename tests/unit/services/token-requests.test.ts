import { decodeJwt, decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';
import { defaultConfig } from '#lib/model/public-config.ts';
import { createProver } from '#lib/services/proof-key.ts';
import { createMemoryStorage } from '#lib/services/storage.ts';
import { exchangeCode, refreshAccessToken, revokeToken } from '#lib/services/token-requests.ts';
import { createFakeEnvironment, fakeNow } from '#tests/support/fake-environment.ts';

const appOrigin = 'https://app.invalid';
const granted = {
	accessToken: 'at-1',
	expiresInSeconds: 14_000,
	scopes: ['chat:read'],
	sealedRefreshToken: 'sealed-1'
};

function setUp(answer: (request: Request, count: number) => Response) {
	const requests: { request: Request; body: unknown }[] = [];
	const { environment } = createFakeEnvironment({
		fetch: async (request) => {
			requests.push({ request, body: await request.clone().json() });
			return answer(request, requests.length);
		}
	});
	const prove = createProver(createMemoryStorage(), environment.clock);
	return { requests, context: { config: defaultConfig(appOrigin), environment, appOrigin, prove } };
}

const failure = (failureClass: string, code: string, status: number, headers = {}) =>
	Response.json({ error: { class: failureClass, code, message: 'A sentence.' } }, { status, headers });

test('a code is exchanged with a proof of the key that this browser keeps', async () => {
	const { requests, context } = setUp(() => Response.json({ ...granted, userId: '7' }));

	const grant = await exchangeCode('twitch', 'code-1', context);

	const { request, body } = requests[0] as (typeof requests)[number];
	const proof = request.headers.get('dpop') ?? '';
	expect(request.url).toBe(`${appOrigin}/api/oauth/twitch/token`);
	expect(body).toEqual({ code: 'code-1' });
	expect(decodeProtectedHeader(proof)).toMatchObject({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty: 'EC' } });
	expect(decodeProtectedHeader(proof).jwk).not.toHaveProperty('d');
	expect(decodeJwt(proof)).toMatchObject({ htm: 'POST', htu: request.url, iat: fakeNow / 1000 });
	expect(grant).toEqual({
		tokens: {
			accessToken: 'at-1',
			scopes: ['chat:read'],
			expiresAt: fakeNow + 14_000_000,
			sealedRefreshToken: 'sealed-1'
		},
		userId: '7'
	});
});

test('a refresh that brings no new refresh token keeps the old one', async () => {
	const { context } = setUp(() => Response.json({ accessToken: 'at-2', scopes: [] }));

	const tokens = await refreshAccessToken('twitch', 'sealed-1', context);

	expect(tokens).toEqual({ accessToken: 'at-2', scopes: [], sealedRefreshToken: 'sealed-1' });
});

test('a machine whose clock is a day off proves again by the clock of the Worker', async () => {
	const date = new Date(fakeNow + 86_400_000);
	const { requests, context } = setUp((_, count) =>
		count === 1 ? failure('bad_request', 'stale_proof', 401, { date: date.toUTCString() }) : Response.json(granted)
	);

	await refreshAccessToken('twitch', 'sealed-1', context);

	const proofs = requests.map(({ request }) => decodeJwt(request.headers.get('dpop') ?? ''));
	expect(proofs.map(({ iat }) => iat)).toEqual([fakeNow / 1000, date.getTime() / 1000]);
});

test('a second stale proof is not tried a third time', async () => {
	const { requests, context } = setUp(() =>
		failure('bad_request', 'stale_proof', 401, { date: new Date(fakeNow).toUTCString() })
	);

	await expect(refreshAccessToken('twitch', 'sealed-1', context)).rejects.toMatchObject({ code: 'stale_proof' });
	expect(requests).toHaveLength(2);
});

test.each([
	['reauth', 'token_revoked', 401, 'AuthorizationError'],
	['bad_request', 'sealed_token_invalid', 400, 'AuthorizationError'],
	['retry', 'upstream_trouble', 503, 'ConnectionError'],
	['config', 'client_rejected', 500, 'RejectionError'],
	['bad_request', 'malformed_body', 400, 'RejectionError']
])('class %s, code %s of the Worker is what must happen next', async (failureClass, code, status, name) => {
	const { context } = setUp(() => failure(failureClass, code, status));

	await expect(refreshAccessToken('twitch', 'sealed-1', context)).rejects.toMatchObject({ name });
});

test.each([
	['HTML with status 200', () => new Response('<html>')],
	['another shape', () => Response.json({ token: 'at-1' })],
	['a refusal of another shape', () => Response.json({ message: 'no' }, { status: 400 })]
])('%s from the Worker is a protocol error', async (_, answer) => {
	const { context } = setUp(answer);

	await expect(exchangeCode('twitch', 'code-1', context)).rejects.toMatchObject({ name: 'ProtocolError' });
});

test('revoking says whether the platform forgot the tokens', async () => {
	const { requests, context } = setUp(() => Response.json({ revoked: false, reason: 'unsupported' }));

	const revoked = await revokeToken('theta', { accessToken: 'at-1', scopes: [], sealedRefreshToken: 's' }, context);

	expect(revoked).toBe(false);
	expect(requests[0]?.body).toEqual({ accessToken: 'at-1', sealedRefreshToken: 's' });
});
