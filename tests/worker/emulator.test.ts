import type { EmulatedPlatform } from '#lib/platforms/emulated-platform.ts';
import { createThetaEmulator } from '#lib/platforms/theta/emulator/theta-emulator.ts';
import { createTwitchEmulator } from '#lib/platforms/twitch/emulator/twitch-emulator.ts';
import { systemClock } from '#lib/transport/clock.ts';
import { expect, test } from 'vitest';
import { appOrigin, env, startWorker } from './harness.ts';
import type { Env } from './worker-parts.ts';

const emulatorOrigin = 'http://127.0.0.1:8788';
const emulatedEnv: Env = {
	...env,
	TWITCH_AUTH_URL: `${emulatorOrigin}/twitch/oauth2`,
	THETA_API_URL: `${emulatorOrigin}/theta/v1`
};

function startEmulators() {
	const common = { clock: systemClock, random: Math.random };
	const registration = (platformId: string) => ({
		clientId: `${platformId}-client`,
		clientSecret: `${platformId}-secret`,
		redirectUris: [`${appOrigin}/connect/${platformId}`],
		name: 'Tributary'
	});
	const twitch = createTwitchEmulator({
		...common,
		clients: [registration('twitch')],
		baseUrl: `${emulatorOrigin}/twitch`
	});
	const theta = createThetaEmulator({
		...common,
		clients: [registration('theta')],
		subscribeKey: 'sub-c-1',
		publishKey: 'pub-c-1',
		baseUrl: emulatorOrigin
	});
	const send = (url: string, init: RequestInit) => {
		const platform: EmulatedPlatform = new URL(url).pathname.startsWith('/twitch/') ? twitch : theta;
		return platform.fetch(new Request(url, init));
	};
	return { twitch, theta, send, ...startWorker(undefined, { send }, emulatedEnv) };
}

type Send = ReturnType<typeof startEmulators>['send'];

async function consent(send: Send, url: string, form: Record<string, string>): Promise<string> {
	const answer = await send(url, { method: 'POST', body: new URLSearchParams(form) });
	return new URL(answer.headers.get('Location') ?? '').searchParams.get('code') ?? '';
}

function consentToTwitch(send: Send, account: string): Promise<string> {
	const query = new URLSearchParams({
		client_id: 'twitch-client',
		redirect_uri: `${appOrigin}/connect/twitch`,
		response_type: 'code',
		scope: 'chat:read chat:edit'
	});
	const url = `${emulatorOrigin}/twitch/oauth2/authorize?${query}`;
	return consent(send, url, { decision: 'authorize', account });
}

function consentToTheta(send: Send, userId: string): Promise<string> {
	return consent(send, `${emulatorOrigin}/theta/account/grant-app`, {
		client_id: 'theta-client',
		redirect_uri: `${appOrigin}/connect/theta`,
		user_id: userId,
		decision: 'allow'
	});
}

test('Twitch: a code becomes tokens, once; they are refreshed, then revoked, and the session ends when Twitch says so', async () => {
	const { twitch, send, post } = startEmulators();
	const user = twitch.users.find(({ canSignIn }) => canSignIn)!;
	const code = await consentToTwitch(send, user.id);

	const granted = await post('/api/oauth/twitch/token', { code });
	const repeated = await post('/api/oauth/twitch/token', { code });
	const refreshed = await post('/api/oauth/twitch/refresh', { sealedRefreshToken: granted.body['sealedRefreshToken'] });
	const { accessToken, sealedRefreshToken } = refreshed.body;
	const valid = await validate(send, String(accessToken));
	const revoked = await post('/api/oauth/twitch/revoke', { accessToken, sealedRefreshToken });
	const invalid = await validate(send, String(accessToken));
	twitch.revokeGrants();
	const ended = await post('/api/oauth/twitch/refresh', { sealedRefreshToken });

	expect(granted.body).toMatchObject({ scopes: ['chat:read', 'chat:edit'], expiresInSeconds: expect.any(Number) });
	expect(repeated.error).toMatchObject({ class: 'reauth', code: 'invalid_code' });
	expect([valid, revoked.body, invalid]).toEqual([200, { revoked: true }, 401]);
	expect(ended.error).toMatchObject({ class: 'reauth', code: 'token_revoked' });
});

async function validate(send: Send, accessToken: string): Promise<number> {
	const headers = { Authorization: `OAuth ${accessToken}` };
	return (await send(`${emulatorOrigin}/twitch/oauth2/validate`, { headers })).status;
}

test('THETA.tv: a code becomes tokens, once; they are refreshed, and the session ends when THETA.tv says so', async () => {
	const { theta, send, post, request } = startEmulators();
	const user = theta.users.find(({ streamer }) => streamer)!;
	const code = await consentToTheta(send, user.id);

	const granted = await post('/api/oauth/theta/token', { code });
	const repeated = await post('/api/oauth/theta/token', { code });
	const refreshed = await post('/api/oauth/theta/refresh', { sealedRefreshToken: granted.body['sealedRefreshToken'] });
	const found = await request(`/api/theta/users/${String(granted.body['userId'])}`);
	const unknown = await request('/api/theta/users/usrnobody');
	theta.revokeGrants();
	const ended = await post('/api/oauth/theta/refresh', { sealedRefreshToken: refreshed.body['sealedRefreshToken'] });

	expect([granted.body['userId'], refreshed.body['userId']]).toEqual([user.id, user.id]);
	expect(repeated.error).toMatchObject({ class: 'reauth', code: 'invalid_code' });
	expect(found.body).toEqual({ id: user.id, username: user.username });
	expect(unknown.error?.code).toBe('user_not_found');
	expect(ended.error).toMatchObject({ class: 'reauth', code: 'token_revoked' });
});

test.each(['twitch', 'theta'])('%s: a wrong secret is told as a mistake of this server', async (platformId) => {
	const { send } = startEmulators();
	const wrong = { ...emulatedEnv, TWITCH_CLIENT_SECRET: 'wrong', THETA_CLIENT_SECRET: 'wrong' };
	const { post } = startWorker(undefined, { send }, wrong);

	const { error } = await post(`/api/oauth/${platformId}/token`, { code: 'a-code' });

	expect(error).toMatchObject({ class: 'config', code: 'client_rejected' });
});
