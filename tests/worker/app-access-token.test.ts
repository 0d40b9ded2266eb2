import { expect, test } from 'vitest';
import { appOrigin, env } from './harness.ts';
import {
	AppAccessToken,
	readPublicConfig,
	requestAppGrant,
	twitchOAuth,
	Upstream,
	type Grant
} from './worker-parts.ts';

const minuteMs = 60_000;

function countingRequest(lifetimeSeconds = 3600) {
	const requests: number[] = [];
	const request = async (): Promise<Grant> => {
		requests.push(requests.length + 1);
		return { accessToken: `app-${requests.length}`, expiresInSeconds: lifetimeSeconds, scopes: [] };
	};
	return { requests, request };
}

test('many who ask at once share one request', async () => {
	const { request, requests } = countingRequest();
	const token = new AppAccessToken(request, () => 0);

	const tokens = await Promise.all(Array.from({ length: 20 }, () => token.get()));

	expect(new Set(tokens)).toEqual(new Set(['app-1']));
	expect(requests).toHaveLength(1);
});

test('a token is kept until five minutes before it expires', async () => {
	const { request } = countingRequest(3600);
	let now = 0;
	const token = new AppAccessToken(request, () => now);

	const first = await token.get();
	now = 55 * minuteMs - 1;
	const kept = await token.get();
	now = 55 * minuteMs;
	const renewed = await token.get();

	expect([first, kept, renewed]).toEqual(['app-1', 'app-1', 'app-2']);
});

test('a failure reaches everyone who waited, and the next one tries again', async () => {
	let attempts = 0;
	const token = new AppAccessToken(
		async () => {
			attempts++;
			if (attempts === 1) throw new Error('down');
			return { accessToken: 'app', expiresInSeconds: 3600, scopes: [] };
		},
		() => 0
	);

	const outcomes = await Promise.allSettled([token.get(), token.get()]);
	const retried = await token.get();

	expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	expect([retried, attempts]).toEqual(['app', 2]);
});

test('a request that never ends holds nobody back for longer than 15 seconds', async () => {
	let attempts = 0;
	let now = 0;
	const token = new AppAccessToken(
		() => {
			attempts++;
			if (attempts === 1) return new Promise(() => undefined);
			return Promise.resolve({ accessToken: 'app', expiresInSeconds: 3600, scopes: [] });
		},
		() => now
	);

	void token.get();
	now = 15_000;

	expect(await token.get()).toBe('app');
});

test('Twitch is asked with client credentials in the form', async () => {
	const sent: string[] = [];
	const upstream = new Upstream(async (url, init) => {
		sent.push(`${url} ${init.body}`);
		return Response.json({ access_token: 'app', expires_in: 5011271, token_type: 'bearer' });
	}, 1_000);

	const grant = await requestAppGrant(twitchOAuth(env, readPublicConfig(env, appOrigin)), upstream);

	expect(grant).toEqual({ accessToken: 'app', expiresInSeconds: 5011271, scopes: [] });
	expect(sent).toEqual([
		'https://id.twitch.tv/oauth2/token grant_type=client_credentials&client_id=twitch-client&client_secret=twitch-secret'
	]);
});

test('a refused client is a configuration error', async () => {
	const upstream = new Upstream(
		async () => Response.json({ status: 403, message: 'invalid client secret' }, { status: 403 }),
		1_000
	);

	const grant = requestAppGrant(twitchOAuth(env, readPublicConfig(env, appOrigin)), upstream);

	await expect(grant).rejects.toMatchObject({ failureClass: 'config', code: 'client_rejected' });
});
