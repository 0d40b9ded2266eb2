import { createInPageNetwork } from '#lib/emulator/in-page-network.ts';
import { seededRandom } from '#lib/emulator/seeded-random.ts';
import type { Notification } from '#lib/platforms/twitch/emulator/twitch-emulator.ts';
import { defaultConfig } from '#lib/model/public-config.ts';
import type { Helix } from '#lib/platforms/twitch/helix/request.ts';
import { adaptClock } from '#tests/support/fake-environment.ts';
import { base, client, createEmulator, signIn, type EmulatorFixture } from '../emulator/emulator-fixture.ts';

/** Helix as a seeded account of an emulated Twitch, both on one clock that stands still until it is told. */
export interface EmulatedHelix extends EmulatorFixture {
	readonly helix: Helix;
	/** What EventSub was told, oldest first. */
	readonly told: readonly Notification[];
}

/** Signs an account in to an emulated Twitch of its own. */
export async function createEmulatedHelix(scope: string, name = 'tidalkit'): Promise<EmulatedHelix> {
	const { emulator, clock } = createEmulator();
	const { access_token: accessToken, scope: scopes = [] } = await signIn(emulator, name, scope);
	const user = emulator.users.find(({ login }) => login === name);
	if (!user) throw new RangeError(`The emulator has no account "${name}".`);
	const told: Notification[] = [];
	emulator.onNotification((notification) => told.push(notification));
	const config = defaultConfig('https://app.invalid');
	const { id: userId, login, displayName } = user;
	const helix: Helix = {
		credentials: {
			identity: { platform: 'twitch', userId, login, displayName },
			scopes,
			accessToken: async () => accessToken
		},
		config: { ...config, twitch: { ...config.twitch, clientId: client.client_id, apiUrl: `${base}/helix` } },
		environment: {
			clock: adaptClock(clock),
			network: createInPageNetwork({ fetch: (request) => emulator.fetch(request), accept: () => false }),
			random: seededRandom(1)
		}
	};
	return { emulator, clock, helix, told };
}
