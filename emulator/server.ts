import { createWorld, type World } from '#lib/emulator/world.ts';
import { systemClock } from '#lib/transport/clock.ts';
import { openHost } from './host.ts';

const environment = process.env;
const port = Number(environment['EMULATOR_PORT'] ?? 8788);
const appOrigins = (environment['APP_ORIGINS'] ?? 'http://localhost:8787,http://127.0.0.1:8787').split(',');

function client(platform: 'twitch' | 'theta') {
	const name = platform.toUpperCase();
	return {
		clientId: environment[`${name}_CLIENT_ID`] ?? `${platform}-client`,
		clientSecret: environment[`${name}_CLIENT_SECRET`] ?? `${platform}-secret`,
		redirectUris: appOrigins.map((origin) => `${origin}/connect/${platform}`),
		name: 'Tributary'
	};
}

let world: World | undefined;
const host = await openHost(port, (origin) => {
	world = createWorld({
		clock: systemClock,
		random: Math.random,
		origin,
		twitchClients: [client('twitch')],
		thetaClients: [{ ...client('theta'), internal: true }],
		subscribeKey: environment['PUBNUB_SUBSCRIBE_KEY'] ?? 'sub-c-emulator',
		publishKey: environment['PUBNUB_PUBLISH_KEY'] ?? 'pub-c-emulator',
		populated: environment['EMULATOR_POPULATION'] !== 'off'
	});
	return world;
});
console.log(`Emulator: ${host.origin}`);

async function stop(): Promise<void> {
	world?.close();
	await host.close();
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
