import type { Page } from '@playwright/test';
import { expect, test, type Product } from './support/product.ts';
import { connectTwitch } from './support/sign-in.ts';

const line = (id: string, text: string) =>
	`@display-name=MossLantern;id=${id};tmi-sent-ts=${Date.now()};user-id=100002 :mosslantern!m@m PRIVMSG #tidalkit :${text}`;
const marker = /messages may be missing/i;

/** The page's socket may be a moment old or a moment late; a line that is heard twice is shown once. */
async function hear(page: Page, product: Product, id: string, text: string) {
	await expect(async () => {
		await product.control.deliverIrc(line(id, text));
		await expect(page.locator(`[data-message-id="${id}"]`)).toHaveText(new RegExp(text), { timeout: 1_000 });
	}).toPass();
}

async function countIrc(product: Product, type: 'socket-open' | 'socket-close', since: number) {
	return (await product.control.requests({ path: 'twitch/irc', since })).filter((entry) => entry.type === type).length;
}

test('a reload keeps the lines, and marks once what was said meanwhile', async ({ page, product }) => {
	await connectTwitch(page);
	await hear(page, product, 'kept', 'said before');
	await product.control.deliverIrc(
		line('bad', 'taken back'),
		'@target-msg-id=bad :tmi.twitch.tv CLEARMSG #tidalkit :x'
	);
	await expect(page.locator('[data-message-id="bad"]')).toContainText('Deleted');

	await page.reload();

	await expect(page.locator('[data-message-id="kept"]')).toHaveText(/said before/);
	await expect(page.locator('[data-message-id="bad"]')).toContainText(/removed/i);
	await expect(page.getByText('Before you left')).toHaveCount(1);
	await expect(page.getByText(marker)).toHaveCount(1);
	await hear(page, product, 'after', 'said after');
	await expect(page.locator('.line').last()).toContainText('said after');
});

test('kept lines can be forgotten', async ({ page, product }) => {
	await connectTwitch(page);
	await hear(page, product, 'kept', 'said before');

	await page.getByRole('button', { name: 'Forget kept messages' }).click();
	await expect(page.getByText('The kept messages are gone.')).toBeVisible();
	await page.reload();
	await hear(page, product, 'after', 'said after');

	await expect(page.getByText('said before')).toHaveCount(0);
});

test('after a drop the missed lines are filled in their place when the streamer asked for it, else marked', async ({
	page,
	product
}) => {
	await connectTwitch(page);
	await hear(page, product, 'before', 'before');
	expect(await product.control.requests({ path: 'recent-messages/*' })).toEqual([]);

	await product.control.setFault({ endpoint: 'twitch/irc', kind: 'drop', forMs: 60_000 });
	await product.control.deliverIrc(line('lost', 'lost for good'));
	await product.control.clearFaults();
	await expect(page.getByText(marker)).toHaveCount(1);
	await expect(page.getByText('lost for good')).toHaveCount(0);

	await page.getByRole('switch', { name: 'Fill gaps after a lost connection' }).click();
	await page.reload();
	await expect.poll(() => product.control.requests({ path: 'recent-messages/*' })).toHaveLength(1);
	await hear(page, product, 'known', 'heard again');
	await expect(page.getByText(marker)).toHaveCount(2);

	await product.control.setFault({ endpoint: 'twitch/irc', kind: 'drop', forMs: 60_000 });
	await product.control.deliverIrc(line('missed', 'said while away'));
	await product.control.clearFaults();
	await hear(page, product, 'live', 'live again');

	await expect(page.getByText('said while away')).toHaveCount(1);
	await expect(page.getByText(marker)).toHaveCount(2);
	const order = await page.locator('.line').evaluateAll((lines) => lines.map((shown) => shown.textContent ?? ''));
	const place = (text: string) => order.findIndex((shown) => shown.includes(text));
	expect(place('heard again')).toBeLessThan(place('said while away'));
	expect(place('said while away')).toBeLessThan(place('live again'));
});

test('when Twitch asks for a new connection, nothing is lost, repeated or marked', async ({ page, product }) => {
	await connectTwitch(page);
	await hear(page, product, 'before', 'before');
	const since = Date.now();

	await product.control.requestReconnect();
	for (let number = 0; number < 50; number++) await product.control.deliverIrc(line(`n${number}`, `number ${number}`));
	await expect.poll(() => countIrc(product, 'socket-close', since)).toBe(1);
	await hear(page, product, 'after', 'after');

	await expect(page.getByText(/number \d+/)).toHaveCount(50);
	await expect(page.getByText(marker)).toHaveCount(0);
	expect(await countIrc(product, 'socket-open', since)).toBe(1);
});

test('a page that wakes up with a dead connection notices it within 5 s, and marks what was missed once', async ({
	page,
	product
}) => {
	await connectTwitch(page);
	await hear(page, product, 'before', 'before');
	const since = Date.now();
	await product.control.setFault({ endpoint: 'twitch/irc', kind: 'half-open', forMs: 2_900 });
	await product.control.deliverIrc(line('lost', 'lost for good'));

	await page.evaluate(() => dispatchEvent(new Event('pageshow')));
	await expect.poll(() => countIrc(product, 'socket-close', since), { timeout: 5_000, intervals: [100] }).toBe(1);
	await hear(page, product, 'after', 'after');

	await expect(page.getByText(marker)).toHaveCount(1);
	await expect(page.getByText('lost for good')).toHaveCount(0);
});
