import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './support/product.ts';
import { connectStreamer } from './support/sign-in.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('title, category and tags are changed by touch, and the change can be undone', async ({ page }) => {
	await connectStreamer(page);
	const tile = page.getByRole('button', { name: 'Stream' });
	await expect(tile).toContainText('Building a lighthouse keeper game');
	await tile.tap();
	const form = page.getByRole('dialog', { name: 'Stream' });
	await form.getByLabel('Title').fill('Fog season begins');
	await form.getByRole('button', { name: 'Software and Game Development' }).tap();
	await form.getByRole('combobox', { name: 'Category' }).fill('lighthouse');
	await form.getByRole('option', { name: 'Lighthouse Keeper: Fog Season' }).tap();
	await form.getByRole('button', { name: 'Remove the tag Cozy' }).tap();
	await form.getByRole('textbox', { name: 'Tags' }).fill('Spooky ');
	await form.getByText('Content labels').tap();
	await form.getByRole('switch', { name: 'Gambling' }).tap();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	const sending = page.waitForRequest((request) => request.method() === 'PATCH');
	await form.getByRole('button', { name: 'Save', exact: true }).tap();
	await expect(tile).toContainText('Fog season begins');

	expect((await sending).postDataJSON()).toEqual({
		title: 'Fog season begins',
		game_id: '900002',
		tags: ['GameDev', 'English', 'Spooky'],
		content_classification_labels: [{ id: 'Gambling', is_enabled: true }]
	});
	await page.getByRole('button', { name: 'Undo' }).tap();
	await expect(tile).toContainText('Building a lighthouse keeper game');
});

test('a preset is kept, applied in two taps, replaced and deleted', async ({ page }) => {
	await connectStreamer(page);
	const tile = page.getByRole('button', { name: 'Stream' });
	await tile.tap();
	const form = page.getByRole('dialog', { name: 'Stream' });
	await form.getByLabel('Title').fill('Art night');
	await form.getByRole('button', { name: 'Save as a preset' }).tap();
	await form.getByRole('textbox', { name: 'Name of the preset' }).fill('Art');
	await form.getByRole('button', { name: 'Keep' }).tap();
	await form.getByRole('button', { name: 'Discard changes' }).tap();
	await form.getByRole('button', { name: 'Close' }).tap();

	await tile.tap();
	await form.getByRole('button', { name: /^Art Software/ }).tap();
	await expect(tile).toContainText('Art night');
	await tile.tap();
	await form.getByLabel('Title').fill('Art day');
	await form.getByRole('button', { name: 'Replace “Art” with what is set below' }).tap();
	await expect(form.getByRole('button', { name: /^Art Software.*Art day/ })).toBeVisible();
	await form.getByRole('button', { name: 'Delete “Art”' }).tap();
	await expect(form.getByRole('button', { name: /^Art Software/ })).toHaveCount(0);
	await form.getByRole('button', { name: 'Undo' }).tap();
	await expect(form.getByRole('button', { name: /^Art Software.*Art day/ })).toBeVisible();
});

test('what was changed stays in the form when it is refused, cut off, or asked to wait', async ({ page, product }) => {
	await connectStreamer(page);
	await page.getByRole('button', { name: 'Stream' }).tap();
	const form = page.getByRole('dialog', { name: 'Stream' });
	const title = form.getByLabel('Title');
	const save = form.getByRole('button', { name: 'Save', exact: true });
	await title.fill('');
	await expect(form.getByText('A stream needs a title.')).toBeVisible();
	await expect(save).toBeDisabled();
	await title.fill('Kept');
	const endpoint = 'twitch/helix/channels';
	for (const [status, sentence] of [
		[429, 'Twitch takes no more requests just now'],
		[503, 'it is not known whether this was done'],
		[403, 'Twitch does not let this channel set']
	] as const) {
		await product.control.setFault({ endpoint, kind: 'status', status, times: 1 });
		await save.tap();
		await expect(form.getByRole('alert')).toContainText(sentence);
		await expect(title).toHaveValue('Kept');
	}
	await save.tap();
	await expect(page.getByRole('button', { name: 'Stream' })).toContainText('Kept');
});

test('a clip is made, waited for, and at hand afterwards', async ({ page, product }) => {
	await connectStreamer(page);
	const tile = page.getByRole('button', { name: 'Clip' });
	await tile.tap();
	const form = page.getByRole('dialog', { name: 'Clip' });
	await form.getByRole('textbox', { name: 'Title' }).fill('The gull lands');
	await form.getByText('15 s').tap();
	await form.getByRole('button', { name: 'Make a clip' }).tap();
	await expect(form.getByText('Twitch is making the clip.')).toBeVisible();
	const edit = form.getByRole('link', { name: 'Edit “The gull lands” on Twitch' });
	await expect(edit).toHaveAttribute('href', /^https:\/\/clips\.twitch\.tv\/[\w-]+\/edit$/, { timeout: 15_000 });
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

	await product.control.setLive('tidalkit', false);
	await form.getByRole('textbox', { name: 'Title' }).fill('Too late');
	await form.getByRole('button', { name: 'Make a clip' }).tap();
	await expect(form.getByRole('alert')).toContainText('Clips work while you are live.');
	await expect(form.getByRole('textbox', { name: 'Title' })).toHaveValue('Too late');
});
