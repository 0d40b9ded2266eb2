import { AxeBuilder } from '@axe-core/playwright';
import type { Page, WebSocketRoute } from '@playwright/test';
import { connectGame, everywhere, startGame, type Game } from './support/game.ts';
import { expect, test as base } from './support/product.ts';
import { fingerOn, layHand } from './support/touch.ts';

/** A game of TidalKit's that is ready, ended with its test. */
const test = base.extend<{ game: Game }>({
	game: async ({ product }, use) => {
		const game = await startGame(product);
		await use(game);
		game.close();
	}
});
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const control = (page: Page, controlID: string) => page.locator(`[data-control="${controlID}"] > * > *`);
const update = (game: Game, controlID: string, properties: object) =>
	game.call('updateControls', { sceneID: 'default', controls: [{ controlID, ...properties }] });
const events = (game: Game, controlID: string) =>
	game.inputs.filter((input) => input['controlID'] === controlID).map(({ event }) => event);

async function play(page: Page): Promise<void> {
	await page.goto('/play/tidalkit');
	await expect(control(page, 'jump')).toBeVisible();
}

test('a tap presses and lets go, and a hold lasts as long as the finger', async ({ page, game }) => {
	await play(page);
	const hand = await layHand(page);
	await hand.put(await fingerOn(control(page, 'jump')));
	await expect.poll(() => events(game, 'jump')).toEqual(['mousedown']);

	await hand.put();
	await expect.poll(() => events(game, 'jump')).toEqual(['mousedown', 'mouseup']);
});

test('two thumbs hold two controls at once', async ({ page, game }) => {
	await play(page);
	const hand = await layHand(page);
	const [left, right] = [await fingerOn(control(page, 'stick'), 0, 0.3), await fingerOn(control(page, 'jump'), 1)];
	await hand.put(left);
	await hand.put(left, right);
	await expect.poll(() => events(game, 'jump')).toEqual(['mousedown']);
	await expect.poll(() => game.inputs.at(0)).toMatchObject({ controlID: 'stick', event: 'move' });

	await hand.put(left);
	await expect.poll(() => events(game, 'jump')).toEqual(['mousedown', 'mouseup']);
	expect(await control(page, 'stick').getAttribute('class')).toContain('held');
	await hand.put();
	await expect.poll(() => game.inputs.at(-1)).toMatchObject({ controlID: 'stick', x: 0, y: 0 });
});

test('a stick is pushed to its edge and rests in the middle when it is let go', async ({ page, game }) => {
	await play(page);
	const hand = await layHand(page);
	for (const byX of [0.05, 0.2, 0.49]) await hand.put(await fingerOn(control(page, 'stick'), 0, byX));
	await expect.poll(() => game.inputs.at(-1)).toMatchObject({ x: 1, y: 0 });

	await hand.put();
	await expect.poll(() => game.inputs.at(-1)).toMatchObject({ event: 'move', x: 0, y: 0 });
});

test('fingers that the system takes away let go of everything', async ({ page, game }) => {
	await play(page);
	const hand = await layHand(page);
	const [left, right] = [await fingerOn(control(page, 'stick'), 0, 0.3), await fingerOn(control(page, 'jump'), 1)];
	await hand.put(left);
	await hand.put(left, right);
	await expect.poll(() => events(game, 'jump')).toEqual(['mousedown']);
	await hand.cancel();

	await expect.poll(() => events(game, 'jump')).toEqual(['mousedown', 'mouseup']);
	await expect.poll(() => game.inputs.filter(({ x, y }) => x === 0 && y === 0)).toHaveLength(1);
});

test('a button that is disabled while it is held is let go, and takes no more presses', async ({ page, game }) => {
	await play(page);
	const hand = await layHand(page);
	await hand.put(await fingerOn(control(page, 'jump')));
	await expect.poll(() => events(game, 'jump')).toEqual(['mousedown']);
	await update(game, 'jump', { disabled: true });

	await expect.poll(() => events(game, 'jump')).toEqual(['mousedown', 'mouseup']);
	await expect(control(page, 'jump')).toHaveAttribute('aria-disabled', 'true');
	await hand.put();
	await control(page, 'jump').tap({ force: true });
	await control(page, 'dash').tap();
	await expect.poll(() => events(game, 'dash')).toEqual(['mousedown', 'mouseup']);
	expect(events(game, 'jump')).toEqual(['mousedown', 'mouseup']);
});

