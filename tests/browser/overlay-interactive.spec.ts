import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from '@playwright/test';
import type { JsonObject } from '#lib/interactive/json.ts';
import { createRoomToken, hostBoard, tidalRoom, type BoardGame } from './support/board-game.ts';
import { expect, test } from './support/product.ts';

const position = (x: number, y: number, width: number, height: number) => [{ size: 'large', x, y, width, height }];
const controls = [
	{ controlID: 'jump', kind: 'button', text: 'Jump', position: position(0, 0, 18, 8) },
	{ controlID: 'duck', kind: 'button', text: 'Duck', backgroundColor: '#7c3aed', position: position(19, 0, 18, 8) },
	{ controlID: 'stick', kind: 'joystick', position: position(60, 0, 14, 14) }
];
const address = `/overlay/interactive?channel=${tidalRoom}`;

let game: BoardGame | undefined;

test.afterEach(() => {
	game?.close();
	game = undefined;
});

async function openBoard(page: Page, url = address): Promise<void> {
	await page.goto(url);
	await expect(page.locator('[data-control="jump"]').first()).toBeVisible();
}

test('nothing is seen until there is a game, then the board, and nothing again when it is over', async ({
	page,
	product
}) => {
	await page.goto(address);
	await expect(page.locator('main')).toBeAttached();
	await expect(page.locator('main')).toHaveText('');
	expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgba(0, 0, 0, 0)');

	game = await hostBoard(product, controls);
	await expect(page.getByText('Jump')).toBeVisible();
	game.close();

	await expect(page.getByText('Jump')).toBeHidden();
});

test('presses, votes and where the crowd points are shown', async ({ page, product }) => {
	game = await hostBoard(product, controls);
	await openBoard(page, `${address}&fade=2`);

	await game.tell({
		presses: [{ controlID: 'jump', name: 'MossLantern', source: 'chat' }],
		votes: { jump: 3, duck: 1 },
		means: { stick: { x: 1, y: 0 } }
	});

	await expect(page.locator('.press')).toHaveText('MossLanternJump');
	await expect(page.locator('.board-card [data-control="jump"]')).toContainText('3');
	const stick = await page.locator('[data-control="stick"]').boundingBox();
	const mean = await page.locator('[data-control="stick"] .mean').boundingBox();
	expect(mean?.x).toBeGreaterThan((stick?.x ?? 0) + (stick?.width ?? 0) / 2);
	await expect(page.locator('.press')).toHaveCount(0);
});

test('without the board, votes are bars and a stick is a dial', async ({ page, product }) => {
	game = await hostBoard(product, controls);
	await page.goto(`${address}&board=false`);
	await expect(page.locator('.tallies')).toBeAttached();

	await game.tell({ votes: { jump: 3, duck: 1 }, means: { stick: { x: 0, y: 1 } } });

	await expect(page.locator('.tally')).toHaveText(['Jump3', 'Duck1']);
	await expect(page.locator('.dial')).toBeVisible();
	await expect(page.locator('.board-card')).toHaveCount(0);
});

test('an image is shown with its caption, and goes', async ({ page, product }) => {
	game = await hostBoard(product, controls);
	await openBoard(page);

	await game.broadcastEffect({ type: 'image', image: '🎉', size: 'large', seconds: 1, caption: 'Otter' });

	await expect(page.locator('.shown-image')).toHaveText('🎉 Otter');
	await expect(page.locator('.shown-image')).toHaveCount(0);
});

test('an emote is loaded from where Twitch’s emotes are, and from nowhere else', async ({ page, product }) => {
	game = await hostBoard(product, controls);
	await openBoard(page);

	await game.broadcastEffect({ type: 'image', image: 'twitch:25', size: 'small', seconds: 5, caption: '' });

	const config = (await (await page.request.get('/api/config')).json()) as { twitch: { imageUrl: string } };
	await expect(page.locator('.shown-image img')).toHaveAttribute('src', new RegExp(`^${config.twitch.imageUrl}/`));
});

test('a file that the streamer uploaded in the panel is shown in another browser', async ({
	page,
	browser,
	product
}) => {
	const token = await createRoomToken(product);
	await page.goto('/');
	const reference = await page.evaluate(async (accessToken) => {
		const canvas = Object.assign(document.createElement('canvas'), { width: 8, height: 8 });
		const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
		const bytes = await (blob as Blob).arrayBuffer();
		const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
		const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
		const headers = { Authorization: `Bearer ${accessToken}` };
		const answer = await fetch(`/api/rooms/files/${sha256}`, { method: 'PUT', body: bytes, headers });
		return answer.ok ? `file:${sha256}` : String(answer.status);
	}, token);
	game = await hostBoard(product, controls);
	const obs = await browser.newPage({ baseURL: product.url });
	await openBoard(obs);

	await game.broadcastEffect({ type: 'image', image: reference, size: 'large', seconds: 10, caption: '' });

	const width = () => obs.locator('.shown-image img').evaluate((image: HTMLImageElement) => image.naturalWidth);
	await expect.poll(width).toBe(8);
	await obs.close();
});

test('a sound plays', async ({ page, product }) => {
	await watchSounds(page);
	game = await hostBoard(product, controls);
	await openBoard(page);
	await page.mouse.click(5, 5);

	await game.broadcastEffect({ type: 'sound', sound: 'coin', volume: 0.5 });

	await expect.poll(() => readSounds(page)).toEqual({ started: 2, state: 'running' });
});

