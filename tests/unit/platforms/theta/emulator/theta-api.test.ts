import { createClock } from '@sinonjs/fake-timers';
import { expect, test } from 'vitest';
import { createThetaEmulator } from '#lib/platforms/theta/emulator/theta-emulator.ts';
import { adaptClock, fakeNow } from '#tests/support/fake-environment.ts';
import { keys, registeredClient } from '../support/theta-server.ts';

const origin = 'http://127.0.0.1:8788';
const redirectUri = 'http://localhost:8787/connect/theta';

function setUp({ echoState = false } = {}) {
	const clock = createClock(fakeNow);
	const emulator = createThetaEmulator({
		clock: adaptClock(clock),
		random: Math.random,
		clients: [registeredClient],
		...keys,
		baseUrl: origin,
		echoState
	});
	const request = (path: string, init?: RequestInit) => emulator.fetch(new Request(`${origin}/theta/${path}`, init));
	const [streamer] = emulator.users;
	if (!streamer) throw new Error('Expected a streamer.');
	const grant = async (fields: Record<string, string> = {}) => {
		const form = { client_id: 'theta-client', redirect_uri: redirectUri, user_id: streamer.id, decision: 'allow' };
		const answer = await request('account/grant-app', {
			method: 'POST',
			body: new URLSearchParams({ ...form, ...fields })
		});
		return { answer, target: new URL(answer.headers.get('location') ?? 'none:') };
	};
	const token = (parameters: Record<string, string>) =>
		request(
			`v1/oauth/token?${new URLSearchParams({ client_id: 'theta-client', client_secret: 'theta-secret', ...parameters })}`,
			{ method: 'POST' }
		);
	const exchange = async () => {
		const { target } = await grant();
		const answer = await token({ grant_type: 'authorization_code', code: target.searchParams.get('code') ?? '' });
		return ((await answer.json()) as { body: Record<string, string> }).body;
	};
	return { emulator, clock, request, grant, token, exchange, streamer };
}

const question = `account/grant-app?${new URLSearchParams({ client_id: 'theta-client', redirect_uri: redirectUri })}`;

test('the grant page says what it is, offers the streamers and has no script', async () => {
	const answer = await setUp().request(question);
	const html = await answer.text();

	expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
	expect(html).toContain('THETA.tv emulator — not THETA.tv');
	for (const name of ['emberwake', 'northpier', 'palefox']) expect(html).toContain(`> ${name}</label>`);
	expect(html).toContain('>Allow</button>');
	expect(html).toContain('>Deny</button>');
	expect(html).not.toContain('<script');
});

test.each([
	['client', { client_id: 'nobody', redirect_uri: redirectUri }],
	['redirect address', { client_id: 'theta-client', redirect_uri: 'https://evil.invalid/' }]
])('an unregistered %s gets an error page and no redirect', async (_name, parameters) => {
	const { request, grant } = setUp();

	const asked = await request(`account/grant-app?${new URLSearchParams(parameters)}`);
	const { answer } = await grant(parameters);

	expect([asked.status, answer.status]).toEqual([400, 400]);
	expect(answer.headers.has('location')).toBe(false);
});

test('what a link puts into the grant page stays text', async () => {
	const html = await (
		await setUp().request(`${question}&state=${encodeURIComponent('"><script>alert(1)</script>')}`)
	).text();

	expect(html).not.toContain('<script');
});

test('allowing leads back with a code alone, without the state', async () => {
	const { target } = await setUp().grant({ state: 'abc' });

	expect(`${target.origin}${target.pathname}`).toBe(redirectUri);
	expect([...target.searchParams.keys()]).toEqual(['code']);
});

test('denying leads back with nothing', async () => {
	const { target } = await setUp().grant({ state: 'abc', decision: 'deny' });

	expect(target.href).toBe(redirectUri);
});

test('the state comes back where the emulator is told to give it back', async () => {
	const { target } = await setUp({ echoState: true }).grant({ state: 'abc' });

	expect(target.searchParams.get('state')).toBe('abc');
});

