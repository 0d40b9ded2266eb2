import type { Browser, Page } from '@playwright/test';
import { twitchLine } from './support/chat-lines.ts';
import { importBoard } from './support/played-board.ts';
import { expect, test, watchContext } from './support/product.ts';
import { connectStreamer } from './support/sign-in.ts';
import { fingerOn, layHand } from './support/touch.ts';

const control = (page: Page, controlID: string) => page.locator(`[data-control="${controlID}"] > * > *`);

/** A viewer's phone. */
async function openPhone(browser: Browser, baseURL: string): Promise<Page> {
	const context = await browser.newContext({
		baseURL,
		viewport: { width: 390, height: 844 },
		hasTouch: true,
		isMobile: true,
		serviceWorkers: 'block'
	});
	await watchContext(context);
	return context.newPage();
}

test('a board goes from its file to viewers, their presses to chat and to the overlay, and chat meets the same rest', async ({
	page,
	browser,
	product
}) => {
	test.setTimeout(90_000);
	await page.setViewportSize({ width: 1440, height: 900 });
	await connectStreamer(page);
	await importBoard(page);
	const overlay = await openPhone(browser, product.url);
	await overlay.goto('/overlay/interactive?channel=twitch:100001');
	const [guest, member] = [await openPhone(browser, product.url), await openPhone(browser, product.url)];
	for (const viewer of [guest, member]) await viewer.goto('/play/tidalkit');
	await page.getByRole('link', { name: 'Edit “Raft”' }).click();
	await page.getByRole('link', { name: 'Start', exact: true }).click();
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	await expect(page.getByText('Live: 2 viewers')).toBeVisible();

	await member.getByText('Guest', { exact: true }).click();
	await member.getByRole('button', { name: 'Sign in with Twitch' }).click();
	await member.getByRole('radio', { name: 'MossLantern' }).check();
	await member.getByRole('button', { name: 'Authorize' }).click();
	await member.getByRole('button', { name: 'Confirm' }).click();
	await control(member, 'jump').tap();

	const presses = page.getByRole('list', { name: 'Presses' }).getByRole('listitem');
	await expect(presses.filter({ hasText: 'MossLantern' })).toContainText('Jump');
	await expect(page.locator('.chat_line').filter({ hasText: 'MossLantern jumped by Jump' })).toBeVisible();
	await expect(overlay.locator('.press').filter({ hasText: 'MossLantern' })).toBeVisible();
	await expect(overlay.locator('.shown-image')).toContainText('🐙');
	await expect(overlay.locator('.shown-image')).toContainText('MossLantern');

	let lines = 0;
	await expect
		.poll(async () => {
			await product.control.deliverIrc(twitchLine(`round-${++lines}`, '!jump'));
			return presses.filter({ hasText: 'chat' }).count();
		})
		.toBe(1);
	await expect(control(guest, 'jump')).toHaveAttribute('aria-disabled', 'true');

	const hand = await layHand(guest);
	for (const byX of [0.05, 0.2, 0.45]) await hand.put(await fingerOn(control(guest, 'stick'), 0, byX));
	await expect
		.poll(() => overlay.locator('[data-control="stick"] .mean').evaluate((dot) => dot.style.getPropertyValue('--x')))
		.toMatch(/^(1|0\.[5-9])/);
	await hand.put();
	for (const viewer of [overlay, guest, member]) await viewer.context().close();
});