test('a browser that wants a tap before sound is told so, and OBS is not', async ({ browser, product }) => {
	game = await hostBoard(product, controls);
	for (const [inObs, hints] of [
		[false, 1],
		[true, 0]
	] as const) {
		const page = await browser.newPage({ baseURL: product.url });
		if (inObs) await page.addInitScript('globalThis.obsstudio = {}');
		await page.addInitScript('AudioContext.prototype.resume = () => new Promise(() => {});');
		await page.addInitScript("Object.defineProperty(AudioContext.prototype, 'state', { get: () => 'suspended' });");
		await openBoard(page);
		await game.broadcastEffect({ type: 'sound', sound: 'pop', volume: 0.5 });
		await game.broadcastEffect({ type: 'image', image: '🎉', size: 'small', seconds: 5, caption: '' });

		await expect(page.locator('.shown-image')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Tap to let this overlay make sounds' })).toHaveCount(hints);
		await page.close();
	}
});

test('keys reach our own game as a keyboard’s would', async ({ page, product }) => {
	game = await hostBoard(product, controls);
	await openBoard(page, `${address}&game=/games/hopper.html`);
	const frame = await findGame(page);

	await game.broadcastEffect({ type: 'key', event: 'keydown', keyCode: 32 });
	await game.broadcastEffect({ type: 'key', event: 'keydown', keyCode: 39 });

	await expect(frame.locator('body')).toHaveAttribute('data-held', '32 39');
	await expect(frame.locator('body')).toHaveAttribute('data-jumps', '1');
	await game.broadcastEffect({ type: 'key', event: 'keyup', keyCode: 32 });
	game.close();
	await expect(frame.locator('body')).toHaveAttribute('data-held', '');
});

test('a game of another origin gets keys as messages', async ({ page, product }) => {
	const server = await serveGame();
	const { port } = server.address() as AddressInfo;
	game = await hostBoard(product, controls);
	await openBoard(page, `${address}&game=${encodeURIComponent(`http://127.0.0.1:${port}/`)}`);
	const frame = await findGame(page);

	await game.broadcastEffect({ type: 'key', event: 'keydown', keyCode: 37 });

	await expect(frame.locator('body')).toHaveAttribute('data-held', '37');
	server.close();
});

test('hostile names, controls and effects are text or nothing', async ({ page, product }) => {
	await watchSounds(page);
	const markup = '<img src=x onerror=alert(1)>';
	game = await hostBoard(product, [
		{ ...controls[0], text: markup, backgroundColor: 'url(https://evil.example/a.png)' },
		{ ...controls[1], textColor: 'red; background: url(//evil.example)' }
	]);
	await page.goto(address);
	await expect(page.locator('[data-control="duck"]').first()).toBeVisible();
	const requests: string[] = [];
	page.on('request', (request) => requests.push(request.url()));

	await game.tell({
		presses: [{ controlID: 'jump', name: `${markup}\u202e`, source: '"><b>' }],
		votes: JSON.parse('{"__proto__": 5, "jump": 1e300, "constructor": 2}') as JsonObject,
		means: { stick: { x: 1e9, y: 'a' } }
	});
	for (const effect of [
		{ type: 'image', image: 'https://evil.example/a.png', size: 'large', seconds: 5, caption: '' },
		{ type: 'image', image: markup, size: 'large', seconds: 5, caption: '' },
		{ type: 'sound', sound: 'https://evil.example/a.mp3', volume: 1 },
		{ type: 'key', event: 'keydown', keyCode: 'constructor' },
		{ type: 'eval', text: 'alert(1)' },
		{ type: 'image', image: '🎉', size: 'small', seconds: 5, caption: markup }
	])
		await game.broadcastEffect(effect);

	await expect(page.locator('.shown-image')).toHaveText(`🎉 ${markup}`);
	await expect(page.locator('.press .name')).toHaveText(markup);
	expect(await page.locator('main img').count()).toBe(0);
	expect(requests.filter((url) => !url.startsWith(product.url))).toEqual([]);
	expect((await readSounds(page)).started).toBe(0);
});

test('an address without a channel says what to write', async ({ page }) => {
	await page.goto('/overlay/interactive');

	await expect(page.getByText('/overlay/interactive?twitch=…')).toBeVisible();
});

test('the overlay comes back when its line breaks, and its address holds no secret', async ({ page, product }) => {
	game = await hostBoard(product, controls);
	await openBoard(page);
	expect(new URL(page.url()).search).toBe(`?channel=${tidalRoom}`);

	game.close();
	await expect(page.locator('[data-control="jump"]')).toHaveCount(0);
	game = await hostBoard(product, controls);

	await expect(page.locator('[data-control="jump"]').first()).toBeVisible({ timeout: 15_000 });
});

async function findGame(page: Page): Promise<Frame> {
	const element = await page.locator('iframe.game').elementHandle();
	const frame = await element?.contentFrame();
	if (!frame) throw new Error('There is no game in the overlay.');
	await frame.locator('canvas').waitFor();
	return frame;
}

/** The game from another origin, as a streamer's own server would serve it. */
async function serveGame(): Promise<Server> {
	const html = readFileSync('static/games/hopper.html');
	const server = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end(html));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return server;
}

interface Sounds {
	readonly started: number;
	readonly state: string;
}

/** Counts the oscillators that start, and remembers the state of what plays them. */
async function watchSounds(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const heard = { started: 0, state: '' };
		Object.assign(globalThis, { heard });
		const start = Reflect.get(AudioScheduledSourceNode.prototype, 'start') as (at?: number) => void;
		AudioScheduledSourceNode.prototype.start = function (at) {
			heard.started++;
			heard.state = this.context.state;
			start.call(this, at);
		};
	});
}

function readSounds(page: Page): Promise<Sounds> {
	return page.evaluate(() => Reflect.get(globalThis, 'heard') as Sounds);
}
