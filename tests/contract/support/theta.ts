import { seededRandom } from '#lib/emulator/seeded-random.ts';
import { defaultConfig } from '#lib/model/public-config.ts';
import { ThetaChatConnection } from '#lib/platforms/theta/chat-connection.ts';
import { emulatedSubscription } from '#lib/platforms/theta/emulator/in-page-subscription.ts';
import { createThetaEmulator, type ThetaEmulator } from '#lib/platforms/theta/emulator/theta-emulator.ts';
import { adaptClock, createFakeEnvironment } from '#tests/support/fake-environment.ts';
import type { PlatformUnderTest } from './platform-under-test.ts';

/** THETA.tv, with PubNub played in the page. */
export function playTheta(): PlatformUnderTest {
	let reachable = true;
	let cutPolls = new AbortController();
	const { environment, clock } = createFakeEnvironment();
	const emulator = createThetaEmulator({
		clock: adaptClock(clock),
		random: seededRandom(3),
		clients: [],
		subscribeKey: 'sub-c-test',
		publishKey: 'pub-c-test',
		baseUrl: 'http://emulator.invalid'
	});
	const network: ThetaEmulator = {
		...emulator,
		fetch(request) {
			if (!reachable) return Promise.reject(new TypeError('Failed to fetch'));
			const signal = AbortSignal.any([request.signal, cutPolls.signal]);
			return emulator.fetch(new Request(request, { signal }));
		}
	};
	const [streamer] = emulator.users;
	const config = defaultConfig('https://app.invalid');
	const connection = new ThetaChatConnection({
		channelKey: streamer?.id ?? '',
		config: { ...config, theta: { ...config.theta, subscribeKey: 'sub-c-test' } },
		credentials: () => undefined,
		environment,
		openSubscription: emulatedSubscription(network)
	});
	return {
		connection,
		pass: async (ms) => void (await clock.tickAsync(ms)),
		say: (text) => void emulator.say({ channelId: connection.channel.key, username: 'palefox', text }),
		sendGarbage() {
			for (const payload of [
				null,
				'x',
				7,
				[],
				{},
				{ type: 'chat_message' },
				{ type: 'chat_message', data: { user: 1 } }
			])
				emulator.publish(connection.channel.key, payload);
		},
		cut() {
			cutPolls.abort();
			cutPolls = new AbortController();
		},
		setReachable: (value) => (reachable = value)
	};
}
