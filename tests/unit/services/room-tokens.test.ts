import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import type { Identity, Tokens } from '#lib/model/account.ts';
import { defaultConfig } from '#lib/model/public-config.ts';
import type { RegisteredPlatformId } from '#lib/platforms/manifests.ts';
import { Accounts } from '#lib/services/accounts.ts';
import { createProver } from '#lib/services/proof-key.ts';
import { RoomTokens } from '#lib/services/room-tokens.ts';
import { createMemoryStorage } from '#lib/services/storage.ts';
import { createFakeEnvironment, fakeNow } from '#tests/support/fake-environment.ts';

const appOrigin = 'https://app.invalid';
const ada = (platform: RegisteredPlatformId): Identity => ({ platform, userId: '7', login: 'ada', displayName: 'Ada' });
const tokens: Tokens = { accessToken: 'at-1', scopes: [], sealedRefreshToken: 'sealed-1' };
const hour = 3_600_000;

async function setUp(
	answer: (count: number) => Response | Promise<Response>,
	platform: RegisteredPlatformId = 'twitch'
) {
	const requests: { url: string; proof: string; body: unknown }[] = [];
	const { environment, clock } = createFakeEnvironment({
		fetch: async (request) => {
			const { url, headers } = request;
			requests.push({ url, proof: headers.get('dpop') ?? '', body: await request.json() });
			return answer(requests.length);
		}
	});
	const storage = createMemoryStorage();
	const accounts = new Accounts({
		storage,
		clock: environment.clock,
		refresh: async () => ({ accessToken: 'at-2', scopes: [], sealedRefreshToken: 'sealed-2' }),
		runExclusively: (_, task) => task()
	});
	await accounts.add(ada(platform), tokens);
	const prove = createProver(storage, environment.clock);
	const context = { config: defaultConfig(appOrigin), environment, appOrigin, prove };
	return { requests, clock, accounts, roomTokens: new RoomTokens({ accounts, context }) };
}

const granted = (count: number) =>
	Response.json({
		access_token: `room-${count}`,
		expires_in: 21_599,
		token_type: 'Bearer',
		channelId: 'twitch:7'
	});
const refusal = (code: string, failureClass = 'reauth', status = 401) =>
	Response.json({ error: { class: failureClass, code, message: 'A sentence.' } }, { status });

test('the Worker is given the access token in the body and says which room it opens', async () => {
	const { roomTokens, requests } = await setUp(granted);

	const token = await roomTokens.get('twitch');

	expect(token).toEqual({ accessToken: 'room-1', channelId: 'twitch:7', expiresAt: fakeNow + 21_599_000 });
	expect(requests.map(({ url, body }) => [url, body])).toEqual([
		[`${appOrigin}/api/rooms/token`, { platform: 'twitch', accessToken: 'at-1' }]
	]);
});

test('where an access token names nobody, the sealed refresh token does, with a proof of this browser', async () => {
	const { roomTokens, requests } = await setUp(granted, 'theta');

	await roomTokens.get('theta');

	expect(requests[0]?.body).toEqual({ platform: 'theta', accessToken: 'at-1', sealedRefreshToken: 'sealed-1' });
	expect(decodeJwt(requests[0]?.proof ?? '')).toMatchObject({ htu: `${appOrigin}/api/rooms/token` });
});

test('however many ask at once, one request is made, and its token is kept until shortly before it ends', async () => {
	const { roomTokens, requests, clock } = await setUp(granted);

	const [first, second] = await Promise.all([roomTokens.get('twitch'), roomTokens.get('twitch')]);
	clock.tick(5.9 * hour);
	const third = await roomTokens.get('twitch');
	clock.tick(0.05 * hour);
	const fourth = await roomTokens.get('twitch');

	expect([first, second, third, fourth].map(({ accessToken }) => accessToken)).toEqual([
		'room-1',
		'room-1',
		'room-1',
		'room-2'
	]);
	expect(requests).toHaveLength(2);
});

test('a token that a room refused is replaced', async () => {
	const { roomTokens } = await setUp(granted);
	const { accessToken } = await roomTokens.get('twitch');

	expect(await roomTokens.get('twitch', accessToken)).toMatchObject({ accessToken: 'room-2' });
});

test('an access token that the platform refuses is refreshed once', async () => {
	const { roomTokens, requests } = await setUp((count) => (count === 1 ? refusal('token_rejected') : granted(count)));

	expect(await roomTokens.get('twitch')).toMatchObject({ accessToken: 'room-2' });
	expect(requests.map(({ body }) => body)).toMatchObject([{ accessToken: 'at-1' }, { accessToken: 'at-2' }]);
});

test('the token of another account is not given out after a change of accounts', async () => {
	const { roomTokens, accounts } = await setUp(granted);
	await roomTokens.get('twitch');

	await accounts.add({ ...ada('twitch'), userId: '8' }, tokens);

	expect(await roomTokens.get('twitch')).toMatchObject({ accessToken: 'room-2' });
});

test.each([
	['a server in trouble', refusal('upstream_timeout', 'retry', 503), { code: 'server_trouble' }],
	['a token refused twice', refusal('token_rejected'), { code: 'token_rejected' }],
	['a server that is not set up', refusal('not_configured', 'config', 500), { code: 'not_configured' }]
])('%s is told, and asked again the next time', async (_, answer, error) => {
	const { roomTokens, requests } = await setUp(() => answer.clone());

	await expect(roomTokens.get('twitch')).rejects.toMatchObject(error);
	const before = requests.length;
	await expect(roomTokens.get('twitch')).rejects.toMatchObject(error);

	expect(requests.length).toBeGreaterThan(before);
});

test('without an account nobody is asked', async () => {
	const { roomTokens, requests } = await setUp(granted);

	await expect(roomTokens.get('theta')).rejects.toMatchObject({ code: 'not_connected' });
	expect(requests).toEqual([]);
});
