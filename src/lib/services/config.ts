import { defaultConfig, type PublicConfig } from '#lib/model/public-config.ts';
import { systemEnvironment, type Environment } from '#lib/transport/environment.ts';
import { requestJson } from '#lib/transport/request.ts';

const storageKey = 'tributary.config';

/** The part of `localStorage` used. */
export type ConfigStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** What loading the configuration may use. */
export interface ConfigOptions {
	readonly appOrigin?: string;
	readonly environment?: Environment;
	/** Where the Worker's last answer is kept, for a page that opens without a connection. */
	readonly storage?: () => ConfigStorage;
}

/** Loads the Worker's configuration; where no Worker answers, its last answer, or the services' own addresses, with which chat can be read. */
export async function loadConfig(options: ConfigOptions = {}): Promise<PublicConfig> {
	const { appOrigin = location.origin, environment = systemEnvironment, storage } = options;
	const config = await request(appOrigin, environment);
	if (config) keep(storage, config);
	return config ?? recall(storage) ?? defaultConfig(appOrigin);
}

async function request(appOrigin: string, environment: Environment): Promise<PublicConfig | undefined> {
	try {
		const { status, body } = await requestJson(environment, `${appOrigin}/api/config`);
		return status === 200 && isConfig(body) ? body : undefined;
	} catch {
		return undefined;
	}
}

function keep(storage: ConfigOptions['storage'], config: PublicConfig): void {
	try {
		storage?.().setItem(storageKey, JSON.stringify(config));
	} catch {
		return;
	}
}

function recall(storage: ConfigOptions['storage']): PublicConfig | undefined {
	try {
		const body: unknown = JSON.parse(storage?.().getItem(storageKey) ?? 'null');
		return isConfig(body) ? body : undefined;
	} catch {
		return undefined;
	}
}

/** The Worker is ours: what matters is to know its answer from some other server's page. */
function isConfig(body: unknown): body is PublicConfig {
	return typeof body === 'object' && body !== null && 'twitch' in body && 'theta' in body && 'emulated' in body;
}
