import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readConfiguration, type Configuration } from './configuration.ts';
import type { Launch } from './launch.ts';

const readyTimeoutMs = 90_000;
const node = process.execPath;

/** Which ports a start uses, and where it keeps its files. */
export interface Stage {
	readonly port: number;
	readonly emulatorPort: number;
	/** Whether no real platform is configured, so that the emulator plays them. */
	readonly emulated: boolean;
	/** The Worker's settings. */
	readonly configuration: Configuration;
	/** Absolute; one for each port, so that two starts do not disturb each other. */
	readonly folder: string;
}

/** Decides what is emulated and makes up what is not configured. */
export function prepareStage(port: number, emulatorPort: number): Stage {
	const folder = resolve(`.wrangler/start-${port}`);
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const configured = readConfiguration();
	const emulated = !configured['TWITCH_CLIENT_ID'] && !configured['THETA_CLIENT_ID'];
	const configuration = emulated
		? emulatedConfiguration(`127.0.0.1:${emulatorPort}`)
		: { SEAL_KEY: keptSealKey(), ...configured };
	return { port, emulatorPort, emulated, configuration, folder };
}

/** Starts the emulator with the applications that the Worker and the pages will use. */
export async function startEmulator(launch: Launch, stage: Stage): Promise<void> {
	const { port, emulatorPort, configuration, folder } = stage;
	launch.start({
		name: 'The emulator',
		command: node,
		args: ['emulator/server.ts'],
		environment: {
			...configuration,
			EMULATOR_PORT: String(emulatorPort),
			APP_ORIGINS: `http://localhost:${port},http://127.0.0.1:${port}`
		},
		logFile: `${folder}/emulator.log`
	});
	await launch.waitFor(`http://127.0.0.1:${emulatorPort}/control/faults`, readyTimeoutMs);
}

/** Starts the Worker with the pages in `assets` on a port of this machine. */
export async function startWorker(launch: Launch, stage: Stage, port: number, assets: string): Promise<void> {
	const { configuration, folder } = stage;
	const variables = `${folder}/variables`;
	const lines = Object.entries(configuration).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
	writeFileSync(variables, `${lines.join('\n')}\n`, { mode: 0o600 });
	const settings = {
		'--ip': '127.0.0.1',
		'--port': String(port),
		'--inspector-port': '0',
		'--env-file': variables,
		'--assets': assets,
		'--persist-to': `${folder}/state`,
		'--show-interactive-dev-session': 'false'
	};
	launch.start({
		name: 'The Worker',
		command: node,
		args: ['node_modules/wrangler/bin/wrangler.js', 'dev', ...Object.entries(settings).flat()],
		environment: { WRANGLER_REGISTRY_PATH: `${folder}/registry`, WRANGLER_LOG_PATH: `${folder}/logs` },
		logFile: `${folder}/worker.log`
	});
	await launch.waitFor(`http://127.0.0.1:${port}/api/config`, readyTimeoutMs);
}

function emulatedConfiguration(host: string): Configuration {
	const http = `http://${host}`;
	const secret = () => randomBytes(24).toString('base64url');
	return {
		EMULATED: 'true',
		SEAL_KEY: createSealKey(),
		TWITCH_CLIENT_ID: 'emulated-twitch-client',
		TWITCH_CLIENT_SECRET: secret(),
		TWITCH_AUTH_URL: `${http}/twitch/oauth2`,
		TWITCH_API_URL: `${http}/twitch/helix`,
		TWITCH_IRC_URL: `ws://${host}/twitch/irc`,
		TWITCH_EVENTSUB_URL: `ws://${host}/twitch/eventsub`,
		TWITCH_IMAGE_URL: `${http}/twitch/cdn`,
		TWITCH_CHEERMOTE_URL: `${http}/twitch/cdn`,
		BTTV_URL: `${http}/bttv/3`,
		BTTV_IMAGE_URL: `${http}/bttv/cdn`,
		BTTV_EVENTS_URL: `ws://${host}/bttv/events`,
		FFZ_URL: `${http}/ffz/v1`,
		FFZ_IMAGE_URL: `${http}/ffz/cdn`,
		SEVENTV_URL: `${http}/7tv/v3`,
		SEVENTV_IMAGE_URL: `${http}/7tv/cdn`,
		SEVENTV_EVENTS_URL: `ws://${host}/7tv/events`,
		RECENT_MESSAGES_URL: `${http}/recent-messages/api/v2`,
		THETA_CLIENT_ID: 'emulated-theta-client',
		THETA_CLIENT_SECRET: secret(),
		THETA_WEB_URL: `${http}/theta`,
		THETA_API_URL: `${http}/theta/v1`,
		PUBNUB_SUBSCRIBE_KEY: 'sub-c-emulator',
		PUBNUB_ORIGIN: `${http}/pubnub`
	};
}

/** Kept between starts, else a real refresh token could not be opened after the next one. */
function keptSealKey(): string {
	const file = '.wrangler/seal-key';
	if (!existsSync(file)) writeFileSync(file, createSealKey(), { mode: 0o600 });
	return readFileSync(file, 'utf8').trim();
}

function createSealKey(): string {
	return randomBytes(32).toString('base64url');
}
