import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './support/product.ts';
import { settled } from './support/settled.ts';
import { connectStreamer, connectTwitch, openPlace } from './support/sign-in.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('a streamer allows everything at once and sets a marker in two taps', async ({ page }) => {
	await connectStreamer(page);
	await page.getByRole('button', { name: 'Marker' }).tap();
	await page.getByRole('button', { name: 'Set a marker' }).tap();
	await expect(page.getByText(/^Marker set at 1:2\d:\d\d\.$/)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Marker last at' })).toBeVisible();
	await settled(page);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('what is typed survives a refusal and the trip to Twitch for what is missing', async ({ page, product }) => {
	await connectTwitch(page);
	await openPlace(page, 'Actions');
	await page.getByRole('button', { name: 'Marker' }).tap();
	const form = page.getByRole('dialog', { name: 'Marker' });
	await form.getByRole('textbox').fill('the boss falls');
	await form.getByRole('button', { name: 'Set a marker' }).tap();
	await form.getByRole('button', { name: 'Allow it' }).tap();
	await page.getByRole('radio', { name: 'TidalKit' }).check();
	await page.getByRole('button', { name: 'Authorize' }).click();
	await page.getByRole('button', { name: 'Confirm' }).click();
	await page.getByRole('link', { name: 'Open the panel' }).click();
	await openPlace(page, 'Actions');
	await expect(form.getByRole('textbox')).toHaveValue('the boss falls');
	await product.control.setLive('tidalkit', false);
	await form.getByRole('button', { name: 'Set a marker' }).tap();
	await expect(form.getByRole('alert')).toContainText('Markers work while you are live');
	await expect(form.getByRole('textbox')).toHaveValue('the boss falls');
});
