import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expectThetaLive, thetaChannel } from './support/chat-lines.ts';
import { expect, test } from './support/product.ts';
import { settled } from './support/settled.ts';
import { connectStreamer, connectTheta, connectTwitch, openPlace } from './support/sign-in.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const feed = (page: Page) => page.getByRole('log', { name: 'Activity' });

/** Makes an event up in the form. */
async function tryEvent(page: Page, kind: string, name: string, amount?: string): Promise<void> {
	await page.getByRole('button', { name: 'Try an event' }).tap();
	const form = page.getByRole('dialog', { name: 'Try an event' });
	await form.getByLabel('Event', { exact: true }).selectOption(kind);
	await form.getByLabel('Name').fill(name);
	if (amount !== undefined) await form.locator('input[inputmode=numeric]').fill(amount);
	await form.getByRole('button', { name: 'Make it happen' }).tap();
	await expect(form).toBeHidden();
}

test('what is made up is marked as a test, asks Twitch for nothing, and is gone after a reload', async ({
	page,
	product
}) => {
	await connectTwitch(page);
	await openPlace(page, 'Events');
	await expect(page.getByText('Nothing has happened yet.')).toBeVisible();
	const since = Date.now();
	await tryEvent(page, 'Raid', 'MossLantern', '58');
	await tryEvent(page, 'Gifted subscriptions', 'KelpKing', '10');

	const raid = feed(page).locator('[data-activity=raid]');
	await expect(raid).toContainText('MossLantern raided you');
	await expect(raid).toContainText('Test');
	await expect(raid).toContainText('58 viewers');
	await expect(page.getByRole('button', { name: 'Acknowledge all' })).toBeDisabled();
	const asked = await product.control.requests({ since, path: 'twitch/helix' });
	const sent = asked.filter((entry) => entry.type === 'request' && entry.method !== 'GET');
	// What is listened to may still be being asked for.
	expect(sent.filter(({ path }) => !path.endsWith('/eventsub/subscriptions'))).toEqual([]);
	await settled(page);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

	await page.reload();
	await openPlace(page, 'Events');
	await expect(page.getByText('Nothing has happened yet.')).toBeVisible();
});

test('a THETA.tv streamer sees tips and gifts without Twitch, counted until they look, and after a reload', async ({
	page,
	product
}) => {
	await connectTheta(page);
	await expectThetaLive(page, product.control);
	const user = { id: 'usr4lanternfish0001', username: 'lanternfish', avatar_url: null };
	const tell = (type: string, id: string, data: object) =>
		product.control.publishTheta(thetaChannel, {
			type,
			data: { message_id: id, timestamp: Date.now(), user, ...data }
		});
	await tell('donation', 'tip1', { sender: user, tfuel: '25', note: 'for the seal' });
	await tell('follow', 'follow1', {});
	const tab = page.getByRole('navigation', { name: 'Panel' }).getByRole('button', { name: 'Events', exact: true });
	await expect(tab).toHaveAccessibleDescription('2 new events');

	await openPlace(page, 'Events');
	const tip = feed(page).locator('[data-activity=tip]');
	await expect(tip).toContainText('lanternfish tipped');
	await expect(tip).toContainText('25 TFuel');
	await expect(tip).toContainText('for the seal');
	await expect(tab).toHaveAccessibleDescription('');
	await tip.getByRole('button').first().tap();
	await tip.getByRole('button', { name: 'Acknowledge', exact: true }).tap();
	await settled(page);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

	await page.reload();
	await openPlace(page, 'Events');
	await expect(tip).toContainText('25 TFuel');
	await expect(tip).not.toContainText('not acknowledged');
	await expect(feed(page).locator('[data-activity=follow]')).toContainText('not acknowledged');
	await page.getByRole('group', { name: 'Show only' }).getByRole('button', { name: 'Follows' }).tap();
	await expect(tip).toBeHidden();
	await expect(feed(page).locator('[data-activity=follow]')).toBeVisible();
});

