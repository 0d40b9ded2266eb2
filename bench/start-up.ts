import type { Browser } from '@playwright/test';
import type { PageCandidate } from './chat-page.ts';

/** How a page is reached. */
export type Line = 'localhost' | 'phone';

/** Ms from navigation to the first frame with a line, from an empty cache; on the phone a slow 4G line and a quarter of the processor. */
export async function measureStartUp(
	browser: Browser,
	origin: string,
	{ path, list }: PageCandidate,
	line: Line
): Promise<number> {
	const context = await browser.newContext();
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.setCacheDisabled', { cacheDisabled: true });
	if (line === 'phone') {
		await session.send('Network.emulateNetworkConditions', {
			offline: false,
			latency: 60,
			downloadThroughput: (4_000_000 / 8) * 1,
			uploadThroughput: 1_000_000 / 8
		});
		await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	}
	await page.addInitScript((selector) => {
		const watch = (): void => {
			if (document.querySelector(`${selector} > *`)) requestAnimationFrame(() => performance.mark('first-line'));
			else requestAnimationFrame(watch);
		};
		watch();
	}, list);
	await page.goto(origin + path);
	const handle = await page.waitForFunction(() => performance.getEntriesByName('first-line')[0]?.startTime);
	const ms = Number(await handle.jsonValue());
	await context.close();
	return ms;
}
