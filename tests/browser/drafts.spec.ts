import type { Page } from '@playwright/test';
import { expectThetaLive, expectTwitchLive, thetaChannel, thetaMessage, twitchLine } from './support/chat-lines.ts';
import { expect, test, type Product } from './support/product.ts';
import { connectTheta, connectTwitch } from './support/sign-in.ts';

const field = (page: Page) => page.getByRole('textbox', { name: 'Message' });

async function countPosts({ control }: Product) {
	const requests = await control.requests({ path: 'twitch/helix/chat/messages' });
	return requests.filter((request) => request.type === 'request' && request.method === 'POST').length;
}

/** On the emulated Twitch, back through the confirmation card to the panel. */
async function returnFromTwitch(page: Page, displayName = 'TidalKit') {
	await page.getByRole('radio', { name: displayName }).check();
	await page.getByRole('button', { name: 'Authorize' }).click();
	await page.getByRole('button', { name: 'Confirm' }).click();
	await page.getByRole('link', { name: 'Open the panel' }).click();
}

test('what was typed survives a dead sign-in and the trip to connect again', async ({ page, product }) => {
	await connectTwitch(page);
	await expectTwitchLive(page, product.control);
	await field(page).fill('half a thought');
	await product.control.endTwitchTokens('revoke-grants');
	await field(page).press('Enter');
	await expect(page.getByRole('region', { name: 'Connect Twitch again' })).toBeVisible();

	await page.getByRole('button', { name: 'Connect Twitch again' }).click();
	await returnFromTwitch(page);

	await expect(field(page)).toHaveValue('half a thought');
	await expectTwitchLive(page, product.control);
	await field(page).press('Enter');
	await expect(page.locator('.chat_line', { hasText: 'half a thought' })).toHaveCount(1);
	await expect(field(page)).toHaveValue('');
	await page.reload();
	await expectTwitchLive(page, product.control);
	await expect(field(page)).toHaveValue('');
});

test('a command waits in the field while it is being allowed, and what is typed outlives a change of tab', async ({
	page,
	product
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await connectTwitch(page);
	await expectTwitchLive(page, product.control);
	await field(page).fill('/slow 30');
	await page.getByRole('button', { name: 'More' }).click();
	await page.getByRole('button', { name: 'Chat', exact: true }).click();
	await expect(field(page)).toHaveValue('/slow 30');
	await field(page).press('Enter');
	await expect(page.getByRole('alert')).toContainText('slow mode and the other chat modes');

	await page.getByRole('button', { name: 'Allow it' }).click();
	await returnFromTwitch(page);

	await expect(field(page)).toHaveValue('/slow 30');
	await expectTwitchLive(page, product.control);
	await field(page).press('Enter');
	await expect(page.getByText('Done: /slow')).toBeVisible();
});

test('a line that waits for its turn can be taken back, and a reload neither sends nor loses it', async ({
	page,
	product
}) => {
	await connectTwitch(page, 'QuietHarbor');
	const box = field(page);
	await page.getByRole('textbox', { name: 'Channel' }).fill('tidalkit');
	await page.getByRole('button', { name: 'Add', exact: true }).click();
	await expectTwitchLive(page, product.control);
	for (let count = 1; count <= 19; count++) {
		await box.fill(`line ${count}`);
		await box.press('Enter');
		await expect(box).toHaveValue('');
	}
	await page.getByRole('combobox', { name: 'Write in' }).selectOption('tidalkit');

	await box.fill('one too many');
	await box.press('Enter');
	await expect(page.getByText('Waiting its turn')).toBeVisible();
	await page.getByRole('button', { name: 'Take it back' }).click();
	await expect(page.getByText('Waiting its turn')).toBeHidden();
	await expect(box).toHaveValue('one too many');
	await expect(box).toBeEditable();
	await box.press('Enter');
	await expect(page.getByText('Waiting its turn')).toBeVisible();
	await page.reload();

	await expectTwitchLive(page, product.control);
	await expect(box).toHaveValue('one too many');
	await expect(page.getByRole('alert')).toBeHidden();
	await expect(page.locator('.chat_line', { hasText: 'one too many' })).toHaveCount(0);
	await page.getByRole('combobox', { name: 'Write in' }).selectOption('tidalkit');
	await box.press('Enter');
	await expect(page.getByText('Waiting its turn')).toBeVisible();
	expect(await countPosts(product)).toBe(19);
});

test('a page that is left while a line is on its way says that it may have arrived, and sends nothing', async ({
	page,
	product
}) => {
	await connectTwitch(page);
	await expectTwitchLive(page, product.control);
	await product.control.setFault({ endpoint: 'twitch/helix/chat/messages', kind: 'delay', delayMs: 20_000 });
	await field(page).fill('are you there?');
	await field(page).press('Enter');
	await expect.poll(() => countPosts(product)).toBe(1);

	await page.reload();

	await expect(field(page)).toHaveValue('are you there?');
	await expect(page.getByRole('alert')).toContainText('unknown whether the message arrived');
	await expectTwitchLive(page, product.control);
	expect(await countPosts(product)).toBe(1);
	await field(page).press('End');
	await field(page).pressSequentially(' yes');
	await expect(page.getByRole('alert')).toBeHidden();
});

test('two presses on a line begin a reply and leave a selected word selected', async ({ page, product }) => {
	await connectTwitch(page);
	await expectTwitchLive(page, product.control);
	await product.control.deliverIrc(twitchLine('m1', 'anchors'));
	const line = page.locator('[data-message-id="m1"]');
	const box = (await line.boundingBox())!;

	await page.mouse.dblclick(box.x + box.width - 4, box.y + box.height / 2);
	await expect(page.getByText('Replying to MossLantern')).toBeVisible();
	await expect(field(page)).toBeFocused();
	await field(page).press('Escape');
	await line.getByText('anchors').dblclick();

	await expect(page.getByText('Replying to MossLantern')).toBeVisible();
	expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe('anchors');
});

test('where the platform has no replies none is offered', async ({ page, product }) => {
	await connectTheta(page);
	await expectThetaLive(page, product.control);
	await product.control.publishTheta(thetaChannel, thetaMessage('t1', 'no answers here'));
	const line = page.locator('[data-message-id="t1"]');

	await line.hover();
	await page.keyboard.press('r');
	const box = (await line.boundingBox())!;
	await page.mouse.dblclick(box.x + box.width - 4, box.y + box.height / 2);
	await line.locator('.nick').click();

	await expect(page.getByRole('dialog').getByRole('button', { name: 'Mention' })).toBeVisible();
	await expect(page.getByRole('dialog').getByRole('button', { name: 'Reply' })).toBeHidden();
	await expect(page.getByText('Replying to')).toBeHidden();
});