test('what Twitch tells is on the list: a gift as one line, acknowledged together, kept for a reload', async ({
	page,
	product
}) => {
	const viewer = (number: number, name: string) => ({
		user_id: String(100_100 + number),
		user_login: name.toLowerCase(),
		user_name: name
	});
	const tell = (type: string, event: object) => product.control.tellEvent('tidalkit', type, event);
	await connectStreamer(page);
	await openPlace(page, 'Events');
	await expect(page.getByText('Events arrive as they happen')).toBeVisible();

	await tell('channel.follow', { ...viewer(1, 'PixelGull'), followed_at: new Date().toISOString() });
	const gift = { total: 3, tier: '1000', cumulative_total: 12, is_anonymous: false };
	await tell('channel.subscription.gift', { ...viewer(2, 'KelpKing'), ...gift });
	for (let count = 3; count < 6; count++)
		await tell('channel.subscribe', { ...viewer(count, `Lucky${count}`), tier: '1000', is_gift: true });
	await tell('channel.raid', {
		from_broadcaster_user_id: '100002',
		from_broadcaster_user_login: 'mosslantern',
		from_broadcaster_user_name: 'MossLantern',
		viewers: 58
	});

	const line = (type: string) => feed(page).locator(`[data-activity=${type}]`);
	await expect(line('follow')).toContainText('PixelGull followed');
	await expect(line('raid')).toContainText('58 viewers');
	await expect(line('gift')).toContainText('3 subs');
	await expect(line('subscription')).toHaveCount(0);
	await line('gift').getByRole('button').first().tap();
	await expect(line('gift')).toContainText('For Lucky3, Lucky4, Lucky5');
	await line('raid').getByRole('button').first().tap();
	await line('raid').getByRole('button', { name: 'Show again' }).tap();
	await expect(line('raid')).toHaveCount(2);
	await expect(line('raid').first()).toContainText('Again');
	await page.getByRole('button', { name: 'Acknowledge all' }).tap();
	await expect(page.getByText('3 events acknowledged.')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).tap();
	await expect(line('follow')).toContainText('not acknowledged');
	await page.getByRole('button', { name: 'Acknowledge all' }).tap();

	await page.reload();
	await openPlace(page, 'Events');
	await expect(line('raid')).toHaveCount(1);
	await expect(line('raid')).not.toContainText('not acknowledged');
	await expect(page.getByRole('button', { name: 'Acknowledge all' })).toBeDisabled();
	await page.getByLabel('Search by name').fill('lucky4');
	await expect(line('gift')).toBeVisible();
	await expect(line('raid')).toHaveCount(0);
});

test('the list is walked and opened with the keyboard', async ({ page }) => {
	await connectTheta(page);
	await openPlace(page, 'Events');
	for (const name of ['One', 'Two', 'Three']) await tryEvent(page, 'Cheer', name, '100');
	const line = (name: string) => feed(page).getByRole('button', { name: `${name} cheered` });

	await line('Three').focus();
	await page.keyboard.press('ArrowDown');
	await expect(line('Two')).toBeFocused();
	await page.keyboard.press('End');
	await expect(line('One')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(line('One')).toHaveAttribute('aria-expanded', 'true');
	await page.keyboard.press('Home');
	await expect(line('Three')).toBeFocused();

	await page.getByRole('button', { name: 'Try an event' }).tap();
	await page.getByRole('dialog').getByLabel('Bits').fill('0');
	await expect(page.getByRole('dialog')).toContainText('Write a whole number from 1');
	await expect(page.getByRole('button', { name: 'Make it happen' })).toBeDisabled();
	await settled(page);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await page.getByRole('button', { name: 'Remove tests' }).tap();
	await page.keyboard.press('Escape');
	await expect(page.getByText('Nothing has happened yet.')).toBeVisible();
});
