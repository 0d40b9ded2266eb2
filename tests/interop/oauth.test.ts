import {
	OAuthClient as MixerOAuthClient,
	OAuthShortCode as MixerShortCode,
	NativeRequester,
	ShortCodeAccessDeniedError as MixerAccessDenied,
	ShortCodeExpireError,
	UnexpectedHttpError
} from '@mixer/shortcode-oauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AuthorizationError } from '#lib/model/errors.ts';
import {
	Button,
	Discovery,
	OAuthClient,
	ShortCodeAccessDeniedError,
	State,
	UnknownShortCodeError
} from '#lib/interactive/client/index.ts';
import { startWorker, type RunningWorker } from './support/running-worker.ts';
import { accessToken, startTwitch, type TwitchServer } from './support/twitch-server.ts';

const scopes = ['interactive:robot:self'];
let twitch: TwitchServer;
let server: RunningWorker;

beforeAll(async () => {
	twitch = await startTwitch();
	server = await startWorker(twitch.settings);
}, 60_000);

afterAll(async () => {
	await server.close();
	await twitch.close();
});

/** As the streamer does on our page. */
async function answer(action: 'approve' | 'deny', code: string): Promise<void> {
	const { status } = await fetch(`${server.url}/api/rooms/${action}`, {
		method: 'POST',
		headers: { Origin: server.url, 'Content-Type': 'application/json' },
		body: JSON.stringify({ platform: 'twitch', accessToken, code })
	});
	expect(status).toBe(200);
}

const mixerClient = (clientId = 'an-old-game') =>
	new MixerOAuthClient({ clientId, scopes, host: `${server.url}/api/v1/` });

test("Mixer's own client gets a code, waits for the streamer, and gets tokens that it can renew", async () => {
	const client = mixerClient();
	const code = await client.getCode();
	expect(code.code).toHaveLength(6);
	expect(await code.poll()).toBeUndefined();

	const accepted = code.waitForAccept();
	await answer('approve', code.code);
	const tokens = await accepted;
	const renewed = await client.refresh(tokens);

	expect(tokens.expired()).toBe(false);
	expect(tokens.granted(scopes)).toBe(true);
	expect(renewed.data.accessToken).not.toBe(tokens.data.accessToken);
	const { status, body } = await currentUser(renewed.header());
	expect([status, body]).toMatchObject([200, { id: 100_001, username: 'TidalKit' }]);
});

test("Mixer's own client tells a denial, a handle whose time is up, and a refresh token that was used", async () => {
	const client = mixerClient();
	const denied = await client.getCode();
	await answer('deny', denied.code);
	await expect(denied.waitForAccept()).rejects.toBeInstanceOf(MixerAccessDenied);

	const requester = new NativeRequester(`${server.url}/api/v1/`);
	const late = new MixerShortCode('an-old-game', scopes, requester, {
		code: 'AAAAAA',
		handle: `AAAAAA-${'A'.repeat(26)}`,
		expires_in: 120
	});
	await expect(late.waitForAccept()).rejects.toBeInstanceOf(ShortCodeExpireError);

	const code = await client.getCode();
	await answer('approve', code.code);
	const tokens = await code.waitForAccept();
	await client.refresh(tokens);
	await expect(client.refresh(tokens)).rejects.toBeInstanceOf(UnexpectedHttpError);
});

test("Mixer's own client is refused without a client ID in words that it can show", async () => {
	await expect(mixerClient('').getCode()).rejects.toThrow(/400/);
});

const ownClient = (clientId = 'a-new-game') => new OAuthClient({ clientId, host: server.url });

test('our own client goes the same way', async () => {
	const client = ownClient();
	const code = await client.getCode();

	const accepted = code.accepted();
	await answer('approve', code.code);
	const tokens = await accepted;
	const renewed = await client.refresh(tokens);

	expect(renewed.access).not.toBe(tokens.access);
	await expect(client.refresh(tokens)).rejects.toBeInstanceOf(AuthorizationError);
	await expect(client.refresh(renewed)).rejects.toBeInstanceOf(AuthorizationError);
});

test('our own client tells a denial and a client that may not ask', async () => {
	const code = await ownClient().getCode();
	await answer('deny', code.code);

	await expect(code.accepted()).rejects.toBeInstanceOf(ShortCodeAccessDeniedError);
	await expect(ownClient('').getCode()).rejects.toBeInstanceOf(UnknownShortCodeError);
});

test('a game that was let in hosts the channel of who let it in, and viewers are let in for as long', async () => {
	const code = await ownClient().getCode();
	await answer('approve', code.code);
	const tokens = await code.accepted();
	const before = await join('tidalkit');

	const state = await State.connect({
		discovery: new Discovery({ host: server.url }),
		authorization: `Bearer ${tokens.access}`,
		projectVersionId: 1
	});
	state.pumpAsync();
	await state.scene('default')?.createControls(new Button('jump', { text: 'Jump' }));
	await state.setReady();
	const during = await join('tidalkit');
	state.connection.close();

	expect([before.status, before.body]).toMatchObject([404, { error: 'no_game', channelId: 'twitch:100001' }]);
	expect([during.status, during.body]).toMatchObject([200, { channelId: 'twitch:100001' }]);
	expect(String(during.body['address'])).toMatch(/^ws:\/\/[\w.]+:\d+\/api\/rooms\/participant\?channel=/);
	await expect.poll(async () => (await join('tidalkit')).status).toBe(404);
});

test('what was granted outlives a deploy: a code that waits and a refresh token are good afterwards', async () => {
	const client = ownClient();
	const [first, waiting] = [await client.getCode(), await client.getCode()];
	await answer('approve', first.code);
	const tokens = await first.accepted();

	await server.deploy();

	expect((await client.refresh(tokens)).access).not.toBe(tokens.access);
	await answer('approve', waiting.code);
	expect((await waiting.accepted()).access).toEqual(expect.any(String));
});

async function currentUser(headers: Readonly<Record<string, string>>) {
	return read(await fetch(`${server.url}/api/v1/users/current`, { headers }));
}

async function join(channel: string) {
	return read(await fetch(`${server.url}/api/v1/interactive/${channel}`));
}

async function read(response: Response) {
	return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
