import type { Page } from '@playwright/test';
import { expectTwitchLive } from './support/chat-lines.ts';
import { expect, test, type Product } from './support/product.ts';
import { connectTwitch } from './support/sign-in.ts';

const field = (page: Page) => page.getByRole('textbox', { name: 'Message' });
const lineWith = (page: Page, text: string) => page.locator('.chat_line', { hasText: text });

async function write(page: Page, text: string) {
	await field(page).fill(text);
	await field(page).press('Enter');
}

/** Allows what a command lacks, and comes back with the command still written. */
async function allow(page: Page, product: Product) {
	await page.getByRole('button', { name: 'Allow it' }).click();
	await page.getByRole('radio', { name: 'TidalKit' }).check();
	await page.getByRole('button', { name: 'Authorize' }).click();
	await page.getByRole('button', { name: 'Confirm' }).click();
	await page.getByRole('link', { name: 'Open the panel' }).click();
	await expectTwitchLive(page, product.control);
}

/** Carries a command out, allowing it first where it was not. */
async function run(page: Page, product: Product, command: string) {
	await write(page, command);
	const done = page.getByText(`Done: ${command.split(' ')[0]}`);
	const asked = page.getByRole('button', { name: 'Allow it' });
	await expect(done.or(asked)).toBeVisible();
	if (await asked.isVisible()) {
		await allow(page, product);
		await field(page).press('Enter');
	}
	await expect(done).toBeVisible();
	await expect(field(page)).toHaveValue('');
}

/** A second browser's page in the same chat, as somebody else. */
async function openAs(page: Page, displayName: string, product: Product) {
	await connectTwitch(page, displayName);
	await page.getByRole('textbox', { name: 'Channel' }).fill('tidalkit');
	await page.getByRole('button', { name: 'Add', exact: true }).click();
	await expectTwitchLive(page, product.control);
	await page.getByRole('combobox', { name: 'Write in' }).selectOption('tidalkit');
}

test('a colour and roles that commands give are worn by later lines, and someone warned is told', async ({
	page,
	browser,
	product
}) => {
	test.setTimeout(90_000);
	await connectTwitch(page);
	await expectTwitchLive(page, product.control);
	const context = await browser.newContext({ baseURL: product.url });
	const viewer = await context.newPage();
	await openAs(viewer, 'QuietHarbor', product);

	await write(page, 'in blue');
	await run(page, product, '/color #ff0000');
	await write(page, 'in red');
	const colorOf = (text: string) =>
		lineWith(page, text)
			.locator('.nick')
			.evaluate((name) => getComputedStyle(name).color);
	await expect(lineWith(page, 'in red')).toBeVisible();
	expect(await colorOf('in red')).not.toBe(await colorOf('in blue'));

	await write(viewer, 'as a viewer');
	await expect(lineWith(page, 'as a viewer')).toHaveAttribute('data-roles', '');
	await run(page, product, '/mod quietharbor');
	await write(viewer, 'as a moderator');
	await expect(lineWith(page, 'as a moderator')).toHaveAttribute('data-roles', 'moderator');
	await run(page, product, '/unmod quietharbor');
	await run(page, product, '/vip quietharbor');
	await write(viewer, 'as a vip');
	await expect(lineWith(page, 'as a vip')).toHaveAttribute('data-roles', 'vip');
	await run(page, product, '/unvip quietharbor');
	await run(page, product, '/marker the reef');
	await run(page, product, '/warn quietharbor be kind');
	await write(viewer, 'after the warning');

	await expect(viewer.getByRole('alert')).toContainText('a moderator warned you');
	await expect(field(viewer)).toHaveValue('after the warning');
	await expect(lineWith(page, 'after the warning')).toHaveCount(0);
	await context.close();
});
