import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The access token of TidalKit, whose ID is 100001. */
export const accessToken = 'tidal-access';

/** As much of Twitch as the Worker asks to know whose channel it is. */
export interface TwitchServer {
	/** The Worker's settings that lead to it. */
	readonly settings: Readonly<Record<string, string>>;
	close(): Promise<void>;
}

const answers: Readonly<Record<string, object>> = {
	'/oauth2/validate': { client_id: 'twitch-client', login: 'tidalkit', user_id: '100001', expires_in: 3600 },
	'/oauth2/token': { access_token: 'app-access', expires_in: 3600, token_type: 'bearer' },
	'/helix/users': { data: [{ id: '100001', login: 'tidalkit', display_name: 'TidalKit' }] },
	'/helix/streams': { data: [] }
};

/** Starts it on a port of its own; whoever starts it closes it. */
export async function startTwitch(): Promise<TwitchServer> {
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const known = pathname !== '/oauth2/validate' || request.headers.authorization === `OAuth ${accessToken}`;
		const answer = known ? answers[pathname] : undefined;
		response.writeHead(answer ? 200 : 401, { 'Content-Type': 'application/json' });
		response.end(JSON.stringify(answer ?? { status: 401, message: 'invalid access token' }));
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		settings: { TWITCH_AUTH_URL: `${url}/oauth2`, TWITCH_API_URL: `${url}/helix` },
		async close() {
			server.closeAllConnections();
			await once(server.close(), 'close');
		}
	};
}