test('a button that is taken away while it is held breaks nothing', async ({ page, game }) => {
	await play(page);
	const hand = await layHand(page);
	await hand.put(await fingerOn(control(page, 'jump')));
	await expect.poll(() => events(game, 'jump')).toEqual(['mousedown']);
	await game.call('deleteControls', { sceneID: 'default', controlIDs: ['jump'] });
	await expect(control(page, 'jump')).toHaveCount(0);
	await hand.put();

	await control(page, 'dash').tap();
	await expect.poll(() => events(game, 'dash')).toEqual(['mousedown', 'mouseup']);
});

test('a cooldown is counted down, and the button can be pressed again after it', async ({ page, game }) => {
	await play(page);
	await update(game, 'dash', { cooldown: Date.now() + 1_500 });
	await expect(control(page, 'dash').getByRole('timer')).toBeVisible();
	await control(page, 'dash').tap({ force: true });
	await expect(control(page, 'dash').getByRole('timer')).toHaveCount(0);
	expect(events(game, 'dash')).toEqual([]);

	await control(page, 'dash').tap();
	await expect.poll(() => events(game, 'dash')).toEqual(['mousedown', 'mouseup']);
});

test('what is written is sent once, and the field is empty again', async ({ page, game }) => {
	await play(page);
	const field = page.getByRole('textbox', { name: 'Name the fish' });
	await field.fill('<b>Bubbles</b>');
	await field.press('Enter');

	await expect.poll(() => game.inputs.at(-1)).toMatchObject({ event: 'submit', value: '<b>Bubbles</b>' });
	await expect(field).toHaveValue('');
	expect(game.inputs).toHaveLength(1);
});

test('another scene is shown as soon as the game moves the viewers there', async ({ page, game }) => {
	await play(page);
	const duck = { controlID: 'duck', kind: 'button', text: 'Duck', position: everywhere(2, 2, 12, 9) };
	await game.call('createScenes', { scenes: [{ sceneID: 'arena', controls: [duck] }] });
	await game.call('updateGroups', { groups: [{ groupID: 'default', sceneID: 'arena' }] });

	await expect(page.getByRole('button', { name: 'Duck' })).toBeVisible();
	await expect(control(page, 'jump')).toHaveCount(0);
});

test('the key of a button presses it, and a key that is typed does not', async ({ page, game }) => {
	await play(page);
	await page.keyboard.down('d');
	await page.keyboard.down('d');
	await page.keyboard.up('d');
	await expect.poll(() => events(game, 'dash')).toEqual(['keydown', 'keyup']);

	await page.getByRole('textbox', { name: 'Name the fish' }).fill('');
	await page.getByRole('textbox', { name: 'Name the fish' }).pressSequentially('dad');
	await control(page, 'jump').focus();
	await page.keyboard.press('Enter');
	await expect.poll(() => events(game, 'jump')).toEqual(['mousedown', 'mouseup']);
	expect(events(game, 'dash')).toEqual(['keydown', 'keyup']);
});

test('a stick that has the focus is steered with the arrow keys', async ({ page, game }) => {
	await play(page);
	await control(page, 'stick').focus();
	await page.keyboard.down('ArrowLeft');
	await expect.poll(() => game.inputs.at(-1)).toMatchObject({ controlID: 'stick', x: -1, y: 0 });
	await page.keyboard.up('ArrowLeft');

	await expect.poll(() => game.inputs.at(-1)).toMatchObject({ controlID: 'stick', x: 0, y: 0 });
});

