import { mkdirSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findChromium } from './find-chromium.ts';

/** Makes the pictures in docs/screenshots from the product running at TRIBUTARY_URL (npm start). */
const url = process.env['TRIBUTARY_URL'] ?? 'http://localhost:8787';
const folder = process.env['SCREENSHOTS'] ?? 'docs/screenshots';
const thetaChannel = 'usr7emberwakelive01';
const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };
const lively = 12;

mkdirSync(folder, { recursive: true });
const executablePath = findChromium();
const browser = await chromium.launch({
	...(executablePath !== undefined && { executablePath }),
	args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking']
});
try {
	await pictureHome(browser);
	await picturePanel(browser);
	await pictureOverlays(browser);
	await pictureBoards(browser);
} finally {
	await browser.close();
}

async function pictureHome(browser: Browser): Promise<void> {
	for (const [name, viewport] of Object.entries({ phone, desktop }))
		await inEachScheme(browser, viewport, async (page, suffix) => {
			await page.goto(url);
			await waitForLines(page);
			await page.screenshot({ path: `${folder}/home-${name}${suffix}.png` });
		});
}

async function picturePanel(browser: Browser): Promise<void> {
	for (const [name, viewport] of Object.entries({ phone, desktop }))
		await inEachScheme(browser, viewport, async (page, suffix) => {
			await connect(page, 'Twitch', 'TidalKit', 'Authorize');
			await connect(page, 'THETA.tv', 'emberwake', 'Allow');
			await page.getByRole('link', { name: 'Open the panel' }).click();
			await allowEverything(page);
			await startPoll(page);
			if (name === 'phone') {
				await page
					.getByText(/[1-9]\d* votes/)
					.first()
					.waitFor({ timeout: 60_000 });
				await page.screenshot({ path: `${folder}/actions-${name}${suffix}.png` });
				await openPlace(page, 'Chat');
			}
			await waitForLines(page);
			await page.screenshot({ path: `${folder}/panel-${name}${suffix}.png` });
		});
}

async function allowEverything(page: Page): Promise<void> {
	await openPlace(page, 'Actions');
	await page.getByRole('region', { name: 'Run your stream from here' }).getByRole('button').last().waitFor();
	await page.getByRole('button', { name: 'Allow it' }).first().click();
	await authorize(page, 'TidalKit', 'Authorize');
	await page.getByRole('link', { name: 'Open the panel' }).click();
	await openPlace(page, 'Actions');
}

/** The poll of the picture before may still run. */
async function startPoll(page: Page): Promise<void> {
	const ending = page.getByRole('button', { name: 'End poll', exact: true });
	await page.getByRole('button', { name: /^Prediction/ }).waitFor();
	if (await ending.isVisible()) return;
	await page.getByRole('button', { name: /^Poll/ }).click();
	await page.getByRole('button', { name: 'Yes or no' }).click();
	await page.getByRole('button', { name: 'Start the poll' }).click();
	await ending.waitFor();
}

/** In a wide window chat is always there and has no button. */
async function openPlace(page: Page, name: string): Promise<void> {
	const tabs = page.getByRole('navigation', { name: 'Panel' });
	await tabs.waitFor();
	const tab = tabs.getByRole('button', { name, exact: true });
	if ((await tab.count()) > 0 && (await tab.getAttribute('aria-pressed')) !== 'true') await tab.click();
}

/** The same overlay over a dark and over a light picture, as a stream has both. */
async function pictureOverlays(browser: Browser): Promise<void> {
	const backgrounds = {
		dark: 'radial-gradient(120% 90% at 20% 10%, #24405c 0%, #101827 55%, #05070c 100%)',
		light: 'linear-gradient(165deg, #fdf6e3 0%, #bfe3ef 45%, #8ec9a8 100%)'
	};
	for (const [name, background] of Object.entries(backgrounds)) {
		const page = await browser.newPage({ viewport: { width: 600, height: 800 } });
		await page.goto(`${url}/overlay/chat?twitch=tidalkit&theta=${thetaChannel}`);
		await page.addStyleTag({ content: `html { background: ${background} !important; }` });
		await waitForLines(page);
		await page.screenshot({ path: `${folder}/overlay-${name}.png` });
		await page.close();
	}
}

/** A board in the editor, on a viewer's phone, and on stream. */
async function pictureBoards(browser: Browser): Promise<void> {
	await inEachScheme(browser, desktop, async (page, suffix) => {
		await connect(page, 'Twitch', 'TidalKit', 'Authorize');
		await page.getByRole('link', { name: 'Open the panel' }).click();
		await page.goto(`${url}/panel/boards`);
		await page.getByRole('button', { name: /^Platformer pad/ }).click();
		await page.getByRole('region', { name: 'Controls' }).getByRole('button', { name: /^Jump/ }).click();
		await page.getByText('Saved', { exact: true }).waitFor();
		await page.screenshot({ path: `${folder}/board-editor${suffix}.png` });
		await page.getByRole('link', { name: 'Start', exact: true }).click();
		await page.getByRole('button', { name: 'Start', exact: true }).click();
		await page.getByText(/^Live: /).waitFor();
		await pictureViewer(browser, suffix);
	});
}

async function pictureViewer(browser: Browser, suffix: string): Promise<void> {
	const colorScheme = suffix === '' ? 'dark' : 'light';
	const page = await browser.newPage({ viewport: phone, colorScheme, hasTouch: true });
	await page.goto(`${url}/play/tidalkit`);
	await page.getByRole('button', { name: /^Dash/ }).tap();
	await page
		.getByText(/^Guest \d/)
		.first()
		.waitFor();
	await page.evaluate(() =>
		Promise.all(
			document
				.getAnimations()
				.filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
				.map(({ finished }) => finished)
		)
	);
	await page.screenshot({ path: `${folder}/play-phone${suffix}.png` });
	await page.context().close();
}

async function inEachScheme(
	browser: Browser,
	viewport: { width: number; height: number },
	picture: (page: Page, suffix: string) => Promise<void>
): Promise<void> {
	for (const colorScheme of ['dark', 'light'] as const) {
		const page = await browser.newPage({ viewport, colorScheme, hasTouch: viewport.width < 500 });
		await picture(page, colorScheme === 'dark' ? '' : '-light');
		await page.context().close();
	}
}

async function connect(page: Page, platform: string, account: string, accept: string): Promise<void> {
	await page.goto(url);
	await page.getByRole('button', { name: `Connect ${platform}`, exact: true }).click();
	await authorize(page, account, accept);
}

async function authorize(page: Page, account: string, accept: string): Promise<void> {
	await page.getByRole('radio', { name: account }).check();
	await page.getByRole('button', { name: accept }).click();
	await page.getByRole('button', { name: 'Confirm' }).click();
	await page.getByRole('link', { name: 'Open the panel' }).waitFor();
}

async function waitForLines(page: Page): Promise<void> {
	await page.waitForFunction((count) => document.querySelectorAll('[data-message-id]').length >= count, lively, {
		timeout: 90_000
	});
	await page.waitForFunction(() => [...document.images].every((image) => image.complete));
}
