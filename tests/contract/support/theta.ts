import { seededRandom } from '#lib/emulator/seeded-random.ts';
import { defaultConfig } from '#lib/model/public-config.ts';
import { ThetaChatConnection } from '#lib/platforms/theta/chat-connection.ts';
import { emulatedSubscription } from '#lib/platforms/theta/emulator/in-page-subscription.ts';
import { createThetaEmulator, type ThetaEmulator } from '#lib/platforms/theta/emulator/theta-emulator.ts';
import { createWorker } from '#functions/worker.ts';
import { signInToTheta } from '#tests/support/theta-sign-in.ts';
import { adaptClock, createFakeEnvironment } from '#tests/support/fake-environment.ts';
import type { Credentials } from '#lib/platforms/platform.ts';
import type { PlatformUnderTest } from './platform-under-test.ts';

const appOrigin = 'https://app.invalid';
const client = {
	clientId: 'theta-client',
	clientSecret: 'theta-secret',
	redirectUris: ['http://localhost:8787/connect/theta'],
	name: 'Tributary'
};
const workerEnv = {
	THETA_CLIENT_ID: client.clientId,
	THETA_CLIENT_SECRET: client.clientSecret,
	THETA_API_URL: 'https://emulator.invalid/theta/v1'
};

/** THETA.tv, with PubNub played in the page and our Worker between the page and its API. */
export function playTheta(): PlatformUnderTest {
	let reachable = true;
	let cutPolls = new AbortController();
	const { environment, clock } = createFakeEnvironment({
		fetch(request) {
			if (!reachable) throw new TypeError('Failed to fetch');
			const headers = new Headers(request.headers);
			headers.set('Origin', appOrigin);
			return worker.fetch(new Request(request, { headers }), workerEnv);
		}
	});
	const emulator = createThetaEmulator({
		clock: adaptClock(clock),
		random: seededRandom(3),
		clients: [client],
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
	const worker = createWorker({ send: (url, init) => emulator.fetch(new Request(url, init)), log: () => {} });
	const [streamer] = emulator.users;
	if (!streamer) throw new Error('Expected a streamer.');
	const config = defaultConfig(appOrigin);
	const { id: userId, username } = streamer;
	const identity = { platform: 'theta', userId, login: username, displayName: username };
	let accessToken: string | undefined;
	const credentials = (): Credentials => ({
		identity,
		async accessToken(rejected) {
			if (accessToken === rejected) accessToken = await signInToTheta(emulator, userId);
			return accessToken ?? '';
		}
	});
	const connection = new ThetaChatConnection({
		channelKey: userId,
		config: { ...config, theta: { ...config.theta, subscribeKey: 'sub-c-test' } },
		credentials,
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
		expireTokens: () => void emulator.expireAccessTokens(),
		setReachable: (value) => (reachable = value)
	};
}
