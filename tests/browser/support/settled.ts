import type { Page } from '@playwright/test';

/** Waits until nothing on the page moves or fades any more; what moves for ever is not waited for. */
export async function settled(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const passing = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
		await Promise.allSettled(passing.map((one) => one.finished));
	});
}
