import type { HostSocket } from '#lib/emulator/socket-pair.ts';
import { seededRandom } from '#lib/emulator/seeded-random.ts';
import { defaultConfig } from '#lib/model/public-config.ts';
import { TwitchChatConnection } from '#lib/platforms/twitch/chat-connection.ts';
import { createTwitchEmulator, type TwitchEmulator } from '#lib/platforms/twitch/emulator/twitch-emulator.ts';
import { adaptClock, createFakeEnvironment } from '#tests/support/fake-environment.ts';
import type { Credentials } from '#lib/platforms/platform.ts';
import type { PlatformUnderTest } from './platform-under-test.ts';

const channelKey = 'tidalkit';
const redirectUri = 'http://localhost:8787/connect/twitch';
const client = {
	clientId: 'twitch-client',
	clientSecret: 'twitch-secret',
	redirectUris: [redirectUri],
	name: 'Tributary'
};

/** Twitch, as the owner of the channel. */
export function playTwitch(): PlatformUnderTest {
	let reachable = true;
	const open: HostSocket[] = [];
	const { environment, clock } = createFakeEnvironment({
		acceptSocket(socket, url) {
			if (!reachable) return false;
			open.push(socket);
			return emulator.accept(socket, url);
		}
	});
	const emulator = createTwitchEmulator({
		clock: adaptClock(clock),
		random: seededRandom(2),
		clients: [client],
		baseUrl: 'http://emulator.invalid/twitch'
	});
	const owner = emulator.users.find(({ login }) => login === channelKey);
	if (!owner) throw new Error('Expected the owner.');
	const identity = { platform: 'twitch', userId: owner.id, login: channelKey, displayName: owner.displayName };
	let accessToken: string | undefined;
	const credentials = (): Credentials => ({
		identity,
		async accessToken(rejected) {
			if (accessToken === rejected) accessToken = await signIn(emulator, owner.id);
			return accessToken ?? '';
		}
	});
	const config = defaultConfig('https://app.invalid');
	const connection = new TwitchChatConnection({
		channelKey,
		config: { ...config, twitch: { ...config.twitch, ircUrl: 'ws://emulator.invalid/twitch/irc' } },
		credentials,
		environment
	});
	return {
		connection,
		pass: async (ms) => void (await clock.tickAsync(ms)),
		say: (text) => void emulator.say({ channel: channelKey, login: 'quietharbor', text }),
		sendGarbage: () =>
			void emulator.deliver('@@@\r\n::: \r\n@badges=\\ :x PRIVMSG\r\n{"type":"chat"}\r\n\u0000\r\nPRIVMSG #\r\n'),
		cut: () => open.splice(0).forEach((socket) => socket.drop()),
		expireTokens: () => void emulator.expireAccessTokens(),
		setReachable: (value) => (reachable = value)
	};
}

async function signIn(emulator: TwitchEmulator, account: string): Promise<string> {
	const oauth = 'http://emulator.invalid/twitch/oauth2';
	const post = (url: string, form: Record<string, string>) =>
		emulator.fetch(new Request(url, { method: 'POST', body: new URLSearchParams(form) }));
	const question = { client_id: client.clientId, redirect_uri: redirectUri, response_type: 'code' };
	const query = new URLSearchParams({ ...question, scope: 'chat:read chat:edit' });
	const authorized = await post(`${oauth}/authorize?${query}`, { decision: 'authorize', account });
	const code = new URL(authorized.headers.get('location') ?? '').searchParams.get('code') ?? '';
	const answer = await post(`${oauth}/token`, {
		client_id: client.clientId,
		client_secret: client.clientSecret,
		grant_type: 'authorization_code',
		code,
		redirect_uri: redirectUri
	});
	return ((await answer.json()) as { access_token: string }).access_token;
}
