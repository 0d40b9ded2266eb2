import type { Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import { expectTwitchLive } from './support/chat-lines.ts';
import { expect, test, type Product } from './support/product.ts';
import { connectTwitch } from './support/sign-in.ts';

const field = (page: Page) => page.getByRole('textbox', { name: 'Message' });
const speaker = (page: Page) => page.getByRole('combobox', { name: 'Speak as' });
const lineWith = (page: Page, text: string) => page.locator('.chat_line', { hasText: text });

async function authorizeBot(page: Page, displayName = 'TideBot') {
	await page.getByRole('radio', { name: displayName }).check();
	await page.getByRole('button', { name: 'Authorize' }).click();
}

async function connectBot(page: Page, product: Product) {
	await connectTwitch(page);
	await page.getByRole('button', { name: 'Connect a bot account' }).click();
	await authorizeBot(page);
	await expect(page.getByRole('heading', { name: 'Connect TideBot as your bot on Twitch?' })).toBeVisible();
	await page.getByRole('button', { name: 'Confirm' }).click();
	await page.getByRole('link', { name: 'Open the panel' }).click();
	await expectTwitchLive(page, product.control);
}

async function say(page: Page, text: string) {
	await field(page).fill(text);
	await field(page).press('Enter');
}

test('a second account speaks where it is chosen, once, and the choice is remembered', async ({ page, product }) => {
	await connectBot(page, product);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

	await say(page, 'from me');
	await expect(lineWith(page, 'from me').locator('.nick')).toHaveText('TidalKit');
	await speaker(page).selectOption('TideBot');
	await say(page, 'from the bot');

	await expect(lineWith(page, 'from the bot').locator('.nick')).toHaveText('TideBot');
	await page.reload();
	await expectTwitchLive(page, product.control);
	await expect(speaker(page)).toHaveValue('bot');
	await say(page, 'the bot again');
	await expect(lineWith(page, 'the bot again').locator('.nick')).toHaveText('TideBot');
	await expect(lineWith(page, 'from the bot')).toHaveCount(1);
	await expect(page.getByRole('log', { name: 'Chat' }).getByText('tidebot', { exact: true })).toHaveCount(0);
});

test('commands act as the main account, and an answer of the bot says whom it answers', async ({ page, product }) => {
	await connectBot(page, product);
	await say(page, 'who is the bot?');
	await speaker(page).selectOption('TideBot');

	await field(page).fill('/color hot_pink');
	await expect(page.getByText('Commands act as TidalKit, not as the bot.')).toBeVisible();
	await field(page).press('Enter');
	await expect(page.getByRole('alert')).toContainText('change the colour of your name');
	await field(page).fill('');
	await lineWith(page, 'who is the bot?').hover();
	await field(page).blur();
	await page.keyboard.press('r');
	await say(page, 'it is me');

	await expect(lineWith(page, 'it is me').locator('.nick')).toHaveText('TideBot');
	await expect(lineWith(page, 'it is me').locator('.reply')).toContainText('who is the bot?');
});

test('the same account twice is refused in words', async ({ page }) => {
	await connectTwitch(page);
	await page.getByRole('button', { name: 'Connect a bot account' }).click();
	await authorizeBot(page, 'TidalKit');

	await expect(page.getByRole('heading', { name: 'TidalKit is connected already' })).toBeVisible();
	await expect(page.getByText('another account than your own')).toBeVisible();
	await page.getByRole('button', { name: 'Connect a bot account' }).click();
	await authorizeBot(page);
	await expect(page.getByRole('heading', { name: 'Connect TideBot as your bot on Twitch?' })).toBeVisible();
});

test('a bot whose sign-in has ended keeps the text, is connected again, and can be disconnected', async ({
	page,
	product
}) => {
	await connectBot(page, product);
	await speaker(page).selectOption('TideBot');
	await product.control.endTwitchTokens('revoke-grants', 'tidebot');
	await say(page, 'is this on?');

	await expect(page.getByRole('alert')).toContainText('the bot’s sign-in has ended');
	await expect(field(page)).toHaveValue('is this on?');
	await page.getByRole('alert').getByRole('button', { name: 'Connect the bot again' }).click();
	await authorizeBot(page);
	await page.getByRole('button', { name: 'Confirm' }).click();
	await page.getByRole('link', { name: 'Open the panel' }).click();
	await expectTwitchLive(page, product.control);
	await expect(field(page)).toHaveValue('is this on?');
	await field(page).press('Enter');
	await expect(lineWith(page, 'is this on?').last().locator('.nick')).toHaveText('TideBot');

	await page.getByRole('button', { name: 'Disconnect the bot' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
	await expect(page.getByRole('button', { name: 'Connect a bot account' })).toBeVisible();
	await expect(speaker(page)).toHaveCount(0);
	await expect(page.getByText('Writing as TidalKit')).toBeVisible();
});
