import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expectTwitchLive, twitchLine } from './support/chat-lines.ts';
import { expect, test } from './support/product.ts';
import { connectTheta, connectTwitch, reachTwitchConfirmation } from './support/sign-in.ts';

const pages: Readonly<Record<string, (page: Page) => Promise<void>>> = {
	'the home page': async (page) => {
		await page.goto('/');
		await expect(page.locator('[data-message-id]').nth(3)).toBeVisible();
	},
	'the panel with both accounts': async (page) => {
		await connectTwitch(page);
		await connectTheta(page);
		await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible();
	},
	'the panel without an account': async (page) => {
		await page.goto('/panel');
		await expect(page.getByRole('log', { name: 'Chat' })).toBeVisible();
	},
	'the demo': async (page) => {
		await page.goto('/');
		await page.getByRole('link', { name: 'Try it without an account' }).click();
		await expect(page.locator('[data-message-id]').nth(3)).toBeVisible();
	},
	'the confirmation of an account': (page) => reachTwitchConfirmation(page),
	'the list of keys': async (page) => {
		await page.goto('/panel');
		await page.getByRole('log', { name: 'Chat' }).waitFor();
		await page.keyboard.press('?');
		await expect(page.getByRole('dialog')).toBeVisible();
	},
	'a page that does not exist': async (page) => {
		await page.goto('/no/such/page');
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}
};

for (const [name, open] of Object.entries(pages))
	for (const colorScheme of ['dark', 'light'] as const)
		test(`${name}, ${colorScheme}, has nothing that axe finds`, async ({ page }) => {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await open(page);

			const { violations } = await new AxeBuilder({ page }).analyze();

			expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
		});

for (const [name, open] of Object.entries(pages))
	test(`${name} fits a screen of 320 px`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 640 });
		await open(page);

		const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

		expect(overflow).toBeLessThanOrEqual(0);
	});

test('the home page fits a phone without scrolling', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/');
	await expect(page.locator('[data-message-id]').nth(3)).toBeVisible();

	await expect(page.getByRole('link', { name: 'Try it without an account' })).toBeInViewport({ ratio: 1 });
});

test('signing in and writing works with the keyboard alone', async ({ page, product }) => {
	await page.goto('/');
	await expect(page.getByRole('button', { name: 'Connect Twitch', exact: true })).toBeEnabled();
	await page.getByRole('button', { name: 'Connect Twitch', exact: true }).focus();
	await page.keyboard.press('Enter');
	await page.getByRole('radio', { name: 'TidalKit' }).focus();
	await page.keyboard.press('Space');
	await page.getByRole('button', { name: 'Authorize' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'Confirm' })).toBeVisible();
	await tabTo(page, 'Confirm');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('link', { name: 'Open the panel' })).toBeVisible();
	await tabTo(page, 'Open the panel');
	await page.keyboard.press('Enter');
	await expectTwitchLive(page, product.control);

	await page.keyboard.press('/');
	await page.keyboard.type('without a mouse');
	await page.keyboard.press('Enter');

	await expect(page.getByRole('log', { name: 'Chat' }).getByText('without a mouse')).toBeVisible();
});

test('a phone shows one column with tabs, and both are within reach of touch', async ({ browser, product }) => {
	const context = await browser.newContext({
		baseURL: product.url,
		viewport: { width: 390, height: 844 },
		hasTouch: true
	});
	const page = await context.newPage();
	await connectTwitch(page);
	await expectTwitchLive(page, product.control);

	await page.getByRole('button', { name: 'More' }).tap();
	await expect(page.getByRole('button', { name: 'Disconnect Twitch' })).toBeVisible();
	await expect(page.getByRole('log', { name: 'Chat' })).toBeHidden();
	await page.getByRole('button', { name: 'Chat', exact: true }).tap();

	await product.control.deliverIrc(twitchLine('phone', 'hello phone'));
	await expect(page.locator('[data-message-id="phone"]')).toBeInViewport();
	for (const name of ['More', 'Chat', 'Send', 'Search in chat', 'Filter chat']) {
		const box = await page.getByRole('button', { name, exact: true }).boundingBox();
		expect(Math.min(box?.width ?? 0, box?.height ?? 0), name).toBeGreaterThanOrEqual(44);
	}
	await context.close();
});

async function tabTo(page: Page, name: string): Promise<void> {
	await expect
		.poll(async () => {
			await page.keyboard.press('Tab');
			return page.evaluate(() => document.activeElement?.textContent?.trim());
		})
		.toBe(name);
}
