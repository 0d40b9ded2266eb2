import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** Settings of the Worker by their names in .dev.vars.example. */
export type Configuration = Readonly<Record<string, string>>;

const names =
	/^(TWITCH|THETA|PUBNUB|BTTV|FFZ|SEVENTV|ROOM|MIXER)_[A-Z_]+$|^SEAL_KEY$|^APP_ORIGIN$|^RECENT_MESSAGES_URL$/;

/** Reads the Worker's settings: those of the environment before those of `.dev.vars`; empty ones count as absent. */
export function readConfiguration(environment: NodeJS.ProcessEnv = process.env, file = '.dev.vars'): Configuration {
	const stored = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
	const known = Object.entries({ ...stored, ...environment }).filter(([name, value]) => names.test(name) && value);
	return Object.fromEntries(known) as Configuration;
}
