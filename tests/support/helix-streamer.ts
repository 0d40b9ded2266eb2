import { seededRandom } from '#lib/emulator/seeded-random.ts';
import { defaultConfig } from '#lib/model/public-config.ts';
import { createTwitchEmulator } from '#lib/platforms/twitch/emulator/twitch-emulator.ts';
import type { Helix } from '#lib/platforms/twitch/helix/request.ts';
import { panelScopes } from '#lib/platforms/twitch/panel-scopes.ts';
import { signIn, base, client, redirectUri } from '#tests/unit/platforms/twitch/emulator/emulator-fixture.ts';
import { adaptClock, createFakeEnvironment } from './fake-environment.ts';

/** Who signs in, and what they allow. */
export interface StreamerOptions {
	readonly login?: string;
	readonly scopes?: readonly string[];
	/** Answers in place of the emulator where it returns something. */
	readonly intercept?: (request: Request) => Response | undefined;
}

/** Helix of the emulated Twitch as one of its streamers, on a clock that stands still until it is told. */
export async function createStreamer(options: StreamerOptions = {}) {
	const { login = 'tidalkit', scopes = panelScopes, intercept } = options;
	const calls: string[] = [];
	const { environment, clock } = createFakeEnvironment({
		fetch(request) {
			calls.push(`${request.method} ${request.url.slice(`${base}/helix`.length)}`);
			return intercept?.(request) ?? emulator.fetch(request);
		}
	});
	const emulator = createTwitchEmulator({
		clock: adaptClock(clock),
		random: seededRandom(7),
		clients: [
			{ clientId: client.client_id, clientSecret: client.client_secret, redirectUris: [redirectUri], name: '' }
		],
		baseUrl: base
	});
	const { access_token: token } = await signIn(emulator, login, scopes.join(' '));
	const config = defaultConfig('https://app.invalid');
	const user = emulator.users.find((one) => one.login === login);
	const broadcasterId = user?.id ?? '';
	const helix: Helix = {
		credentials: {
			identity: { platform: 'twitch', userId: broadcasterId, login, displayName: user?.displayName ?? login },
			scopes,
			accessToken: async () => token
		},
		config: { ...config, twitch: { ...config.twitch, clientId: client.client_id, apiUrl: `${base}/helix` } },
		environment
	};
	return { helix, broadcasterId, emulator, clock, calls };
}
