import { AxeBuilder } from '@axe-core/playwright';
import { pressAgain } from './support/press-again.ts';
import { expect, test, type Product } from './support/product.ts';
import { connectStreamer, openPlace } from './support/sign-in.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
/** A shoutout waits 8 s, and a signed-in page reloads. */
test.describe.configure({ timeout: 60_000 });

test('a raid starts in four taps from chat, counts down over a reload and is called off', async ({ page, product }) => {
	await connectStreamer(page);
	await openPlace(page, 'Chat');

	await page.getByRole('navigation', { name: 'Panel' }).getByRole('button', { name: 'Actions' }).tap();
	await page.getByRole('button', { name: 'Raid', exact: true }).tap();
	await page.getByText('MossLantern').tap();
	await page.getByRole('button', { name: 'Start raid to MossLantern' }).tap();

	await expect(page.getByRole('timer')).toHaveText(/^(90|8\d) s$/);
	await page.reload();
	await openPlace(page, 'Actions');
	await expect(page.getByRole('timer')).toHaveText(/^\d\d s$/);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await page.getByRole('button', { name: 'Call off the raid' }).tap();
	await expect(page.getByText('The raid is called off.')).toBeVisible();
	await expect(page.getByRole('timer')).toHaveCount(0);
	const calls = await product.control.requests({ path: 'twitch/helix/raids' });
	expect(calls.filter(({ method }) => method !== 'OPTIONS').map(({ method }) => method)).toEqual(['POST', 'DELETE']);
});

const calls = async (product: Product, path: string) =>
	(await product.control.requests({ path: `twitch/helix/${path}` })).filter(({ method }) => method === 'POST').length;

test('a raid that fails says why, keeps the channel, and is not started twice', async ({ page, product }) => {
	const { control } = product;
	await connectStreamer(page);
	await page.getByRole('button', { name: 'Raid', exact: true }).tap();
	const form = page.getByRole('dialog', { name: 'Raid' });
	await form.getByText('MossLantern').tap();
	const start = form.getByRole('button', { name: 'Start raid to MossLantern' });

	await control.setLive('tidalkit', false);
	await start.tap();
	await expect(form.getByRole('alert')).toContainText('You have to be live');
	await control.setLive('tidalkit', true);
	await control.setFault({ endpoint: 'twitch/helix/raids', kind: 'status', status: 429, times: 1 });
	await start.tap();
	await expect(form.getByRole('alert')).toContainText('10 raids in 10 minutes');
	await expect(form.getByRole('radio', { name: /^MossLantern/ })).toBeChecked();
	await control.setFault({ endpoint: 'twitch/helix/raids', kind: 'status', status: 503, times: 1 });
	await start.tap();
	await expect(form.getByRole('alert')).toContainText('it is not known whether this was done');
	expect(await calls(product, 'raids')).toBe(3);

	await page.getByRole('button', { name: 'Close' }).tap();
	await expect(page.getByText('call it off', { exact: false })).toBeVisible();
	await page.getByRole('button', { name: 'Call off the raid' }).tap();
	await expect(page.getByRole('timer')).toHaveCount(0);
});

test('an announcement stays typed until it is made, and comes back with one tap', async ({ page, product }) => {
	const { control } = product;
	const endpoint = 'twitch/helix/chat/announcements';
	await connectStreamer(page);
	await page.getByRole('button', { name: 'Announcement', exact: true }).tap();
	const form = page.getByRole('dialog', { name: 'Announcement' });
	const text = form.getByRole('textbox');
	const announce = form.getByRole('button', { name: 'Announce', exact: true });

	await text.fill('x'.repeat(501));
	await expect(announce).toBeDisabled();
	await text.fill('Tea break <b>soon</b>');
	for (const [status, words] of [
		[429, 'one announcement every 2 s'],
		[503, 'it is not known whether this was done']
	] as const) {
		await control.setFault({ endpoint, kind: 'status', status, times: 1 });
		await announce.tap();
		await expect(form.getByRole('alert')).toContainText(words);
		await expect(text).toHaveValue('Tea break <b>soon</b>');
	}
	await form.locator('label', { hasText: 'Green' }).tap();
	await page.reload();
	await openPlace(page, 'Actions');
	await announce.tap();
	await expect(page.getByText('Announced in chat.')).toBeVisible();
	expect(await calls(product, 'chat/announcements')).toBe(3);
	await page.getByRole('button', { name: 'Announcement', exact: true }).tap();
	await form.getByRole('button', { name: 'Tea break <b>soon</b>', exact: true }).tap();
	await expect(text).toHaveValue('Tea break <b>soon</b>');
	await expect(form.getByRole('radio', { name: 'Green' })).toBeChecked();
});

