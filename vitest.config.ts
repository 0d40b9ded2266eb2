import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const node = { environment: 'node' as const };

export default defineConfig({
	test: {
		projects: [
			{
				plugins: [svelte()],
				resolve: { conditions: ['browser'] },
				test: { ...node, name: 'unit', include: ['tests/unit/**/*.test.ts'] }
			},
			{ test: { ...node, name: 'contract', include: ['tests/contract/**/*.test.ts'] } },
			{
				test: {
					...node,
					name: 'interop',
					include: ['tests/interop/**/*.test.ts'],
					testTimeout: 30_000,
					// Wrangler asks nobody for anything, and tells nobody.
					env: { CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' }
				}
			},
			{
				plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.toml' } })],
				test: { name: 'worker', include: ['tests/worker/**/*.test.ts'] }
			},
			{
				test: {
					...node,
					name: 'load',
					include: ['tests/load/**/*.test.ts'],
					testTimeout: 120_000,
					hookTimeout: 60_000,
					fileParallelism: false
				}
			}
		]
	}
});
