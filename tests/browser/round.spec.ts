import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test';
import { twitchLine } from './support/chat-lines.ts';
import { expect, test, watchContext, type Product } from './support/product.ts';
import { connectStreamer } from './support/sign-in.ts';
import { fingerOn, layHand } from './support/touch.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const control = (page: Page, controlID: string) => page.locator(`[data-control="${controlID}"] > * > *`);

/** A page of somebody else's browser, in which nothing may go wrong either. */
async function openElsewhere(browser: Browser, product: Product, options: BrowserContextOptions): Promise<Page> {
	const context = await browser.newContext({ baseURL: product.url, ...options });
	const complaints = await watchContext(context);
	const page = await context.newPage();
	page.on('close', () => expect(complaints).toEqual([]));
	return page;
}

/** Makes a pad in the editor whose jump shows an image and then rests, and starts it. */
async function publishBoard(page: Page): Promise<void> {
	await page.goto('/panel/boards');
	await page.getByRole('button', { name: /^Platformer pad/ }).click();
	await page.getByRole('region', { name: 'Controls' }).getByRole('button', { name: /^Jump/ }).click();
	const parts = page.getByRole('group', { name: 'What to change' });
	await parts.getByText('Rules').click();
	await page.getByLabel('Cooldown').fill('4');
	await parts.getByText('Effects').click();
	await page.getByRole('button', { name: 'Show an image' }).click();
	await page.getByRole('textbox', { name: 'Emoji' }).fill('🐸');
	await page.getByRole('textbox', { name: 'Caption' }).fill('{name} jumps');
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
	await page.getByRole('link', { name: 'Start', exact: true }).click();
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	await expect(page.getByText('Live: 0 viewers')).toBeVisible();
}

async function signIn(page: Page, displayName: string): Promise<void> {
	await page.getByText('Guest', { exact: true }).click();
	await page.getByRole('button', { name: 'Sign in with Twitch' }).click();
	await page.getByRole('radio', { name: displayName }).check();
	await page.getByRole('button', { name: 'Authorize' }).click();
	await page.getByRole('button', { name: 'Confirm' }).click();
	await expect(page).toHaveURL(/\/play\/tidalkit$/);
}

async function centreOf(locator: Locator): Promise<number> {
	const box = await locator.boundingBox();
	return (box?.x ?? NaN) + (box?.width ?? NaN) / 2;
}

test('a board goes from the editor to two viewers, and what they and chat press reaches the stream', async ({
	page,
	browser,
	product
}) => {
	test.setTimeout(90_000);
	await connectStreamer(page);
	await publishBoard(page);
	const overlay = await openElsewhere(browser, product, { viewport: { width: 1280, height: 720 } });
	await overlay.goto('/overlay/interactive?channel=tidalkit');
	await expect(overlay.locator('[data-control="jump"]')).toBeVisible();
	const [guest, member] = [await openElsewhere(browser, product, phone), await openElsewhere(browser, product, phone)];
	for (const viewer of [guest, member]) await viewer.goto('/play/tidalkit');
	await signIn(member, 'MossLantern');
	await expect(page.getByText('Live: 2 viewers')).toBeVisible();
	const presses = page.getByRole('list', { name: 'Presses' }).getByRole('listitem');

	await control(guest, 'jump').tap();
	await expect(presses.filter({ hasText: 'Jump' })).toHaveText(/^Guest \d{4}.*page/s);
	await expect(overlay.locator('.press')).toContainText('Jump');
	await expect(overlay.locator('.shown-image')).toContainText(/🐸.*Guest \d{4} jumps/s);
	await expect(control(member, 'jump').getByRole('timer')).toBeVisible();

	await product.control.deliverIrc(twitchLine('too-early', '!jump'));
	await product.control.deliverIrc(twitchLine('other', '!dash'));
	await expect(presses.filter({ hasText: 'Dash' })).toHaveText(/^MossLantern.*chat/s);
	await expect(presses.filter({ hasText: 'Jump' })).toHaveCount(1);
	await expect(control(guest, 'dash').getByRole('timer')).toBeVisible();

	await expect(control(guest, 'jump').getByRole('timer')).toHaveCount(0, { timeout: 10_000 });
	await product.control.deliverIrc(twitchLine('in-time', '!jump'));
	await expect(presses.filter({ hasText: 'Jump' })).toHaveCount(2);
	await expect(overlay.locator('.shown-image').last()).toContainText('MossLantern jumps');

	const stick = control(member, 'stick');
	const hand = await layHand(member);
	await hand.put(await fingerOn(stick));
	await hand.put(await fingerOn(stick, 0, 0.4));
	const mean = overlay.locator('[data-control="stick"] .mean');
	await expect(mean).toBeVisible();
	await expect
		.poll(async () => (await centreOf(mean)) - (await centreOf(overlay.locator('[data-control="stick"]'))))
		.toBeGreaterThan(5);
	await hand.put();

	for (const { context } of [guest, member, overlay].map((one) => ({ context: one.context() }))) await context.close();
	await expect(page.getByText('Live: 0 viewers')).toBeVisible();
});
