import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/find-chromium.ts';

const executablePath = findChromium();

export default defineConfig({
	testDir: 'tests/browser',
	workers: 1,
	retries: 0,
	forbidOnly: true,
	reporter: 'list',
	timeout: 30_000,
	outputDir: 'test-results',
	use: {
		// It would fetch the whole application once more for every test.
		serviceWorkers: 'block',
		screenshot: 'only-on-failure',
		launchOptions: {
			...(executablePath !== undefined && { executablePath }),
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync'
			]
		}
	}
});
