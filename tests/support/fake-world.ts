import { createWorld, type World } from '#lib/emulator/world.ts';
import { createFakeEnvironment, type FakeEnvironment } from './fake-environment.ts';

/** Where a fake world says that it is. */
export const fakeOrigin = 'http://127.0.0.1:8788';

/** A world whose network, time and people are under the test's control. */
export interface FakeWorld extends FakeEnvironment {
	readonly world: World;
	/** Calls the control API. */
	control(method: string, path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }>;
}

/** Creates a world with one application on each platform and nobody talking. */
export function createFakeWorld({ populated = false } = {}): FakeWorld {
	const late: { world?: World } = {};
	const fake = createFakeEnvironment({
		fetch: (request) => late.world?.fetch(request) ?? new Response(null, { status: 503 }),
		acceptSocket: (socket, url) => late.world?.accept(socket, url) ?? false
	});
	const redirectUris = ['twitch', 'theta'].map((platform) => `http://localhost:8787/connect/${platform}`);
	const world = (late.world = createWorld({
		clock: fake.environment.clock,
		random: fake.environment.random,
		origin: fakeOrigin,
		twitchClients: [{ clientId: 'twitch-client', clientSecret: 'twitch-secret', redirectUris, name: 'Tributary' }],
		thetaClients: [{ clientId: 'theta-client', clientSecret: 'theta-secret', redirectUris, name: 'Tributary' }],
		subscribeKey: 'sub-c-test',
		publishKey: 'pub-c-test',
		populated
	}));
	return {
		...fake,
		world,
		async control(method, path, body) {
			const text = typeof body === 'string' ? body : JSON.stringify(body);
			const init = { method, ...(body !== undefined && { body: text }) };
			const response = await world.fetch(new Request(`${fakeOrigin}/control/${path}`, init));
			return { status: response.status, body: (await response.json()) as Record<string, unknown> };
		}
	};
}
