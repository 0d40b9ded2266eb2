import { defaultConfig } from '#lib/model/public-config.ts';
import type { Helix } from '#lib/platforms/twitch/helix/request.ts';
import { panelScopes } from '#lib/platforms/twitch/panel-scopes.ts';
import { createFakeWorld, fakeOrigin, type FakeWorld } from './fake-world.ts';

const redirectUri = 'http://localhost:8787/connect/twitch';
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
	const accessToken = await requestToken(world, id, scopes);
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
					clientId: 'twitch-client',
					apiUrl: `${fakeOrigin}/twitch/helix`,
					eventSubUrl: `${socketUrl}/twitch/eventsub`
				}
			},
			environment
		},
		tell: (type, event) => world.twitch.tell(login, type, event)
	};
}

async function requestToken({ twitch }: FakeWorld['world'], account: string, scopes: readonly string[]) {
	const query = new URLSearchParams({
		client_id: 'twitch-client',
		redirect_uri: redirectUri,
		response_type: 'code',
		scope: scopes.join(' '),
		state: 'a state'
	});
	const post = (path: string, form: Record<string, string>) =>
		twitch.fetch(
			new Request(`${fakeOrigin}/twitch/oauth2/${path}`, { method: 'POST', body: new URLSearchParams(form) })
		);
	const granted = await post(`authorize?${query}`, { decision: 'authorize', account });
	const code = new URL(granted.headers.get('location') ?? '').searchParams.get('code') ?? '';
	const client = { client_id: 'twitch-client', client_secret: 'twitch-secret' };
	const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
	const answer = await post('token', { ...client, ...grant });
	return ((await answer.json()) as { access_token: string }).access_token;
}
