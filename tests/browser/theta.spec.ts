import { expect, test, watchContext } from './support/product.ts';
import { expectThetaLive, thetaChannel, thetaMessage } from './support/chat-lines.ts';
import { connectTheta } from './support/sign-in.ts';

const person = (id: string, username: string) => ({ id, username, avatar_url: null });
const fan = person('usr4lanternfish0001', 'lanternfish');
const owner = person(thetaChannel, 'emberwake');

function stamp(id: string): { message_id: string; timestamp: number } {
	return { message_id: id, timestamp: Date.now() };
}

test('a tip, a gift item and a gift with a price are told with who, what and how much', async ({ page, product }) => {
	await connectTheta(page);
	await expectThetaLive(page, product.control);
	const people = { recipient: owner, user: fan };

	await product.control.publishTheta(thetaChannel, {
		type: 'donation',
		data: { ...stamp('tip1'), ...people, sender: fan, tfuel: '25', note: '<b>for the seal</b>' }
	});
	await product.control.publishTheta(thetaChannel, {
		type: 'gift_item',
		data: {
			...stamp('item1'),
			...people,
			item: { id: 'itm1', name: 'Rocket' },
			note: null,
			text: 'lanternfish sent Rocket'
		}
	});
	await product.control.publishTheta(thetaChannel, {
		type: 'donation_gift',
		data: { ...stamp('gift1'), ...people, gift: { name: 'Lantern', tfuel: 5 }, text: 'lanternfish sent Lantern' }
	});

	const tip = page.locator('[data-message-id="tip1"]');
	await expect(tip).toContainText('lanternfish tipped 25 TFuel');
	await expect(tip).toContainText('<b>for the seal</b>');
	await expect(tip).toHaveAttribute('data-kind', 'tip');
	await expect(page.locator('[data-message-id="item1"]')).toContainText('lanternfish sent Rocket');
	await expect(page.locator('[data-message-id="gift1"]')).toContainText('lanternfish sent Lantern, worth 5 TFuel');
});

test('the owner and subscribers are marked, others are not', async ({ page, product }) => {
	await connectTheta(page);
	await expectThetaLive(page, product.control);
	const sub = { subscription_status: 'active', count: 14, current_period_end: Date.now() + 60_000 };
	const say = (id: string, user: object) =>
		product.control.publishTheta(thetaChannel, { type: 'chat_message', data: { ...stamp(id), text: 'hello', user } });

	await say('by-owner', owner);
	await say('by-subscriber', { ...fan, sub });
	await say('by-viewer', person('usr4quietquasar0004', 'quietquasar'));

	const line = (id: string) => page.locator(`[data-message-id="${id}"]`);
	await expect(line('by-owner')).toHaveAttribute('data-roles', 'broadcaster');
	await expect(line('by-owner').getByAltText('Broadcaster')).toBeVisible();
	await expect(line('by-subscriber')).toHaveAttribute('data-roles', 'subscriber');
	await expect(line('by-subscriber').getByAltText('Subscriber')).toBeVisible();
	await expect(line('by-viewer')).toHaveAttribute('data-roles', '');
	await expect(line('by-viewer').locator('.badge')).toHaveCount(0);
});

test('what was said while the connection was away is caught up, once and in order, without a gap', async ({
	page,
	product
}) => {
	await connectTheta(page);
	await expectThetaLive(page, product.control);
	await product.control.publishTheta(thetaChannel, thetaMessage('before', 'before'));
	await expect(page.locator('[data-message-id="before"]')).toBeVisible();

	await product.control.setFault({ endpoint: 'pubnub/v2/subscribe', kind: 'drop', forMs: 3_000 });
	for (let count = 1; count <= 5; count++)
		await product.control.publishTheta(thetaChannel, thetaMessage(`away${count}`, `away ${count}`));
	await expect(page.locator('[data-message-id="away5"]')).toBeVisible({ timeout: 20_000 });
	await product.control.publishTheta(thetaChannel, thetaMessage('after', 'after'));
	await expect(page.locator('[data-message-id="after"]')).toBeVisible();

	const ids = await page
		.locator('[data-message-id]:not([data-message-id^="probe"])')
		.evaluateAll((lines) => lines.map((line) => line.getAttribute('data-message-id')));
	expect(ids).toEqual(['before', 'away1', 'away2', 'away3', 'away4', 'away5', 'after']);
	await expect(page.locator('.line.gap')).toHaveCount(0);
});

