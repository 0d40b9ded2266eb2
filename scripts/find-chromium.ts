import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Where the browser tests may find a Chromium, the wanted one first. */
function candidates(): readonly string[] {
	return [
		process.env['CHROMIUM_PATH'] ?? '',
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome',
		'/usr/bin/google-chrome-stable',
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		chromium.executablePath()
	];
}

/** The first Chromium that exists. */
export function findChromium(): string | undefined {
	return candidates().find((path) => path !== '' && existsSync(path));
}
