import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test, watchContext } from './support/product.ts';
import { settled } from './support/settled.ts';

const handle = (page: Page, id: string) => page.locator(`[data-handle="${id}"]`);
const undo = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Undo' });
const status = (page: Page) => page.getByRole('banner').getByRole('status');

async function createBoard(page: Page, template: RegExp): Promise<void> {
	await page.goto('/panel/boards');
	await page.getByRole('button', { name: template }).click();
	await expect(page.getByRole('textbox', { name: 'Name of the board' })).toBeVisible();
}

async function expectAccessible(page: Page): Promise<void> {
	await settled(page);
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join()}`))).toEqual([]);
}

async function importFile(page: Page, name: string, text: string): Promise<void> {
	const buffer = Buffer.from(text);
	await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer });
}

test('a board is built from a template by touch, and a reload keeps it', async ({ browser, product }) => {
	const viewport = { width: 390, height: 844 };
	const context = await browser.newContext({ baseURL: product.url, hasTouch: true, isMobile: true, viewport });
	const complaints = await watchContext(context);
	const page = await context.newPage();
	await page.goto('/panel/boards');
	await expect(page.getByRole('heading', { name: 'Boards' })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: /^Yes\/no vote/ }).tap();
	await expect(handle(page, 'yes')).toBeVisible();
	await expectAccessible(page);

	await handle(page, 'yes').tap();
	await expect(handle(page, 'yes')).toHaveAttribute('aria-pressed', 'true');
	await page.getByRole('button', { name: 'Change “Yes”' }).tap();
	const sheet = page.getByRole('dialog', { name: 'Yes' });
	await sheet.getByRole('textbox', { name: 'Column' }).fill('0');
	await sheet.getByRole('textbox', { name: 'Text', exact: true }).fill('Sure');
	await expectAccessible(page);
	await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap();
	await page.getByRole('button', { name: 'Button', exact: true }).tap();
	await expect(status(page)).toHaveText('Saved');
	await page.reload();

	await expect(handle(page, 'yes')).toHaveAccessibleName('Sure, Button: column 1, row 8, 26 by 14');
	await expect(page.locator('[data-handle]')).toHaveCount(4);
	expect(complaints).toEqual([]);
	await context.close();
});

test('by keyboard alone a control is moved, resized, duplicated, removed and brought back', async ({ page }) => {
	await page.goto('/panel/boards');
	await page.getByRole('button', { name: /^Platformer pad/ }).press('Enter');
	const jump = handle(page, 'jump');
	await jump.focus();
	await expect(jump).toHaveAccessibleName('Jump, Button: column 65, row 7, 14 by 11');

	for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowDown'])
		await page.keyboard.press(key);
	await expect(jump).toHaveAccessibleName('Jump, Button: column 63, row 6, 15 by 12');
	await expect(page.getByText('Column 63, row 6, 15 by 12')).toBeAttached();

	await jump.press('Control+d');
	await expect(handle(page, 'jump-2')).toHaveAttribute('aria-pressed', 'true');
	await handle(page, 'jump-2').press('Delete');
	await expect(handle(page, 'jump-2')).toHaveCount(0);
	await page.keyboard.press('Control+z');
	await expect(handle(page, 'jump-2')).toBeVisible();
	await page.keyboard.press('Control+z');
	await page.keyboard.press('Control+z');

	await expect(jump).toHaveAccessibleName('Jump, Button: column 65, row 7, 14 by 11');
	await expect(undo(page)).toBeDisabled();
	await page.getByRole('button', { name: 'Redo' }).press('Enter');
	await expect(jump).toHaveAccessibleName('Jump, Button: column 63, row 6, 15 by 12');
});

test('a control is dragged and resized by mouse, in whole units, and each drag is one step back', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await createBoard(page, /^Platformer pad/);
	const dash = handle(page, 'dash');
	await expect(dash).toHaveAccessibleName('Dash, Button: column 51, row 11, 12 by 9');
	await dash.hover();
	await expect(dash).toHaveCSS('touch-action', /manipulation|none/);
	const box = (await dash.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
	const unit = box.width / 12;
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];

	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x - 2 * unit, y - unit, { steps: 4 });
	await page.mouse.move(x - 5 * unit, y - 3 * unit, { steps: 6 });
	await page.mouse.up();
	await expect(dash).toHaveAccessibleName('Dash, Button: column 46, row 8, 12 by 9');
	await expect(dash).toHaveAttribute('aria-pressed', 'true');

	const moved = (await dash.boundingBox()) ?? box;
	const corner = { x: moved.x + moved.width - 2, y: moved.y + moved.height - 2 };
	await page.mouse.move(corner.x, corner.y);
	await page.mouse.down();
	await page.mouse.move(corner.x + unit, corner.y + unit, { steps: 4 });
	await page.mouse.move(corner.x + 3 * unit, corner.y + 2 * unit, { steps: 6 });
	await page.mouse.up();
	await expect(dash).toHaveAccessibleName('Dash, Button: column 46, row 8, 15 by 11');

	await undo(page).click();
	await undo(page).click();
	await expect(dash).toHaveAccessibleName('Dash, Button: column 51, row 11, 12 by 9');
	await expectAccessible(page);
});

test('what cannot be is told while it is typed, and what viewers would stumble over is listed', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await createBoard(page, /^Sound board/);
	await handle(page, 'horn').click();
	await page.getByRole('textbox', { name: 'ID', exact: true }).fill('drum');
	await expect(page.getByText('Another control has that ID.')).toBeVisible();
	await page.getByRole('textbox', { name: 'Background', exact: true }).fill('url(https://example.com)');
	await expect(page.getByText('A colour, like #0e7490 or teal.')).toBeVisible();
	await page.getByRole('textbox', { name: 'Column' }).fill('28');
	await expect(page.getByRole('button', { name: '“Applause” covers “Horn” (Desktop)' })).toBeVisible();

	await page.getByText('Rules', { exact: true }).click();
	await page.getByRole('textbox', { name: 'Chat command or number' }).fill('!drum');
	await expect(page.getByText('“Drum” has the same.')).toBeVisible();
	await page.getByRole('textbox', { name: 'Cooldown' }).fill('-1');
	await expect(page.getByText('0 to 3600.')).toBeVisible();
	await page.getByText('Effects', { exact: true }).click();
	await expect(page.getByRole('button', { name: /^Play a sound Horn/ })).toBeVisible();
	await page.getByText('Look', { exact: true }).click();

	await expect(page.getByRole('textbox', { name: 'ID', exact: true })).toHaveValue('horn');
	await expect(page.getByRole('textbox', { name: 'Background', exact: true })).toHaveValue('#0e7490');
	await page.getByRole('textbox', { name: 'Key that presses it' }).waitFor({ state: 'detached' });
	await page.getByRole('button', { name: 'Choose a key' }).press('Enter');
	await page.keyboard.press('h');
	await expect(page.locator('kbd', { hasText: 'H' })).toBeVisible();
});

test('scenes and groups: a group sees its scene, and a layout is copied to the other screens', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await createBoard(page, /^Empty board/);
	await page.getByRole('button', { name: 'Add a scene' }).click();
	await page.getByRole('textbox', { name: 'Name of the scene' }).fill('boss');
	await page.getByRole('button', { name: 'Button', exact: true }).click();
	await page.getByRole('button', { name: 'Joystick', exact: true }).click();
	await page.getByRole('textbox', { name: 'Name of the group' }).fill('red');
	await page.getByRole('textbox', { name: 'Name of the group' }).press('Enter');
	await expect(page.getByRole('combobox', { name: 'What “red” sees' })).toHaveValue('boss');

	await handle(page, 'joystick').press('Alt+ArrowRight');
	await page.getByRole('button', { name: 'Copy this layout to the other screens' }).click();
	await page.getByText('Phone', { exact: true }).click();
	await expect(page.locator('[data-handle]')).toHaveCount(2);
	await expect(page.getByText('Fits every screen')).toBeVisible();

	await page.getByRole('button', { name: 'Remove the scene' }).click();
	await expect(page.getByRole('combobox', { name: 'What “red” sees' })).toHaveValue('default');
	await page.getByRole('listitem').getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('combobox', { name: 'What “red” sees' })).toHaveValue('boss');
});

test('a broken and a hostile file are refused with the place in them, and nothing of them stays', async ({ page }) => {
	await page.goto('/panel/boards');
	await importFile(page, 'half.json', '{"controls":');
	await expect(page.getByRole('alert')).toContainText('“half.json” was not imported. It is no JSON');
	const bad = { controls: { scenes: [{ sceneID: 'a', controls: [{ controlID: 'x', kind: 'button', text: {} }] }] } };
	await importFile(page, 'bad.json', JSON.stringify(bad));
	await expect(page.getByRole('alert')).toContainText('controls.scenes.0.controls.0.text');
	await importFile(page, 'deep.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`);
	await expect(page.getByRole('alert')).toContainText('It is too large for a board.');
	await expect(page.getByText('No boards yet.')).toBeVisible();

	const name = '<img src=x onerror=alert(1)>';
	const control = {
		controlID: name,
		kind: 'button',
		text: name,
		backgroundColor: 'red;background:url(//example.com)',
		backgroundImage: 'https://example.com/x.png',
		position: [{ size: 'large', x: -900, y: 900, width: 1000, height: 1000 }]
	};
	const hostile = { name, controls: { scenes: [{ sceneID: name, controls: [control] }] } };
	await importFile(page, 'hostile.json', JSON.stringify(hostile));
	await page.getByRole('link', { name, exact: true }).click();

	await expect(page.getByRole('textbox', { name: 'Name of the board' })).toHaveValue(name);
	await expect(page.locator('[data-handle]')).toHaveCount(1);
	await expect(page.locator('img')).toHaveCount(0);
	await expect(page.getByText('lies partly outside (Desktop)')).toBeVisible();
});

