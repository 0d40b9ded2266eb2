import { panelScopes } from '#lib/platforms/twitch/panel-scopes.ts';
import type { Helix } from '#lib/platforms/twitch/helix/request.ts';
import { base } from '#tests/unit/platforms/twitch/emulator/emulator-fixture.ts';
import { createEmulatedHelix } from '#tests/unit/platforms/twitch/helix/emulated-helix.ts';

/** Who signs in, and what they allow. */
export interface StreamerOptions {
	readonly login?: string;
	readonly scopes?: readonly string[];
	/** Answers in place of the emulator where it returns something. */
	readonly intercept?: (request: Request) => Response | undefined;
}

/** A streamer of the emulated Twitch, with what they called (`GET /goals?…`). */
export async function createStreamer({ login, scopes = panelScopes, intercept }: StreamerOptions = {}) {
	const emulated = await createEmulatedHelix(scopes.join(' '), login);
	const { credentials, environment } = emulated.helix;
	const calls: string[] = [];
	const network: Helix['environment']['network'] = {
		...environment.network,
		async fetch(input, init) {
			const request = new Request(input, init);
			calls.push(`${request.method} ${request.url.slice(`${base}/helix`.length)}`);
			return intercept?.(request) ?? environment.network.fetch(request);
		}
	};
	const helix: Helix = { ...emulated.helix, environment: { ...environment, network } };
	return { ...emulated, helix, broadcasterId: credentials.identity.userId, calls };
}
