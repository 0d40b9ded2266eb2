import { defaultConfig, type PublicConfig } from '#lib/model/public-config.ts';
import { systemEnvironment, type Environment } from '#lib/transport/environment.ts';
import { requestJson } from '#lib/transport/request.ts';

/** Loads the Worker's configuration; where no Worker answers, the services' own addresses, with which chat can be read. */
export async function loadConfig(
	appOrigin = location.origin,
	environment: Environment = systemEnvironment
): Promise<PublicConfig> {
	const fallback = defaultConfig(appOrigin);
	try {
		const { status, body } = await requestJson(environment, `${appOrigin}/api/config`);
		return status === 200 && isConfig(body) ? body : fallback;
	} catch {
		return fallback;
	}
}

/** The Worker is ours: what matters is to know its answer from some other server's page. */
function isConfig(body: unknown): body is PublicConfig {
	return typeof body === 'object' && body !== null && 'twitch' in body && 'theta' in body && 'emulated' in body;
}