test('shoutouts queue up, outlive a reload, and wait until the stream is live', async ({ page, product }) => {
	await connectStreamer(page);
	await product.control.setLive('tidalkit', false);
	await page.getByRole('button', { name: 'Shoutout', exact: true }).tap();
	const form = page.getByRole('dialog', { name: 'Shoutout' });
	for (const name of ['MossLantern', 'CoralCompiler']) {
		await form.getByRole('searchbox').fill(name);
		await form.getByRole('button', { name: `Shoutout for ${name}` }).tap();
	}
	await form.getByRole('button', { name: 'Put CoralCompiler earlier' }).tap();
	await expect(form.getByRole('listitem').first()).toContainText('CoralCompiler');
	await page.reload();
	await openPlace(page, 'Actions');
	await expect(form.getByRole('listitem')).toHaveCount(2);
	await expect(form.getByText('waits', { exact: true })).toHaveCount(2, { timeout: 15_000 });
	await form.getByRole('button', { name: 'Close' }).tap();
	await expect(form).toBeHidden();
	await expect(page.getByText('Shoutouts need a live stream')).toBeVisible();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

	await product.control.setLive('tidalkit', true);
	await expect(page.getByRole('button', { name: /^Shoutout 1 waiting/ })).toBeVisible({ timeout: 15_000 });
	expect(await calls(product, 'chat/shoutouts')).toBe(2);
});

test('ads are run after a second press, seen while they run, and not again at once', async ({ page, product }) => {
	await connectStreamer(page);
	await page.getByRole('button', { name: /^Ads/ }).tap();
	const form = page.getByRole('dialog', { name: 'Ads' });
	await expect(form.getByText(/^in 2\d:\d\d, 90 s long$/)).toBeVisible();
	await form.getByRole('button', { name: 'Put off by 5 min (3 left)' }).tap();
	await expect(form.getByRole('button', { name: 'Put off by 5 min (2 left)' })).toBeVisible();
	await form.locator('label', { hasText: '30 s' }).tap();
	const run = form.getByRole('button', { name: /^(Run 30 s of ads|Press again to run 30 s of ads)$/ });
	await pressAgain(run, page.getByRole('timer').filter({ hasText: /^(30|2\d) s$/ }));
	await page.reload();
	await openPlace(page, 'Actions');
	await page.getByRole('button', { name: /^Ads/ }).tap();
	await expect(form.getByRole('button', { name: /^Ads can run again in 7:\d\d$/ })).toBeDisabled();
	expect(await calls(product, 'channels/commercial')).toBe(1);
});

test('the next ad is announced a minute before, wherever one is in the panel', async ({ page, product }) => {
	await connectStreamer(page);
	await product.control.scheduleAd('tidalkit', { inSeconds: 70, seconds: 30 });
	await page.reload();
	await expect(page.getByText('The next ad begins in 60 s.')).toBeVisible({ timeout: 20_000 });
	await openPlace(page, 'Actions');
	await page.getByRole('button', { name: 'Put off by 5 min (3 left)' }).tap();
	await expect(page.getByText('The next ad is put off by 5 min.')).toBeVisible();
	await expect(page.getByRole('timer')).toHaveCount(0);
});

test('who is no affiliate is told what ads need', async ({ page }) => {
	await connectStreamer(page, 'QuietHarbor');
	await page.getByRole('button', { name: 'Ads for affiliates and partners' }).tap();
	await expect(page.getByRole('alert')).toHaveText('Ads are for affiliates and partners of Twitch.');
});

test('whoever raids waits for a shoutout where the streamer wants it, and planned ads are shown', async ({
	page,
	product
}) => {
	const { control } = product;
	await connectStreamer(page);
	await page.getByRole('button', { name: 'Shoutout', exact: true }).tap();
	const form = page.getByRole('dialog', { name: 'Shoutout' });
	await form.getByRole('switch', { name: 'Give whoever raids a shoutout' }).tap();
	const raid = {
		from_broadcaster_user_id: '100113',
		from_broadcaster_user_login: 'anemonearcade',
		from_broadcaster_user_name: 'AnemoneArcade',
		viewers: 90
	};

	await expect.poll(() => control.tellEvent('tidalkit', 'channel.raid', raid)).toBeGreaterThan(0);
	await expect(form.getByRole('listitem').first()).toContainText('AnemoneArcade');
	await page.keyboard.press('Escape');
	await control.scheduleAd('tidalkit', { inSeconds: 1, seconds: 30 });
	await expect(page.getByText('Planned ads are running.')).toBeVisible();
});
