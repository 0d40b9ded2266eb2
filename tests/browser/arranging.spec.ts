import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/product.ts';
import { settled } from './support/settled.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Arrange the columns' });
const columns = (page: Page) => page.getByRole('complementary');

test('columns are shown and put in another order by keyboard, and stay so', async ({ page }) => {
	await page.goto('/panel');
	await page.getByRole('button', { name: 'Arrange' }).press('Enter');
	await dialog(page).getByRole('switch', { name: 'Show Events' }).press('Space');
	await expect(columns(page)).toHaveCount(3);
	await settled(page);
	expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);

	const handle = dialog(page).getByRole('button', { name: 'Move More' });
	await handle.press('Enter');
	for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	await expect(dialog(page).getByRole('listitem').first()).toHaveAccessibleName('More');
	await expect(dialog(page).getByRole('status')).toHaveText('More is now 1 of 5.');
	await page.keyboard.press('Escape');
	await page.reload();
	await expect(columns(page)).toHaveCount(3);
	await expect(columns(page).first()).toHaveAccessibleName('More');
});

test('a column is dragged to another place', async ({ page }) => {
	await page.goto('/panel');
	await page.getByRole('button', { name: 'Arrange' }).click();
	const handle = dialog(page).getByRole('button', { name: 'Move Actions' });
	const last = dialog(page).getByRole('listitem').last();
	await handle.hover();
	await page.mouse.down();
	const box = await last.boundingBox();
	await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 10, { steps: 8 });
	await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 40, { steps: 8 });
	await page.mouse.up();
	await expect(dialog(page).getByRole('listitem').last()).toHaveAccessibleName('Actions');
});
