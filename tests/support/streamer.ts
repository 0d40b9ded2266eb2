import { createInPageNetwork } from '#lib/emulator/in-page-network.ts';
import { seededRandom } from '#lib/emulator/seeded-random.ts';
import { defaultConfig } from '#lib/model/public-config.ts';
import type { Notification } from '#lib/platforms/twitch/emulator/twitch-emulator.ts';
import type { Helix } from '#lib/platforms/twitch/helix/request.ts';
import { panelScopes } from '#lib/platforms/twitch/panel-scopes.ts';
import {
	base,
	client,
	createEmulator,
	signIn,
	type EmulatorFixture
} from '#tests/unit/platforms/twitch/emulator/emulator-fixture.ts';
import { adaptClock } from './fake-environment.ts';

/** Who signs in, and what they allow. */
export interface StreamerOptions {
	readonly login?: string;
	readonly scopes?: readonly string[];
	/** Answers in place of the emulator where it returns something. */
	readonly intercept?: (request: Request) => Response | undefined;
}

/** Helix as a seeded account of an emulated Twitch, both on one clock that stands still until it is told. */
export interface Streamer extends EmulatorFixture {
	readonly helix: Helix;
	readonly broadcasterId: string;
	/** What was called, oldest first (`GET /goals?…`). */
	readonly calls: readonly string[];
	/** What EventSub was told, oldest first. */
	readonly told: readonly Notification[];
}

/** Signs a streamer in to an emulated Twitch of their own. */
export async function createStreamer(options: StreamerOptions = {}): Promise<Streamer> {
	const { login: name = 'tidalkit', scopes: asked = panelScopes, intercept } = options;
	const { emulator, clock } = createEmulator();
	const { access_token: accessToken, scope: scopes = [] } = await signIn(emulator, name, asked.join(' '));
	const user = emulator.users.find(({ login }) => login === name);
	if (!user) throw new RangeError(`The emulator has no account "${name}".`);
	const calls: string[] = [];
	const told: Notification[] = [];
	emulator.onNotification((notification) => told.push(notification));
	const config = defaultConfig('https://app.invalid');
	const { id: userId, login, displayName } = user;
	function fetch(request: Request) {
		calls.push(`${request.method} ${request.url.slice(`${base}/helix`.length)}`);
		return intercept?.(request) ?? emulator.fetch(request);
	}
	const helix: Helix = {
		credentials: {
			identity: { platform: 'twitch', userId, login, displayName },
			scopes,
			accessToken: async () => accessToken
		},
		config: { ...config, twitch: { ...config.twitch, clientId: client.client_id, apiUrl: `${base}/helix` } },
		environment: {
			clock: adaptClock(clock),
			network: createInPageNetwork({ fetch, accept: () => false }),
			random: seededRandom(1)
		}
	};
	return { emulator, clock, helix, broadcasterId: userId, calls, told };
}
