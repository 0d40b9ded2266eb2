import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expectTwitchLive } from './support/chat-lines.ts';
import { expect, test, type Product } from './support/product.ts';
import { settled } from './support/settled.ts';
import { connectStreamer, connectTwitch, openPlace } from './support/sign-in.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });
const row = (page: Page, name: string) =>
	page.getByRole('tabpanel').getByRole('button', { name: new RegExp(`^${name}`) });
const card = (page: Page, name: string) => page.getByRole('dialog', { name });
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' }).first();

async function openPeople(page: Page): Promise<void> {
	await connectStreamer(page);
	await openPlace(page, 'People');
	await expect(page.getByText(/^\d{3} as of /)).toBeVisible();
}

async function countCalls(product: Product, path: string, method: string): Promise<number> {
	const requests = await product.control.requests({ path: `twitch/helix/${path}` });
	return requests.filter((request) => request.type === 'request' && request.method === method).length;
}

test('a viewer is found among the chatters, timed out and given back by one undo', async ({ page, product }) => {
	await openPeople(page);
	expect((await new AxeBuilder({ page }).include('.people-column').analyze()).violations).toEqual([]);

	await page.getByRole('searchbox', { name: 'Search by name' }).fill('brisk');
	await expect(page.getByText(/^\d+ of \d{3}$/)).toBeVisible();
	await row(page, 'BriskAnchor43').tap();
	await settled(page);
	expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);
	await card(page, 'BriskAnchor43').getByRole('button', { name: 'Time out for 10 min' }).tap();
	await expect(card(page, 'BriskAnchor43').getByText('BriskAnchor43 is timed out for 10 min.')).toBeVisible();
	await expect(card(page, 'BriskAnchor43').getByText(/^Timed out until .+ by TidalKit$/)).toBeVisible();
	await undo(page).tap();

	await expect(page.getByText(/^Timed out until/)).toHaveCount(0);
	expect(await countCalls(product, 'moderation/bans', 'POST')).toBe(1);
	expect(await countCalls(product, 'moderation/bans', 'DELETE')).toBe(1);
});

test('somebody is made a VIP, is on the list of VIPs, and no longer after the undo', async ({ page }) => {
	await openPeople(page);
	await tab(page, 'Followers').tap();
	await page.getByRole('searchbox', { name: 'Search by name' }).fill('gentleotter');
	await row(page, 'GentleOtter').tap();
	await card(page, 'GentleOtter').getByRole('button', { name: 'Make VIP' }).tap();
	await expect(card(page, 'GentleOtter').getByRole('button', { name: 'Remove as VIP' })).toBeVisible();
	await card(page, 'GentleOtter').getByRole('button', { name: 'Close' }).tap();
	await tab(page, 'VIPs').tap();
	await expect(row(page, 'GentleOtter')).toBeVisible();
	await undo(page).tap();

	await expect(row(page, 'GentleOtter')).toHaveCount(0);
	await page.getByRole('button', { name: 'Read the list again' }).tap();
	await expect(row(page, 'PixelGull')).toBeVisible();
	await expect(row(page, 'GentleOtter')).toHaveCount(0);
});

test('a VIP becomes a moderator in one press, and a VIP again by the undo', async ({ page }) => {
	await openPeople(page);
	await tab(page, 'VIPs').tap();
	await row(page, 'PixelGull').tap();
	await card(page, 'PixelGull').getByRole('button', { name: 'Make moderator' }).tap();
	await expect(card(page, 'PixelGull').getByRole('button', { name: 'Remove as moderator' })).toBeVisible();
	await expect(card(page, 'PixelGull').getByRole('button', { name: 'Make VIP' })).toBeVisible();
	await undo(page).tap();
	await expect(card(page, 'PixelGull').getByRole('button', { name: 'Remove as VIP' })).toBeVisible();
	await card(page, 'PixelGull').getByRole('button', { name: 'Close' }).tap();

	await expect(row(page, 'PixelGull')).toBeVisible();
	await tab(page, 'Moderators').tap();
	await expect(row(page, 'HarborWarden')).toBeVisible();
	await expect(row(page, 'PixelGull')).toHaveCount(0);
});