test('a page that waits shows the board when a game comes, its end, and the next game', async ({ page, product }) => {
	await page.goto('/play/tidalkit');
	await expect(page.getByRole('heading', { name: 'Nothing to play yet' })).toBeVisible();
	const first = await startGame(product);
	await expect(control(page, 'jump')).toBeVisible();
	first.close();
	await expect(page.getByRole('heading', { name: 'That was it for now' })).toBeVisible();

	const second = await connectGame(product);
	await expect(page.getByText('Nothing to press right now.')).toBeVisible();
	await expect(page.getByText('The game is getting ready')).toBeVisible();
	second.close();
});

test('after the line broke the board comes back, and what was pressed before is not pressed again', async ({
	page,
	game
}) => {
	const lines: WebSocketRoute[] = [];
	await page.routeWebSocket(/\/api\/rooms\/participant/, (line) => {
		line.connectToServer();
		lines.push(line);
	});
	await play(page);
	await control(page, 'jump').tap();
	await expect.poll(() => events(game, 'jump')).toEqual(['mousedown', 'mouseup']);
	await lines[0]?.close({ code: 1012 });
	await expect(page.getByText('Reconnecting to the game')).toBeVisible();
	await expect(page.getByText('Reconnecting to the game')).toBeHidden();
	await update(game, 'dash', { text: 'Sprint' });
	await expect(page.getByRole('button', { name: 'Sprint' })).toBeVisible();
	await control(page, 'dash').tap();

	await expect.poll(() => events(game, 'dash')).toEqual(['mousedown', 'mouseup']);
	expect(events(game, 'jump')).toEqual(['mousedown', 'mouseup']);
	expect(lines).toHaveLength(2);
});

for (const [code, title] of [
	[4025, 'You cannot play here any more'],
	[4027, 'The game was ended for you'],
	[4017, 'The game is full']
] as const)
	test(`a socket that is closed with ${code} says: ${title}`, async ({ page, game: _game }) => {
		await page.routeWebSocket(/\/api\/rooms\/participant/, (line) => line.close({ code }));
		await page.goto('/play/tidalkit');

		await expect(page.getByRole('heading', { name: title })).toBeVisible();
	});

test('a guest is asked to sign in for what costs sparks; signed in, a captured press is paid', async ({
	page,
	game
}) => {
	game.state.on('giveInput', ({ data }) => {
		const transactionID = data['transactionID'];
		if (typeof transactionID === 'string') void game.call('capture', { transactionID });
	});
	await play(page);
	await control(page, 'bomb').tap();
	await expect(page.getByText('Sign in with Twitch to spend sparks.')).toBeVisible();

	await page.getByText('Guest', { exact: true }).click();
	await page.getByRole('button', { name: 'Sign in with Twitch' }).click();
	await page.getByRole('radio', { name: 'MossLantern' }).check();
	await page.getByRole('button', { name: 'Authorize' }).click();
	await expect(page.getByRole('heading', { name: 'Play as MossLantern?' })).toBeVisible();
	await page.getByRole('button', { name: 'Confirm' }).click();

	await expect(page).toHaveURL(/\/play\/tidalkit$/);
	await expect(page.getByText('100 sparks', { exact: true })).toBeAttached();
	await control(page, 'bomb').tap();
	await expect(page.getByText('50 sparks', { exact: true })).toBeAttached();
	await expect.poll(() => [...game.state.participants.values()].map((one) => one['username'])).toEqual(['MossLantern']);

	await page.locator('summary').click();
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expect(page.getByText('Guest', { exact: true })).toBeVisible();
	await expect.poll(() => [...game.state.participants.values()].map((one) => one['anonymous'])).toEqual([true]);
});

