import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/product.ts';
import { connectStreamer, connectTwitch, openPlace } from './support/sign-in.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const socketPath = '/twitch/eventsub';
const sealReward = '7d1e0a52-0000-4000-8000-000000000002';

/** Addresses of the EventSub sockets that this page opens from now on. */
function watchEventSub(page: Page): readonly string[] {
	const urls: string[] = [];
	page.on('websocket', (socket) => {
		if (new URL(socket.url()).pathname === socketPath) urls.push(socket.url());
	});
	return urls;
}

const events = (page: Page) => page.locator('.events-column');
const follower = (name: string) => ({ user_id: '100101', user_login: name.toLowerCase(), user_name: name });

test('panel, second panel and five overlays of a streamer share one socket, and a closed page hands it over at once', async ({
	page,
	context,
	product
}) => {
	await connectStreamer(page);
	await openPlace(page, 'Events');
	await expect(page.getByText('Events arrive as they happen')).toBeVisible();

	const second = await context.newPage();
	const overlays = await Promise.all(Array.from({ length: 5 }, () => context.newPage()));
	const opened = [second, ...overlays].map(watchEventSub);
	await second.goto('/panel');
	await Promise.all(overlays.map((overlay) => overlay.goto('/overlay/chat?channel=tidalkit')));
	await openPlace(second, 'Events');
	await expect(second.getByText('Events arrive as they happen')).toBeVisible();
	const told = await product.control.tellEvent('tidalkit', 'channel.follow', follower('PixelGull'));

	await expect(events(page).getByText('PixelGull').first()).toBeVisible();
	await expect(events(second).getByText('PixelGull').first()).toBeVisible();
	expect(told).toBe(1);
	expect(opened.flat()).toEqual([]);

	await page.close();
	const closedAt = Date.now();
	await expect
		.poll(
			async () => {
				await product.control.tellEvent('tidalkit', 'channel.follow', follower('NightFerry'));
				return events(second).getByText('NightFerry').count();
			},
			{ intervals: [50] }
		)
		.toBeGreaterThan(0);
	const heardMs = Date.now() - closedAt;
	const sockets = await product.control.requests({ path: socketPath });
	const closed = sockets.filter(({ type }) => type === 'socket-close').at(-1)?.at ?? 0;
	const reopened = sockets.filter(({ type }) => type === 'socket-open').at(-1)?.at ?? Infinity;
	test.info().annotations.push({ type: 'hand-over', description: `${reopened - closed} ms, heard ${heardMs} ms` });
	expect(reopened - closed).toBeLessThan(1_000);
	expect(opened.flat()).toHaveLength(1);
});

test('a dropped connection says so and is back by itself', async ({ page, product }) => {
	await connectStreamer(page);
	await openPlace(page, 'Events');
	await expect(page.getByText('Events arrive as they happen')).toBeVisible();

	await product.control.setFault({ endpoint: 'twitch/eventsub', kind: 'drop', times: 3 });
	await expect(events(page).getByText('Reconnecting to Twitch events')).toBeVisible();

	await expect(page.getByText('Events arrive as they happen')).toBeVisible({ timeout: 15_000 });
	await expect.poll(() => product.control.tellEvent('tidalkit', 'channel.follow', follower('PixelGull'))).toBe(1);
	await expect(events(page).getByText('PixelGull').first()).toBeVisible();
});

test('what happened while the connection was lost is there once it is back', async ({ page, product }) => {
	await connectStreamer(page);
	await openPlace(page, 'Actions');
	await expect(page.getByRole('button', { name: /^Rewards/ })).toContainText('0 waiting');
	await expect
		.poll(async () => (await product.control.requests({ path: 'twitch/helix/eventsub/subscriptions' })).length)
		.toBeGreaterThan(40);
	await product.control.setFault({ endpoint: 'twitch/eventsub', kind: 'drop', forMs: 1_500 });
	await product.control.redeem({ login: 'pixelgull', channel: 'tidalkit', rewardId: sealReward });
	await expect(page.getByRole('listitem', { name: /^PixelGull/ })).toBeVisible({ timeout: 15_000 });
});

test('a streamer who disconnects the app on Twitch is asked to connect again', async ({ page, product }) => {
	await connectStreamer(page);
	await openPlace(page, 'Events');
	await expect(page.getByText('Events arrive as they happen')).toBeVisible();

	await product.control.endTwitchTokens('revoke-grants', 'tidalkit');

	await expect(
		events(page).getByText('Twitch no longer lets Tributary hear what happens on your channel.')
	).toBeVisible();
});

test('what is not allowed is named, and asked for at once', async ({ page }) => {
	await connectTwitch(page);
	await openPlace(page, 'Events');
	await page.getByRole('button', { name: 'Later' }).tap();
	await page.getByText('kinds of events are not heard').tap();

	await expect(events(page).getByText('run polls')).toBeVisible();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await events(page).getByRole('button', { name: 'Allow it' }).tap();

	await expect(page).toHaveURL(/oauth2\/authorize.*channel%3Amanage%3Apolls/);
});
