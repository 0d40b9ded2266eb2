import { defaultConfig } from '#lib/model/public-config.ts';
import type { Helix } from '#lib/platforms/twitch/helix/request.ts';
import { panelScopes } from '#lib/platforms/twitch/panel-scopes.ts';
import { signIn as requestToken } from '#tests/unit/platforms/twitch/emulator/emulator-fixture.ts';
import { createFakeWorld, fakeOrigin, type FakeWorld } from './fake-world.ts';

const client = { client_id: 'twitch-client', client_secret: 'twitch-secret' } as const;
const socketUrl = fakeOrigin.replace('http', 'ws');

/** A world with a streamer who has connected a Twitch account. */
export interface StreamerWorld extends FakeWorld {
	readonly helix: Helix;
	/** Something happens in the streamer's channel; returns how many subscriptions were told. */
	tell(type: string, event?: Readonly<Record<string, unknown>>): number;
}

/** Creates a world in which TidalKit is signed in with the given scopes. */
export async function createStreamerWorld(scopes: readonly string[] = panelScopes): Promise<StreamerWorld> {
	const fake = createFakeWorld();
	return { ...fake, ...(await signIn(fake, 'tidalkit', scopes)) };
}

/** Signs a seeded account in. */
export async function signIn(
	{ world, environment }: FakeWorld,
	login: string,
	scopes: readonly string[] = panelScopes
): Promise<Pick<StreamerWorld, 'helix' | 'tell'>> {
	const { id, displayName } = world.twitch.users.find((user) => user.login === login) ?? { id: '', displayName: '' };
	const { access_token: accessToken } = await requestToken(world.twitch, login, scopes.join(' '), client);
	const config = defaultConfig('http://localhost:8787');
	return {
		helix: {
			credentials: {
				identity: { platform: 'twitch', userId: id, login, displayName },
				scopes,
				accessToken: async () => accessToken
			},
			config: {
				...config,
				twitch: {
					...config.twitch,
					clientId: client.client_id,
					apiUrl: `${fakeOrigin}/twitch/helix`,
					eventSubUrl: `${socketUrl}/twitch/eventsub`
				}
			},
			environment
		},
		tell: (type, event) => world.twitch.tell(login, type, event)
	};
}
