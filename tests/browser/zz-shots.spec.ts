import { expect, test } from './support/product.ts';
import { startGame, everywhere } from './support/game.ts';

test('shots', async ({ browser, product }) => {
	test.setTimeout(180_000);
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
	const page = await context.newPage();
	page.on('console', (m) => m.type() === 'error' && console.log('console', m.text()));
	page.on('pageerror', (e) => console.log('ERR', e));
	await page.emulateMedia({ colorScheme: 'dark' });
	const game = await startGame(product);
	const kinds = [
		{ controlID: 'c1', kind: 'hologram', text: 'Hologram', position: everywhere(1, 0, 9, 6) },
		{ controlID: 'c2', kind: 'textbox', placeholder: 'Tell a story', multiline: true, cost: 20, position: everywhere(1, 7, 28, 8) },
		{ controlID: 'c3', kind: 'button', text: 'A button with a very long text that does not fit at all anywhere', position: everywhere(11, 0, 6, 6) },
		{ controlID: 'c4', kind: 'button', text: 'Yes', accentColor: '#35d07f', position: everywhere(18, 0, 5, 4) },
		{ controlID: 'c5', kind: 'button', text: 'شكرا جزيلا', backgroundColor: 'gold', position: everywhere(1, 16, 13, 8), cooldown: Date.now() + 60000 },
		{ controlID: 'c6', kind: 'joystick', intensity: 0.8, angle: 0.6, accentColor: 'tomato', position: everywhere(15, 16, 14, 14) },
		{ controlID: 'c7', kind: 'label', text: 'A label\nof two lines', italic: true, underline: true, textColor: '#123', position: everywhere(1, 25, 13, 5) },
		{ controlID: 'c8', kind: 'button', text: '', position: everywhere(24, 0, 5, 4) }
	];
	await game.call('createScenes', { scenes: [{ sceneID: 'all', controls: kinds }, { sceneID: 'point', controls: [{ controlID: 's', kind: 'screen' }] }] });
	await page.goto(`${product.url}/play/tidalkit`);
	await expect(page.getByRole('button', { name: 'Jump' })).toBeVisible();
	await page.mouse.move(300, 400);
	await page.keyboard.down('d');
	await page.screenshot({ path: '/tmp/shots-c/mouse-desktop.png' });
	await page.keyboard.up('d');
	await game.call('updateGroups', { groups: [{ groupID: 'default', sceneID: 'all' }] });
	await page.waitForTimeout(400);
	await page.screenshot({ path: '/tmp/shots-c/kinds-desktop.png' });
	await page.emulateMedia({ colorScheme: 'light' });
	await page.setViewportSize({ width: 390, height: 844 });
	await page.waitForTimeout(400);
	await page.screenshot({ path: '/tmp/shots-c/kinds-phone.png' });
	await game.call('updateGroups', { groups: [{ groupID: 'default', sceneID: 'point' }] });
	await page.waitForTimeout(400);
	await page.screenshot({ path: '/tmp/shots-c/screen-phone.png' });
	await page.setViewportSize({ width: 844, height: 390 });
	await page.waitForTimeout(400);
	await page.screenshot({ path: '/tmp/shots-c/screen-land.png' });
	game.close();
	await context.close();
});
