import type { Page } from '@playwright/test';

/**
 * Paths of what this page itself asks for from now on.
 *
 * The emulator's journal also hears the last words of pages that earlier tests have closed.
 */
export function watchRequests(page: Page): readonly string[] {
	const paths: string[] = [];
	page.on('request', (request) => paths.push(new URL(request.url()).pathname));
	return paths;
}
