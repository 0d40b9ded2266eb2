import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expectTwitchLive, twitchLine } from './support/chat-lines.ts';
import { expect, test, type Product } from './support/product.ts';
import { connectTwitch } from './support/sign-in.ts';

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const lineIn = (page: Page, name: string, id: string) => column(page, name).locator(`[data-message-id="${id}"]`);

async function openTwoColumns(page: Page, product: Product): Promise<void> {
	await connectTwitch(page);
	await expectTwitchLive(page, product.control);
	await page.getByRole('button', { name: 'Add a column' }).click();
	await expect(column(page, 'Column 2')).toBeVisible();
}

test('columns side by side draw the same chat, each through its own filter, and survive a reload', async ({
	page,
	product
}) => {
	await openTwoColumns(page, product);
	await page.getByRole('button', { name: 'Column 2: change the column' }).click();
	await page.getByRole('textbox', { name: 'Name of the column' }).fill('Questions');
	await page.keyboard.press('Escape');
	await column(page, 'Questions').getByRole('button', { name: 'Filter chat' }).click();
	await page.getByRole('searchbox', { name: 'Only lines with' }).fill('?');
	await page.keyboard.press('Escape');
	await product.control.deliverIrc(twitchLine('c1', 'is it on?'), twitchLine('c2', 'it is'));

	await expect(lineIn(page, 'Column 1', 'c2')).toBeVisible();
	await expect(lineIn(page, 'Column 1', 'c1')).toBeVisible();
	await expect(lineIn(page, 'Questions', 'c1')).toBeVisible();
	await expect(lineIn(page, 'Questions', 'c2')).toHaveCount(0);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

	await page.reload();
	await expect(lineIn(page, 'Column 1', 'c2')).toBeVisible();
	await expect(lineIn(page, 'Questions', 'c2')).toHaveCount(0);
});

test('by keyboard alone a column is added, reached, moved and taken away, and there are at most four', async ({
	page,
	product
}) => {
	await openTwoColumns(page, product);
	const add = page.getByRole('button', { name: 'Add a column' });
	await add.press('Enter');
	await add.press('Enter');
	await expect(page.getByRole('log')).toHaveCount(4);
	await expect(add).toHaveCount(0);

	await page.keyboard.press('2');
	await expect(page.getByRole('log', { name: 'Column 2' })).toBeFocused();
	await page.keyboard.press('u');
	await expect(column(page, 'Column 2').locator('.read-to')).toHaveCount(1);
	await expect(column(page, 'Column 1').locator('.read-to')).toHaveCount(0);

	await page.getByRole('button', { name: 'Column 2: change the column' }).press('Enter');
	await page.getByRole('textbox', { name: 'Name of the column' }).fill('Mods');
	await page.getByRole('button', { name: 'Move left' }).press('Enter');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('log').first()).toHaveAccessibleName('Mods');
	await page.getByRole('button', { name: 'Mods: change the column' }).press('Enter');
	await page.getByRole('button', { name: 'Remove the column' }).press('Enter');

	await expect(page.getByRole('log')).toHaveCount(3);
	await expect(column(page, 'Mods')).toHaveCount(0);
});

test('on a phone the columns are a row to swipe through or choose from', async ({ page, product }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await openTwoColumns(page, product);
	const tabs = page.getByRole('navigation', { name: 'Columns' });
	await expect(column(page, 'Column 2')).toBeInViewport({ ratio: 0.95 });
	await expect(column(page, 'Column 1')).not.toBeInViewport({ ratio: 0.1 });

	await tabs.getByRole('button', { name: 'Column 1' }).click();
	await expect(column(page, 'Column 1')).toBeInViewport({ ratio: 0.95 });
	await column(page, 'Column 1').evaluate((one) => {
		if (one.parentElement) one.parentElement.scrollLeft = one.clientWidth;
	});

	await expect(tabs.getByRole('button', { name: 'Column 2' })).toHaveAttribute('aria-pressed', 'true');
	await expect(column(page, 'Column 2')).toBeInViewport({ ratio: 0.95 });
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('a message is pinned on top of its column, also after a reload, until it is unpinned', async ({
	page,
	product
}) => {
	await openTwoColumns(page, product);
	await product.control.deliverIrc(twitchLine('p1', 'the <b>rules</b> are here'));
	await lineIn(page, 'Column 2', 'p1').locator('.nick').click();
	await page.getByRole('button', { name: 'Pin on top' }).click();
	await page.keyboard.press('Escape');
	const pinned = column(page, 'Column 2').getByRole('complementary', { name: 'Pinned message' });
	await expect(pinned).toContainText('the <b>rules</b> are here');
	await expect(column(page, 'Column 1').getByRole('complementary')).toHaveCount(0);

	await page.reload();
	await expect(pinned).toContainText('the <b>rules</b> are here');
	await pinned.getByRole('button', { name: 'Unpin' }).click();

	await expect(pinned).toHaveCount(0);
});