test('a code becomes tokens in the envelope, with the user id', async () => {
	const { token, grant, streamer } = setUp();
	const { target } = await grant();

	const answer = await token({ grant_type: 'authorization_code', code: target.searchParams.get('code') ?? '' });

	expect(await answer.json()).toMatchObject({
		status: 'SUCCESS',
		body: { client_id: 'theta-client', user_id: streamer.id, expires_in: 2_591_999, revoked: false }
	});
	expect(answer.headers.has('access-control-allow-origin')).toBe(false);
});

test('a code works once, for a while, and for its client only', async () => {
	const { clock, token, grant } = setUp();
	const code = async () => (await grant()).target.searchParams.get('code') ?? '';
	const redeem = (value: string, more = {}) => token({ grant_type: 'authorization_code', code: value, ...more });
	const used = await code();
	await redeem(used);
	const stolen = await code();
	const late = await code();

	const again = await redeem(used);
	const wrongSecret = await redeem(stolen, { client_secret: 'guess' });
	clock.tick(10 * 60_000);
	const tooLate = await redeem(late);

	for (const answer of [again, wrongSecret, tooLate])
		expect(await answer.json()).toMatchObject({ status: 'ERROR', body: { error_code: 1_000_000 } });
});

test('a refresh token gives new tokens until its grant is revoked', async () => {
	const { emulator, token, exchange, streamer } = setUp();
	const { refresh_token = '', access_token } = await exchange();
	const refresh = async () => (await token({ grant_type: 'refresh_token', refresh_token })).json();

	const refreshed = await refresh();
	const revoked = emulator.revokeGrants(streamer.id);

	expect(refreshed).toMatchObject({ status: 'SUCCESS', body: { user_id: streamer.id } });
	expect(refreshed).not.toMatchObject({ body: { access_token } });
	expect(revoked).toBe(1);
	expect(await refresh()).toMatchObject({ status: 'ERROR', body: { error_code: 1_000_000 } });
});

test('an expired access token is refused with its own code', async () => {
	const { emulator, request, exchange, streamer } = setUp();
	const { access_token } = await exchange();
	const look = () =>
		request(`v1/user/${streamer.id}?client_id=theta-client`, { headers: { Authorization: `Bearer ${access_token}` } });

	const before = await look();
	const expired = emulator.expireAccessTokens();

	expect(before.status).toBe(200);
	expect(expired).toBe(1);
	expect(await (await look()).json()).toMatchObject({ status: 'ERROR', body: { error_code: 1_010_001 } });
});

test('users and channels are found by id and by name', async () => {
	const { request, streamer } = setUp();
	const look = async (path: string) =>
		((await (await request(`v1/${path}client_id=theta-client`)).json()) as { body: object }).body;

	expect(await look(`user/${streamer.id}?`)).toMatchObject({ id: streamer.id, username: 'emberwake' });
	expect(await look('user?username=Emberwake&')).toMatchObject({ id: streamer.id });
	expect(await look(`channel/${streamer.id}?`)).toMatchObject({
		user_id: streamer.id,
		alias: 'emberwake',
		status: 'on'
	});
	expect(await look('channel?alias=emberwake&')).toMatchObject({ user_id: streamer.id });
});

test.each([
	['without a client id', 'v1/user/usr0', undefined, 1_000_000],
	['for somebody unknown', 'v1/user/usr0?client_id=theta-client', undefined, 1_000_404],
	['for another path', 'v1/secrets?client_id=theta-client', undefined, 1_000_404],
	['with GET for tokens', 'v1/oauth/token?client_id=theta-client', undefined, 1_000_000],
	['by preflight', 'v1/user/usr0?client_id=theta-client', { method: 'OPTIONS' }, 1_000_404]
])('a question %s is an error in the envelope', async (_name, path, init, code) => {
	const answer = await setUp().request(path, init);

	expect(await answer.json()).toMatchObject({ status: 'ERROR', body: { error_code: code } });
	expect(answer.headers.has('access-control-allow-origin')).toBe(false);
});

test('every seeded id has the shape of a real one', () => {
	for (const { id } of setUp().emulator.users) expect(id).toMatch(/^usr[a-z0-9]{16}$/);
});