test('what is exported is a Mixer project that comes back the same', async ({ page }) => {
	const project = {
		name: 'Reef run',
		controlVersion: '2.0',
		author: { unknown: ['kept'] },
		controls: {
			scenes: [
				{
					sceneID: 'default',
					mood: 'calm',
					groups: [{ groupID: 'default', sceneID: 'default' }],
					controls: [
						{ controlID: 'dial', kind: 'acme.dial', disabled: false, stops: [1, 2, 3], etag: '5' },
						{
							controlID: 'go',
							kind: 'button',
							disabled: false,
							text: 'Go',
							cost: 10,
							position: [{ size: 'large', width: 10, height: 6, x: 0, y: 0 }],
							meta: {
								tributary: { inputs: { chat: '!go' }, aggregate: 'every', effects: [{ type: 'later', a: 1 }] }
							}
						}
					]
				}
			]
		}
	};
	await page.goto('/panel/boards');
	await importFile(page, 'reef.json', JSON.stringify(project));
	await page.getByRole('link', { name: 'Reef run', exact: true }).click();
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export' }).click();
	const download = await downloading;

	expect(download.suggestedFilename()).toBe('Reef-run.json');
	expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toEqual(project);
});

test('a board is renamed, duplicated, deleted and brought back from the list', async ({ page }) => {
	await createBoard(page, /^Sound board/);
	await page.getByRole('link', { name: 'All boards' }).click();
	const menu = page.getByRole('button', { name: 'More about “Sound board”' });
	await menu.click();
	await page.getByRole('menuitem', { name: 'Duplicate' }).click();
	await expect(page.getByRole('article')).toHaveCount(2);
	await menu.click();
	await page.getByRole('menuitem', { name: 'Rename' }).click();
	await page.getByRole('textbox', { name: 'Name of the board' }).fill('Noise');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Noise' })).toBeVisible();
	await expectAccessible(page);

	await page.getByRole('button', { name: 'More about “Noise”' }).click();
	await page.getByRole('menuitem', { name: 'Delete' }).click();
	await expect(page.getByRole('article')).toHaveCount(1);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('heading', { name: 'Noise' })).toBeVisible();
});

test('made-up viewers try a board out, and Start leads to where it is played', async ({ page }) => {
	const asked: string[] = [];
	await page.setViewportSize({ width: 1440, height: 900 });
	await createBoard(page, /^Sound board/);
	page.on('request', (request) => asked.push(request.method()));
	await page.getByRole('button', { name: 'Try out' }).click();
	const trial = page.getByRole('region', { name: 'Try-out' });
	await expect(trial.getByText(/: Play a sound/).first()).toBeVisible();
	await expect(trial.getByText(/cooling down/).first()).toBeVisible();
	await trial.getByRole('button', { name: 'Pause the viewers' }).click();
	await expectAccessible(page);
	expect(asked.filter((method) => method !== 'GET')).toEqual([]);

	await page.getByRole('link', { name: 'Start' }).click();
	await expect(page).toHaveURL(/\/panel\?place=play$/);
	const tabs = page.getByRole('navigation', { name: 'Panel' });
	await expect(tabs.getByRole('button', { name: 'Play', exact: true })).toHaveAttribute('aria-pressed', 'true');
});
