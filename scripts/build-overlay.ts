import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { findFirstLoad, type FirstLoad } from './first-load.ts';

/** OBS 30 embeds Chromium 103. */
const oldestBrowser = 'chrome103';

/** Builds an overlay by itself, so that all that it first needs is one script; returns what that is. */
export async function buildOverlay(entry: string, outDir: string): Promise<FirstLoad> {
	await build({
		configFile: false,
		plugins: [svelte()],
		// Twitch's client is meant to be in that script although the panel asks for it later.
		logLevel: 'error',
		build: {
			outDir,
			assetsDir: '_app/immutable/overlay',
			manifest: true,
			target: oldestBrowser,
			cssTarget: oldestBrowser,
			modulePreload: { polyfill: false },
			copyPublicDir: false,
			rolldownOptions: { input: entry, preserveEntrySignatures: 'allow-extension' }
		}
	});
	return findFirstLoad(outDir, entry);
}
