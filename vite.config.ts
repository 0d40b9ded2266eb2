import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** OBS 30 embeds Chromium 103; overlays run there, so everything is built for it. */
const oldestBrowsers = ['chrome103', 'firefox115', 'safari16'];

export default defineConfig({
	plugins: [sveltekit()],
	build: { target: oldestBrowsers, cssTarget: oldestBrowsers, chunkSizeWarningLimit: 300 },
	server: {
		host: '127.0.0.1',
		port: Number(process.env['PORT'] ?? 8787),
		strictPort: true,
		proxy: { '/api': { target: process.env['API_ORIGIN'] ?? 'http://127.0.0.1:8789', ws: true } }
	}
});
