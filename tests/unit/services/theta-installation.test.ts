import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { defaultConfig } from '#lib/model/public-config.ts';
import { createProver } from '#lib/services/proof-key.ts';
import { createMemoryStorage } from '#lib/services/storage.ts';
import { requestThetaInstallation } from '#lib/services/theta-installation.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

const appOrigin = 'https://app.invalid';
const tokens = { accessToken: 'at-1', scopes: [], sealedRefreshToken: 'sealed-1' };

function setUp(answer: Response) {
	const requests: Request[] = [];
	const { environment } = createFakeEnvironment({ fetch: (request) => (requests.push(request), answer.clone()) });
	const prove = createProver(createMemoryStorage(), environment.clock);
	return { requests, context: { config: defaultConfig(appOrigin), environment, appOrigin, prove } };
}

const refusal = (failureClass: string, code: string, status: number) =>
	Response.json({ error: { class: failureClass, code, message: 'A sentence.' } }, { status });

test('the Worker is asked with the sealed token alone, and a proof of the key of this browser', async () => {
	const { requests, context } = setUp(Response.json({ channelId: 'usr1', installed: true }));

	await requestThetaInstallation(tokens, context);

	const [request] = requests as [Request];
	expect(request.url).toBe(`${appOrigin}/api/theta/installation`);
	expect(await request.json()).toEqual({ sealedRefreshToken: 'sealed-1' });
	expect(decodeJwt(request.headers.get('dpop') ?? '')).toMatchObject({ htm: 'POST', htu: request.url });
});

test.each([
	['is installed', Response.json({ channelId: 'usr1', installed: true }), 'installed'],
	['is not installed', Response.json({ channelId: 'usr1', installed: false }), 'missing'],
	['is no internal one', refusal('config', 'request_refused', 500), 'external']
])('an application that %s is told as such', async (_name, answer, installation) => {
	expect(await requestThetaInstallation(tokens, setUp(answer).context)).toBe(installation);
});

test.each([
	['a dead grant', refusal('reauth', 'grant_invalid', 401), { name: 'AuthorizationError' }],
	['a THETA.tv that is down', refusal('retry', 'upstream_unreachable', 503), { code: 'server_trouble' }],
	['a server that is not set up', refusal('config', 'not_configured', 500), { code: 'not_configured' }]
])('%s is no answer', async (_name, answer, error) => {
	await expect(requestThetaInstallation(tokens, setUp(answer).context)).rejects.toMatchObject(error);
});

test('an account without a refresh token is to be connected again, and nobody is asked', async () => {
	const { requests, context } = setUp(Response.json({ installed: true }));

	await expect(requestThetaInstallation({ accessToken: 'at-1', scopes: [] }, context)).rejects.toMatchObject({
		code: 'token_revoked'
	});
	expect(requests).toEqual([]);
});