test('names, texts and colours of a hostile game are shown as text and fetch nothing', async ({ page, game }) => {
	const requests: string[] = [];
	page.on('request', (request) => requests.push(request.url()));
	await play(page);
	await update(game, 'jump', {
		text: '<img src=x onerror=alert(1)>',
		backgroundColor: 'url(https://evil.example/a)',
		textColor: 'var(--x, url(https://evil.example/b))',
		backgroundImage: 'https://evil.example/c.png',
		textSize: '99999px'
	});
	await game.call('broadcastEvent', {
		scope: ['everyone'],
		data: { tributary: { type: 'board', presses: [{ controlID: 'jump', name: '<script>1</script>', source: 'x"y' }] } }
	});

	await expect(page.getByRole('button', { name: '<img src=x onerror=alert(1)>' })).toBeVisible();
	await expect(page.getByText('<script>1</script>')).toBeVisible();
	expect(requests.filter((url) => url.includes('evil'))).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('who came without a channel, or with one that nobody has, chooses another', async ({ page, game: _game }) => {
	await page.goto('/play/no%20such%20channel');
	await expect(page.getByRole('heading', { name: 'There is no such channel' })).toBeVisible();
	await page.goto('/play/nobody_at_all');
	await page.getByRole('link', { name: 'Choose another channel' }).click();
	await page.getByLabel('Twitch channel').fill('not a channel');
	await page.getByRole('button', { name: 'Play' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await page.getByLabel('Twitch channel').fill('@TidalKit');
	await page.getByRole('button', { name: 'Play' }).click();

	await expect(control(page, 'jump')).toBeVisible();
});

for (const colorScheme of ['dark', 'light'] as const)
	test(`axe finds nothing on a board, in its menu and while waiting, ${colorScheme}`, async ({ page, product }) => {
		const look = async () => {
			const { violations } = await new AxeBuilder({ page }).analyze();
			return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
		};
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await page.goto('/play/tidalkit');
		await expect(page.getByRole('heading', { name: 'Nothing to play yet' })).toBeVisible();
		expect(await look()).toEqual([]);

		const game = await startGame(product);
		await update(game, 'jump', { backgroundColor: '#777777', textColor: '#888888' });
		await expect(page.getByRole('button', { name: 'Jump' })).toBeVisible();
		expect(await look()).toEqual([]);
		await page.getByText('Guest', { exact: true }).click();
		expect(await look()).toEqual([]);
		game.close();
	});

test('a gamepad presses and steers what the game gave it, and lets go when it is unplugged', async ({ page, game }) => {
	await page.addInitScript(() => {
		const pads: (object | null)[] = [null];
		Object.assign(globalThis, { pads });
		navigator.getGamepads = () => pads as unknown as ReturnType<typeof navigator.getGamepads>;
	});
	const plug = (pressed: boolean, x: number) =>
		page.evaluate(
			([pressed, x]) => {
				const { pads } = globalThis as unknown as { pads: unknown[] };
				pads[0] = { buttons: [{ pressed: false }, { pressed }], axes: [x, 0, 0, 0] };
				dispatchEvent(new Event('gamepadconnected'));
			},
			[pressed, x] as const
		);
	await play(page);
	await update(game, 'jump', { gamepadButton: 1 });
	await update(game, 'stick', { gamepadJoystick: 0 });
	await plug(true, 0.8);
	await expect.poll(() => events(game, 'jump')).toEqual(['mousedown']);
	await expect.poll(() => game.inputs.find(({ event }) => event === 'move')).toMatchObject({ x: 0.8, y: 0 });
	await plug(true, 0.05);
	await expect.poll(() => game.inputs.at(-1)).toMatchObject({ controlID: 'stick', x: 0, y: 0 });
	await page.evaluate(() => ((globalThis as unknown as { pads: unknown[] }).pads[0] = null));

	await expect.poll(() => events(game, 'jump')).toEqual(['mousedown', 'mouseup']);
});

test('a quiet line is asked whether it lives, and the room says so', async ({ page, game: _game }) => {
	const frames: string[] = [];
	await page.clock.install();
	page.on('websocket', (socket) => {
		socket.on('framesent', ({ payload }) => frames.push(`> ${String(payload).slice(0, 10)}`));
		socket.on('framereceived', ({ payload }) => frames.push(`< ${String(payload).slice(0, 10)}`));
	});
	await play(page);
	await expect.poll(() => frames.some((frame) => frame.startsWith('> '))).toBe(true);
	await page.clock.runFor(25_000);

	await expect.poll(() => frames.slice(-2)).toEqual(['> ping', '< pong']);
	await page.clock.runFor(12_000);
	await expect(page.getByText('Reconnecting to the game')).toBeHidden();
});
