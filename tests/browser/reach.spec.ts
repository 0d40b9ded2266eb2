import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './support/product.ts';
import { connectStreamer, openPlace } from './support/sign-in.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

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
