import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ fallback: 'index.html' }),
		alias: {},
		output: { preloadStrategy: 'modulepreload' },
		// The panel registers it itself, and asks before it takes over.
		serviceWorker: { register: false }
	}
};