test('who is banned is listed with the reason and let back in', async ({ page }) => {
	await openPeople(page);
	await tab(page, 'Banned').tap();
	const banned = page
		.getByRole('tabpanel')
		.getByRole('button', { name: /Banned Jun 1, 2025 by TidalKit · Spam/ })
		.first();
	const name = (await banned.locator('bdi').textContent()) ?? '';
	await banned.tap();
	await card(page, name).getByRole('button', { name: 'Lift ban or time-out' }).tap();
	await expect(card(page, name).getByText(`${name} may write again.`)).toBeVisible();
	await card(page, name).getByRole('button', { name: 'Close' }).tap();
	await expect(row(page, name)).toHaveCount(0);
	await undo(page).tap();

	await expect(row(page, name)).toBeVisible();
});

test('somebody who is on no list is looked up, warned with a reason that survives a refusal', async ({
	page,
	product
}) => {
	await openPeople(page);
	await tab(page, 'VIPs').tap();
	await page.getByRole('searchbox', { name: 'Search by name' }).fill('@Barnacle_Nobody');
	await page.getByRole('button', { name: 'Look up barnacle_nobody on Twitch' }).tap();
	await expect(page.getByText('Nobody on Twitch is called barnacle_nobody.')).toBeVisible();
	await page.getByRole('searchbox', { name: 'Search by name' }).fill('barnaclebytes');
	await page.getByRole('button', { name: 'Look up barnaclebytes on Twitch' }).tap();
	const found = card(page, 'BarnacleBytes');
	await found.getByRole('button', { name: 'Warn' }).tap();
	await expect(found.getByRole('button', { name: 'Warn' })).toBeDisabled();
	await found.getByRole('textbox', { name: /^Reason/ }).fill('Keep it about the show');
	await product.control.setFault({ endpoint: 'twitch/helix/moderation/warnings', kind: 'status', status: 503 });
	await found.getByRole('button', { name: 'Warn' }).tap();
	await expect(found.getByRole('alert')).toBeVisible();
	await expect(found.getByRole('textbox', { name: /^Reason/ })).toHaveValue('Keep it about the show');
	await product.control.clearFaults();
	await found.getByRole('button', { name: 'Warn' }).tap();

	await expect(found.getByText('BarnacleBytes is warned.')).toBeVisible();
});

test('the card of whoever waits in a queue is one tap away, and leads to chat', async ({ page, product }) => {
	await openPeople(page);
	await expect.poll(() => countCalls(product, 'eventsub/subscriptions', 'POST')).toBeGreaterThan(20);
	await product.control.queue('automod', 'gannetgoblin', 'buy followers');
	await page.getByRole('button', { name: 'GannetGoblin', exact: true }).tap();
	await card(page, 'GannetGoblin').getByRole('button', { name: 'Mention in chat' }).tap();

	await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('@GannetGoblin ');
});

test('without its permission a list says what it needs and offers to allow it', async ({ page }) => {
	await connectTwitch(page);
	await openPlace(page, 'People');

	await expect(page.getByRole('tabpanel').getByRole('alert')).toContainText('moderator:read:chatters');
	await expect(page.getByRole('tabpanel').getByRole('button', { name: 'Allow it' })).toBeVisible();
});

test('a chatter is timed out from chat in two taps', async ({ page, product }) => {
	await connectStreamer(page);
	await page.getByRole('navigation', { name: 'Panel' }).getByRole('button', { name: 'Chat', exact: true }).tap();
	await expectTwitchLive(page, product.control);
	await product.control.deliverIrc(
		`@color=#9ACD32;display-name=QuietHarbor;id=two-taps;tmi-sent-ts=${Date.now()};user-id=100003 :quietharbor!quietharbor@quietharbor.tmi.twitch.tv PRIVMSG #tidalkit :buy followers`
	);

	await page.locator('[data-message-id="two-taps"] .nick').tap();
	await page.getByRole('button', { name: 'Time out for 10 min' }).tap();

	await expect(page.locator('[data-message-id="two-taps"] .removal')).toHaveText('Timed out for 10 min');
	await page.getByRole('button', { name: 'Close' }).tap();
	await undo(page).tap();
	await expect.poll(() => countCalls(product, 'moderation/bans', 'DELETE')).toBe(1);
});
