import { expect, test } from 'vitest';
import { defaultConfig } from '#lib/model/public-config.ts';
import { loadConfig } from '#lib/services/config.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

const appOrigin = 'https://app.invalid';

test('the configuration is what the Worker answers', async () => {
	const config = { ...defaultConfig(appOrigin), emulated: true };
	const { environment } = createFakeEnvironment({ fetch: () => Response.json(config) });

	expect(await loadConfig({ appOrigin, environment })).toEqual(config);
});

test.each([
	['HTML with status 200', () => new Response('<!doctype html>')],
	['another JSON', () => Response.json({ name: 'somebody else' })],
	['status 503', () => new Response('', { status: 503 })],
	['no network', () => Promise.reject(new TypeError('Failed to fetch'))]
])('where a Worker should be and %s is, chat can still be read at the real addresses', async (_, fetch) => {
	const { environment } = createFakeEnvironment({ fetch });

	expect(await loadConfig({ appOrigin, environment })).toEqual(defaultConfig(appOrigin));
});

test('a page that opens without a connection takes what the Worker answered last, and nothing that is no configuration', async () => {
	const kept = new Map<string, string>();
	const storage = () => ({
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value)
	});
	const config = { ...defaultConfig(appOrigin), emulated: true };
	const online = createFakeEnvironment({ fetch: () => Response.json(config) });
	const offline = createFakeEnvironment({ fetch: () => Promise.reject(new TypeError('Failed to fetch')) });

	await loadConfig({ appOrigin, environment: online.environment, storage });
	expect(await loadConfig({ appOrigin, environment: offline.environment, storage })).toEqual(config);

	for (const key of kept.keys()) kept.set(key, '{"name":');
	expect(await loadConfig({ appOrigin, environment: offline.environment, storage })).toEqual(defaultConfig(appOrigin));
});
