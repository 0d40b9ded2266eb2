import { expectTwitchLive } from './support/chat-lines.ts';
import { expect, test } from './support/product.ts';
import { connectTwitch, openPlace } from './support/sign-in.ts';

test.use({ serviceWorkers: 'allow', viewport: { width: 390, height: 844 }, hasTouch: true });

interface Manifest {
	readonly start_url: string;
	readonly display: string;
	readonly icons: readonly {
		readonly src: string;
		readonly sizes: string;
		readonly type: string;
		readonly purpose?: string;
	}[];
}

test('the manifest makes the panel an app, with icons that are what it says', async ({ page }) => {
	await page.goto('/panel');
	const href = await page.locator('link[rel="manifest"]').getAttribute('href');
	const manifest = (await (await page.request.get(href ?? '')).json()) as Manifest;

	expect(manifest).toMatchObject({ name: 'Tributary', start_url: '/panel', display: 'standalone' });
	expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
	expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
	for (const { src, sizes, type } of manifest.icons) {
		const size = await page.evaluate(async (url) => {
			const image = new Image();
			image.src = url;
			await image.decode();
			return `${image.naturalWidth}x${image.naturalHeight}`;
		}, src);
		if (sizes !== 'any') expect(size).toBe(sizes);
		expect((await page.request.get(src)).headers()['content-type']).toContain(type);
	}
});

test('the panel opens without a connection, says so, and works again with it', async ({ page, context, product }) => {
	test.slow();
	await connectTwitch(page);
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
	await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);

	await context.setOffline(true);
	await page.reload();
	await expect(page.getByText('You are offline').first()).toBeVisible();
	await openPlace(page, 'Actions');
	await expect(page.getByText('What you do here needs a connection')).toBeVisible();

	await context.setOffline(false);
	await openPlace(page, 'More');
	await page.getByRole('navigation', { name: 'Panel' }).getByRole('button', { name: 'Chat', exact: true }).click();
	await expectTwitchLive(page, product.control);
});

test('overlays, sign-ins and calls are never answered from what was kept', async ({ page }) => {
	await page.goto('/panel');
	await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);

	const kept = await page.evaluate(async () => {
		const names = await caches.keys();
		const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return requests.flat().map(({ url }) => new URL(url).pathname);
	});

	expect(kept).toContain('/');
	expect(kept.filter((path) => path.startsWith('/api/') || path.startsWith('/connect/'))).toEqual([]);
	const [answer] = await Promise.all([page.waitForResponse(/\/api\/config$/), page.reload()]);
	expect(answer.fromServiceWorker()).toBe(false);
});
