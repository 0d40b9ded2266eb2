import { expect, test } from './support/product.ts';
import { connectGame, startGame, everywhere } from './support/game.ts';
import { Button } from '#lib/interactive/client/index.ts';

const views = [
	['phone', 390, 844],
	['landscape', 844, 390],
	['desktop', 1440, 900]
] as const;

test('shots', async ({ browser, product }) => {
	test.setTimeout(180_000);
	const context = await browser.newContext({
		hasTouch: true,
		isMobile: true,
		viewport: { width: 390, height: 844 },
		serviceWorkers: 'block'
	});
	const page = await context.newPage();
	page.on('console', (m) => console.log('console', m.type(), m.text()));
	page.on('pageerror', (e) => console.log('ERR', e));
	const shot = async (name: string) => {
		for (const scheme of ['dark', 'light'] as const)
			for (const [view, width, height] of views) {
				await page.emulateMedia({ colorScheme: scheme });
				await page.setViewportSize({ width, height });
				await page.waitForTimeout(150);
				await page.screenshot({ path: `/tmp/shots-c/${name}-${view}-${scheme}.png` });
			}
		await page.setViewportSize({ width: 390, height: 844 });
	};
	await page.goto(`${product.url}/play`);
	await page.waitForTimeout(500);
	await shot('entry');
	await page.goto(`${product.url}/play/tidalkit`);
	await page.waitForTimeout(1200);
	await shot('waiting');
	await page.goto(`${product.url}/play/nobody_at_all`);
	await page.waitForTimeout(1200);
	await shot('unknown');
	await page.goto(`${product.url}/play/tidalkit`);
	await page.waitForTimeout(700);
	const game = await startGame(product);
	await expect(page.getByRole('button', { name: 'Jump' })).toBeVisible({ timeout: 5000 });
	await shot('playing');
	await game.call('updateControls', {
		sceneID: 'default',
		controls: [{ controlID: 'dash', cooldown: Date.now() + 9000 }]
	});
	await game.call('broadcastEvent', {
		scope: ['everyone'],
		data: {
			tributary: {
				type: 'board',
				presses: [
					{ controlID: 'jump', name: 'mosslantern', source: 'twitch' },
					{ controlID: 'bomb', name: 'palefox', source: 'theta' },
					{ controlID: 'jump', name: 'مرحبا 😀', source: 'play' }
				],
				votes: { jump: 12, dash: 5 },
				means: { stick: { x: 0.5, y: -0.4 } }
			}
		}
	});
	await shot('news');
	await page.getByText('Guest').first().click();
	await shot('menu');
	await game.state.setReady(false);
	await shot('staging');
	game.close();
	await page.waitForTimeout(500);
	await shot('ended');
	await context.close();
});