test('what was said while the panel was closed is caught up after it, once and in order, without a gap', async ({
	page,
	product
}) => {
	await connectTheta(page);
	await expectThetaLive(page, product.control);
	await product.control.publishTheta(thetaChannel, thetaMessage('before', 'before'));
	await expect(page.locator('[data-message-id="before"]')).toBeVisible();
	const panel = page.url();

	await page.goto('about:blank');
	for (const id of ['away1', 'away2']) await product.control.publishTheta(thetaChannel, thetaMessage(id, id));
	await page.goto(panel);
	await expectThetaLive(page, product.control);

	const ids = await page
		.locator('[data-message-id]:not([data-message-id^="probe"])')
		.evaluateAll((lines) => lines.map((line) => line.getAttribute('data-message-id')));
	expect(ids.filter((id) => !id?.startsWith('left'))).toEqual(['before', 'away1', 'away2']);
	await expect(page.locator('.line.gap')).toHaveCount(0);
});

test('a line written in the panel reaches a second client and comes back once', async ({ page, browser, product }) => {
	await connectTheta(page);
	const second = await browser.newContext({ baseURL: product.url });
	const complaints = await watchContext(second);
	const overlay = await second.newPage();
	await overlay.goto(`/overlay/chat?theta=${thetaChannel}`);
	await expectThetaLive(page, product.control);
	await expectThetaLive(overlay, product.control);
	const box = page.getByRole('textbox', { name: 'Message' });

	await box.fill('hello from the <i>panel</i>');
	await page.getByRole('button', { name: 'Send' }).click();

	await expect(overlay.locator('.chat_line').filter({ hasText: 'hello from the <i>panel</i>' })).toHaveCount(1);
	const own = page.getByRole('log', { name: 'Chat' }).locator('.chat_line', { hasText: 'hello from the <i>panel</i>' });
	await expect(own).toHaveCount(1);
	await expect(own.locator('.nick')).toHaveText('emberwake');
	await expect(box).toHaveValue('');
	expect(product.readLog()).not.toContain('hello from');
	expect(complaints).toEqual([]);
	await second.close();
});

test('an expired token is renewed while sending; a revoked one leads to connecting again', async ({
	page,
	product
}) => {
	await connectTheta(page);
	await expectThetaLive(page, product.control);
	const box = page.getByRole('textbox', { name: 'Message' });

	await product.control.endThetaTokens('expire-access');
	await box.fill('still me');
	await box.press('Enter');
	await expect(page.locator('.chat_line', { hasText: 'still me' })).toBeVisible();
	await product.control.endThetaTokens('revoke-grants');
	await box.fill('nobody hears me');
	await box.press('Enter');

	await expect(page.getByRole('region', { name: 'Connect THETA.tv again' })).toBeVisible();
	await expect(page.locator('.chat_line', { hasText: 'nobody hears me' })).toHaveCount(0);
});

test('whether the app is installed in the own channel is found out when the streamer asks, and not before', async ({
	page,
	product
}) => {
	const asked = () => product.control.requests({ path: 'theta/v1/oauth_application/*' });
	await connectTheta(page);
	await expectThetaLive(page, product.control);
	const row = page.locator('[data-platform="theta"]', { hasText: 'emberwake' });
	const ask = row.getByRole('button', { name: 'Check app installation' });
	await expect(ask).toBeVisible();
	const unasked = await asked();

	await ask.click();
	await expect(row.getByRole('status')).toContainText('Not installed');
	await product.control.setThetaInstalled(thetaChannel, true);
	await ask.click();

	await expect(row.getByRole('status')).toContainText('Installed:');
	expect(unasked).toEqual([]);
	expect(await asked()).toHaveLength(2);
});

test('the PubNub library adds no frame to the page, and reading goes on when strangers empty the page around it', async ({
	page,
	product
}) => {
	await page.goto(`/overlay/chat?theta=${thetaChannel}`);
	await expectThetaLive(page, product.control);

	expect(await page.locator('iframe').count()).toBe(0);
	await page.evaluate(() => {
		for (const element of [...document.body.children])
			if (!element.querySelector('.chat_line') && element.tagName !== 'SCRIPT') element.remove();
	});

	await expectThetaLive(page, product.control);
});
