import { AxeBuilder } from '@axe-core/playwright';
import { expectTwitchLive, twitchLine } from './support/chat-lines.ts';
import { expect, test } from './support/product.ts';
import { settled } from './support/settled.ts';
import { connectStreamer, connectTheta, connectTwitch, openPlace } from './support/sign-in.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('the strip tells since when the streamer is live, to how many, and how fast chat is', async ({
	page,
	product
}) => {
	await connectTwitch(page);
	const strip = page.getByRole('region', { name: 'Stream' });
	await expect(strip).toContainText(/Live\s*1:2\d:\d\d/);
	await expect(strip).toContainText('214 viewers');

	await expectTwitchLive(page, product.control);
	for (let count = 0; count < 3; count++) await product.control.deliverIrc(twitchLine(`rate${count}`, 'hello'));
	await expect(strip).toContainText(/[4-9]\/min/, { timeout: 10_000 });
	await settled(page);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('offline is told as offline, and what cannot be asked as not known', async ({ page, product }) => {
	await product.control.setLive('tidalkit', false);
	await connectTwitch(page);
	const strip = page.getByRole('region', { name: 'Stream' });
	await expect(strip).toContainText('Offline');
	await expect(strip).not.toContainText('viewers');

	await product.control.setLive('tidalkit', true);
	await product.control.setFault({ endpoint: 'twitch/helix/streams', kind: 'status', status: 500 });
	await page.reload();
	await expect(strip).toContainText('Not known if live');
});

test('a stream that ends or begins is told at once', async ({ page, product }) => {
	await connectStreamer(page);
	const strip = page.getByRole('region', { name: 'Stream' });
	await openPlace(page, 'Events');
	await expect(page.getByText('Events arrive as they happen')).toBeVisible();
	await expect(strip).toContainText(/Live\s*1:2\d:\d\d/);

	await product.control.setLive('tidalkit', false);
	await expect(strip).toContainText('Offline');
	await product.control.setLive('tidalkit', true);
	await expect(strip).toContainText(/Live\s*0:0\d/);
});

test('a THETA.tv streamer sees the strip too', async ({ page }) => {
	await connectTheta(page);

	await expect(page.getByRole('region', { name: 'Stream' })).toContainText('Not known if live');
});

test('a connection that was lost is counted, and told with its time and length', async ({ page, product }) => {
	await connectTwitch(page);
	await expectTwitchLive(page, product.control);
	await product.control.setFault({ endpoint: 'twitch/irc', kind: 'drop', forMs: 1_500 });

	await page.getByRole('button', { name: 'A connection was lost once' }).tap();
	const list = page.getByRole('dialog');
	await expect(list).toContainText('Chat of TidalKit on Twitch');
	await expect(list).toContainText(/\d+ seconds?/, { timeout: 20_000 });
});
