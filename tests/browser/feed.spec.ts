import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expectThetaLive, thetaChannel } from './support/chat-lines.ts';
import { expect, test } from './support/product.ts';
import { settled } from './support/settled.ts';
import { connectTheta, connectTwitch, openPlace } from './support/sign-in.ts';

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
	expect(asked.filter((entry) => entry.type === 'request' && entry.method !== 'GET')).toEqual([]);
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
