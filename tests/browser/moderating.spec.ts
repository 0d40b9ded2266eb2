import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expectTwitchLive } from './support/chat-lines.ts';
import { expect, test, type Product } from './support/product.ts';
import { connectTwitch } from './support/sign-in.ts';

function viewerLine(id: string, text: string): string {
	return `@color=#9ACD32;display-name=QuietHarbor;id=${id};tmi-sent-ts=${Date.now()};user-id=100003 :quietharbor!quietharbor@quietharbor.tmi.twitch.tv PRIVMSG #tidalkit :${text}`;
}

const line = (page: Page, id: string) => page.locator(`[data-message-id="${id}"]`);
const card = (page: Page) => page.getByRole('dialog', { name: 'QuietHarbor' });

async function openCard(page: Page, product: Product, id: string): Promise<void> {
	await product.control.deliverIrc(viewerLine(id, `this is ${id}`));
	await line(page, id).locator('.nick').click();
	await expect(card(page)).toBeVisible();
}

/** Allows what an open card asks for, on the emulated Twitch, and comes back to the panel. */
async function allow(page: Page, product: Product, question: Locator): Promise<void> {
	await question.getByRole('button', { name: 'Allow it' }).click();
	await page.getByRole('radio', { name: 'TidalKit' }).check();
	await page.getByRole('button', { name: 'Authorize' }).click();
	await page.getByRole('button', { name: 'Confirm' }).click();
	await page.getByRole('link', { name: 'Open the panel' }).click();
	await expectTwitchLive(page, product.control);
}

async function countCalls(product: Product, method: string): Promise<number> {
	const requests = await product.control.requests({ path: 'twitch/helix/moderation/bans' });
	return requests.filter((request) => request.type === 'request' && request.method === method).length;
}

test('a viewer is timed out, banned and pardoned from the card, and panel and overlay strike what was said', async ({
	page,
	product
}) => {
	test.slow();
	await connectTwitch(page);
	await expectTwitchLive(page, product.control);
	const overlay = await page.context().newPage();
	await overlay.goto('/overlay/chat?twitch=tidalkit&removed=strike');
	await expectTwitchLive(overlay, product.control);

	await openCard(page, product, 't1');
	await card(page).getByRole('button', { name: 'Time out for 10 min' }).click();
	await expect(card(page).getByRole('alert')).toContainText('moderator:manage:banned_users');
	expect(await countCalls(product, 'POST')).toBe(0);
	await allow(page, product, card(page).getByRole('alert'));
	await openCard(page, product, 't2');
	expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);
	await card(page).getByRole('button', { name: 'Time out for 10 min' }).click();
	await expect(card(page).getByText('QuietHarbor is timed out for 10 min.')).toBeVisible();
	await expect(line(page, 't2').locator('.removal')).toHaveText('Timed out for 10 min');
	await expect(line(overlay, 't2')).toHaveClass(/removed/);

	await card(page).getByRole('button', { name: 'Lift ban or time-out' }).click();
	await expect(card(page).getByText('QuietHarbor may write again.')).toBeVisible();
	await card(page).getByRole('button', { name: 'Close' }).click();
	await openCard(page, product, 't3');
	await card(page).getByRole('button', { name: 'Ban', exact: true }).click();
	expect(await countCalls(product, 'POST')).toBe(1);
	await card(page).getByRole('textbox', { name: 'Reason (optional)' }).fill('spam');
	await card(page).getByRole('button', { name: 'Ban', exact: true }).click();
	await expect(card(page).getByText('QuietHarbor is banned.')).toBeVisible();
	await expect(line(page, 't3').locator('.removal')).toHaveText('Banned');
	await expect(line(page, 't2').locator('.removal')).toHaveText('Timed out for 10 min');
	await expect(line(overlay, 't3')).toHaveClass(/removed/);

	await card(page).getByRole('button', { name: 'Ban', exact: true }).click();
	await card(page).getByRole('button', { name: 'Ban', exact: true }).click();
	await expect(card(page).getByRole('alert')).toContainText('already banned');
	await page.reload();
	await expect(line(page, 't3')).toHaveClass(/removed/);
});

test('how old an account is stands on its card, since when it follows once that was allowed', async ({
	page,
	product
}) => {
	await connectTwitch(page);
	await expectTwitchLive(page, product.control);
	await openCard(page, product, 'f1');
	await expect(card(page).getByText(/^On Twitch since .+ \(\d+ years\)$/)).toBeVisible();
	await expect(card(page).getByRole('link', { name: 'Open the profile' })).toHaveAttribute(
		'href',
		'https://www.twitch.tv/quietharbor'
	);
	await expect(card(page).getByRole('alert')).toHaveCount(0);

	await allow(page, product, card(page));
	await openCard(page, product, 'f2');

	await expect(card(page).getByText(/^Follows since Feb 1\d, 2025/)).toBeVisible();
});

test('by keyboard alone a message is deleted, once, and a wrong time-out is not offered', async ({ page, product }) => {
	await connectTwitch(page);
	await expectTwitchLive(page, product.control);
	await openCard(page, product, 'k1');
	await card(page).getByRole('spinbutton', { name: 'Time out for' }).fill('99');
	await card(page).getByRole('combobox', { name: 'Unit' }).selectOption('days');
	await expect(card(page).getByText('A time-out lasts from 1 second to 2 weeks.')).toBeVisible();
	await expect(card(page).getByRole('button', { name: 'Time out', exact: true })).toBeDisabled();

	await card(page).getByRole('button', { name: 'Delete message' }).press('Enter');
	await expect(card(page).getByRole('alert')).toContainText('moderator:manage:chat_messages');
	await allow(page, product, card(page).getByRole('alert'));
	const box = page.getByRole('textbox', { name: 'Message' });
	await box.fill('to be deleted');
	await box.press('Enter');
	const own = page.locator('.chat_line', { hasText: 'to be deleted' });
	await expect(own).toBeVisible();
	await page.getByRole('log', { name: 'Chat' }).focus();
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	const ownCard = page.getByRole('dialog', { name: 'TidalKit' });
	await expect(ownCard.getByRole('button', { name: 'Ban' })).toHaveCount(0);
	await ownCard.getByRole('button', { name: 'Delete message' }).press('Enter');

	await expect(ownCard.getByText('The message is deleted.')).toBeVisible();
	await expect(ownCard.getByRole('button', { name: 'Delete message' })).toBeDisabled();
	await expect(own.locator('.removal')).toHaveText('Deleted');
});

test('a viewer of the channel finds nothing to moderate with', async ({ page, product }) => {
	await connectTwitch(page, 'QuietHarbor');
	await page
		.getByRole('textbox', { name: /channel/i })
		.first()
		.fill('tidalkit');
	await page.keyboard.press('Enter');
	await expectTwitchLive(page, product.control);
	await line(page, await page.locator('.chat_line').last().getAttribute('data-message-id').then(String))
		.locator('.nick')
		.click();

	await expect(page.getByRole('dialog', { name: 'MossLantern' })).toBeVisible();
	await expect(page.getByRole('dialog').getByRole('heading', { name: 'Moderate' })).toHaveCount(0);
});
