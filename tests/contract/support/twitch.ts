import type { HostSocket } from '#lib/emulator/socket-pair.ts';
import { seededRandom } from '#lib/emulator/seeded-random.ts';
import { defaultConfig } from '#lib/model/public-config.ts';
import { TwitchChatConnection } from '#lib/platforms/twitch/chat-connection.ts';
import { createTwitchEmulator } from '#lib/platforms/twitch/emulator/twitch-emulator.ts';
import { adaptClock, createFakeEnvironment } from '#tests/support/fake-environment.ts';
import type { PlatformUnderTest } from './platform-under-test.ts';

const channelKey = 'tidalkit';

/** Twitch, read anonymously. */
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
		clients: [],
		baseUrl: 'http://emulator.invalid/twitch'
	});
	const config = defaultConfig('https://app.invalid');
	const connection = new TwitchChatConnection({
		channelKey,
		config: { ...config, twitch: { ...config.twitch, ircUrl: 'ws://emulator.invalid/twitch/irc' } },
		credentials: () => undefined,
		environment
	});
	return {
		connection,
		pass: async (ms) => void (await clock.tickAsync(ms)),
		say: (text) => void emulator.say({ channel: channelKey, login: 'quietharbor', text }),
		sendGarbage: () =>
			void emulator.deliver('@@@\r\n::: \r\n@badges=\\ :x PRIVMSG\r\n{"type":"chat"}\r\n\u0000\r\nPRIVMSG #\r\n'),
		cut: () => open.splice(0).forEach((socket) => socket.drop()),
		setReachable: (value) => (reachable = value)
	};
}
