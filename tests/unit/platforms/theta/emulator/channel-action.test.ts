import { createClock } from '@sinonjs/fake-timers';
import { expect, test } from 'vitest';
import { createThetaEmulator } from '#lib/platforms/theta/emulator/theta-emulator.ts';
import { adaptClock, fakeNow } from '#tests/support/fake-environment.ts';
import { keys, registeredClient } from '../support/theta-server.ts';
import { signInToTheta } from '#tests/support/theta-sign-in.ts';

const origin = 'http://127.0.0.1:8788';
const appQuery = { client_id: 'theta-client', client_secret: 'theta-secret' };

function setUp({ internal = true } = {}) {
	const emulator = createThetaEmulator({
		clock: adaptClock(createClock(fakeNow)),
		random: Math.random,
		clients: [{ ...registeredClient, internal }],
		...keys,
		baseUrl: origin
	});
	const [streamer] = emulator.users;
	if (!streamer) throw new Error('Expected a streamer.');
	const request = async (path: string, query: Record<string, string>, init?: RequestInit) => {
		const url = `${origin}/theta/v1/${path}?${new URLSearchParams(query)}`;
		const answer = await emulator.fetch(new Request(url, init));
		return (await answer.json()) as { status: string; body: Record<string, unknown> };
	};
	const act = (
		token: string,
		action: unknown,
		{ channelId = streamer.id, query = appQuery as Record<string, string> } = {}
	) =>
		request(`channel/${channelId}/channel_action`, query, {
			method: 'POST',
			headers: { Authorization: `Bearer ${token}` },
			body: JSON.stringify(action)
		});
	const chat = async () => {
		const path = `/pubnub/v3/history/sub-key/${keys.subscribeKey}/channel/chat.${streamer.id}`;
		const answer = await emulator.fetch(new Request(`${origin}${path}`));
		const { channels } = (await answer.json()) as { channels: Record<string, { message: unknown }[]> };
		return (channels[`chat.${streamer.id}`] ?? []).map(({ message }) => message);
	};
	return { emulator, streamer, request, act, chat, signIn: () => signInToTheta(emulator, streamer.id) };
}

const line = { type: 'chat_message', message: 'hello :wave:' };

test('an application speaks in the channel of the streamer who let it, under its own name or a given one', async () => {
	const { act, chat, signIn } = setUp();
	const token = await signIn();

	const first = await act(token, line);
	await act(token, { ...line, display_name: 'emberwake', intl: false });

	expect(first.status).toBe('SUCCESS');
	expect(await chat()).toMatchObject([
		{ type: 'chat_message', data: { text: 'hello :wave:', user: { username: 'Tributary' } } },
		{ type: 'chat_message', data: { text: 'hello :wave:', user: { username: 'emberwake' } } }
	]);
});

test.each([
	['without the secret', { query: { client_id: 'theta-client' } }, line, 1_000_000],
	['with a wrong secret', { query: { ...appQuery, client_secret: 'guess' } }, line, 1_000_000],
	['in the channel of another', { channelId: 'usr7northpierlive02' }, line, 1_000_403],
	['that says nothing', {}, { ...line, message: '  ' }, 1_000_400],
	['of an unknown kind', {}, { ...line, type: 'ban' }, 1_000_400],
	['with an unknown field', {}, { ...line, color: 'red' }, 1_000_400]
])('an action %s is refused and nothing is said', async (_name, options, action, code) => {
	const { act, chat, signIn } = setUp();

	const answer = await act(await signIn(), action, options);

	expect(answer).toMatchObject({ status: 'ERROR', body: { error_code: code } });
	expect(await chat()).toEqual([]);
});

test('an action with a dead token is refused with the code for that', async () => {
	const { emulator, act, signIn } = setUp();
	const token = await signIn();
	emulator.expireAccessTokens();

	expect(await act(token, line)).toMatchObject({ status: 'ERROR', body: { error_code: 1_010_001 } });
});

test('an internal application is told where it is installed, with a token to speak there', async () => {
	const { emulator, streamer, request, act } = setUp();
	const list = async () =>
		(await request('oauth_application/theta-client/oauth_install/list', appQuery)).body as unknown as {
			user_id: string;
			access_token: string;
		}[];

	const before = await list();
	emulator.setInstalled(streamer.id, true);
	const [installation] = await list();
	const said = await act(installation?.access_token ?? '', line);
	emulator.setInstalled(streamer.id, false);

	expect(before).toEqual([]);
	expect(installation?.user_id).toBe(streamer.id);
	expect(said.status).toBe('SUCCESS');
	expect(await list()).toEqual([]);
});

test.each([
	['an external application', { internal: false }, 'theta-client', appQuery, 1_000_403],
	['another application', {}, 'other-client', appQuery, 1_000_403],
	['a page without the secret', {}, 'theta-client', { client_id: 'theta-client' }, 1_000_000]
])('%s is not told who installed it', async (_name, options, clientId, query, code) => {
	const { request } = setUp(options);

	const answer = await request(`oauth_application/${clientId}/oauth_install/list`, query as Record<string, string>);

	expect(answer).toMatchObject({ status: 'ERROR', body: { error_code: code } });
});
