import { authenticateApp } from './app-authentication.ts';
import { errorCodes, failure, success } from './envelope.ts';
import type { Grants } from './grants.ts';
import type { EmulatedThetaClient } from './theta-client.ts';

/** The channels in which internal applications are installed, each with a token to act there. */
export class Installations {
	readonly #clients: readonly EmulatedThetaClient[];
	readonly #grants: Grants;
	readonly #channelIds = new Set<string>();

	constructor(clients: readonly EmulatedThetaClient[], grants: Grants) {
		this.#clients = clients;
		this.#grants = grants;
	}

	/** A streamer installs every internal application, or removes them. */
	setInstalled(channelId: string, installed: boolean): void {
		if (installed) this.#channelIds.add(channelId);
		else this.#channelIds.delete(channelId);
	}

	clear(): void {
		this.#channelIds.clear();
	}

	/** Plays `GET /v1/oauth_application/{client id}/oauth_install/list`. */
	answerList(request: Request, clientId: string): Response {
		if (request.method !== 'GET') return failure(errorCodes.notFound, 'Method not allowed.', 405);
		const client = authenticateApp(new URL(request.url).searchParams, this.#clients);
		if (client instanceof Response) return client;
		if (client.clientId !== clientId || !client.internal)
			return failure(errorCodes.forbidden, 'This is not your internal application.', 403);
		return success(
			[...this.#channelIds].map((userId) => ({
				client_id: clientId,
				user_id: userId,
				access_token: this.#grants.issueTokens({ clientId, userId }).accessToken
			}))
		);
	}
}
