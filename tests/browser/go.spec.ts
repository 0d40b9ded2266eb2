import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, watchContext, type Product } from './support/product.ts';
import { connectTheta, connectTwitch } from './support/sign-in.ts';

/** What a game does, which is no page of ours. */
function createGame({ url }: Product) {
	const api = `${url}/api/v1`;
	const send = async (path: string, body: object) => {
		const response = await fetch(`${api}/${path}`, { method: 'POST', body: JSON.stringify(body) });
		return (await response.json()) as Record<string, unknown>;
	};
	return {
		async showCode(clientId = 'harbour-race', scope = 'interactive:robot:self') {
			const { code, handle } = await send('oauth/shortcode', { client_id: clientId, scope });
			return { code: String(code), handle: String(handle) };
		},
		poll: async (handle: string) => (await fetch(`${api}/oauth/shortcode/check/${handle}`)).status,
		async takeRefreshToken(handle: string, clientId = 'harbour-race') {
			const { code } = (await (await fetch(`${api}/oauth/shortcode/check/${handle}`)).json()) as { code: string };
			const tokens = await send('oauth/token', { client_id: clientId, grant_type: 'authorization_code', code });
			return String(tokens['refresh_token']);
		},
		/** The error, if it is one. */
		refresh: async (refreshToken: string, clientId = 'harbour-race') => {
			const grant = { client_id: clientId, grant_type: 'refresh_token', refresh_token: refreshToken };
			return (await send('oauth/token', grant))['error'];
		},
		/** Whose channel the game was let into. */
		async enter(handle: string, clientId = 'harbour-race') {
			const { code } = (await (await fetch(`${api}/oauth/shortcode/check/${handle}`)).json()) as { code: string };
			const grant = { client_id: clientId, grant_type: 'authorization_code', code };
			const { access_token } = await send('oauth/token', grant);
			const headers = { Authorization: `Bearer ${String(access_token)}` };
			const user = (await (await fetch(`${api}/users/current`, { headers })).json()) as { username: string };
			return user.username;
		}
	};
}

async function enterCode(page: Page, code: string): Promise<void> {
	await page.getByRole('textbox', { name: 'Code' }).fill(code);
	await page.getByRole('button', { name: 'Next' }).click();
}

test('a streamer lets a game in by touch, and it gets into their channel', async ({ browser, product }) => {
	const context = await browser.newContext({
		baseURL: product.url,
		viewport: { width: 390, height: 844 },
		hasTouch: true
	});
	const complaints = await watchContext(context);
	const page = await context.newPage();
	const game = createGame(product);
	await connectTwitch(page);
	const { code, handle } = await game.showCode();

	await page.goto('/go');
	await page.getByRole('textbox', { name: 'Code' }).fill(` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)}`);
	await page.getByRole('button', { name: 'Next' }).tap();
	await expect(page.getByRole('main')).toContainText('harbour-race');
	expect(await game.poll(handle)).toBe(204);
	for (const name of ['Let it in', 'Turn it away']) {
		const box = await page.getByRole('button', { name }).boundingBox();
		expect(box?.height ?? 0, name).toBeGreaterThanOrEqual(44);
	}
	await page.getByRole('button', { name: 'Let it in' }).tap();

	await expect(page.getByRole('heading', { name: 'The game is in' })).toBeVisible();
	await expect(page.getByRole('main')).toContainText('TidalKit');
	expect(await game.enter(handle)).toBe('TidalKit');
	expect(complaints).toEqual([]);
	await context.close();
});

test('a game that is turned away is told so', async ({ page, product }) => {
	const game = createGame(product);
	await connectTwitch(page);
	const { code, handle } = await game.showCode();
	await page.goto('/go');

	await enterCode(page, code);
	await page.getByRole('button', { name: 'Turn it away' }).click();

	await expect(page.getByRole('heading', { name: 'The game was turned away' })).toBeVisible();
	expect(await game.poll(handle)).toBe(403);
});

test('a code in the address is filled in, and answered by nobody but the streamer', async ({ page, product }) => {
	const game = createGame(product);
	await connectTwitch(page);
	const { code, handle } = await game.showCode();

	await page.goto(`/go?code=${code}`);
	await expect(page.getByRole('textbox', { name: 'Code' })).toHaveValue(code);
	await page.getByRole('button', { name: 'Next' }).click();
	await expect(page.getByRole('button', { name: 'Let it in' })).toBeVisible();

	expect(await game.poll(handle)).toBe(204);
});

test('a wrong code says so beside the field, and a half one is not even asked about', async ({ page }) => {
	await connectTwitch(page);
	await page.goto('/go');

	await enterCode(page, 'ABC');
	await expect(page.getByRole('alert')).toContainText('six letters and digits');
	await enterCode(page, 'ABCDEF');

	await expect(page.getByRole('alert')).toContainText('No game waits with this code');
	await expect(page.getByRole('textbox', { name: 'Code' })).toHaveAttribute('aria-invalid', 'true');
	await page.getByRole('textbox', { name: 'Code' }).fill('ABCDE');
	await expect(page.getByText('No game waits')).toBeHidden();
});

test('too many wrong codes are told as such', async ({ page }) => {
	await connectTheta(page, 'northpier');
	await page.goto('/go');

	for (let i = 0; i < 10; i++) {
		await enterCode(page, `ZZZZZ${i}`);
		await expect(page.getByRole('alert')).toContainText('No game waits');
		await page.getByRole('textbox', { name: 'Code' }).fill('');
	}
	await enterCode(page, 'ZZZZZZ');

	await expect(page.getByRole('alert')).toContainText('too many wrong codes');
});

test('who is not signed in signs in first, and comes back to the code', async ({ page, product }) => {
	const game = createGame(product);
	const { code, handle } = await game.showCode();
	await page.goto('/go');
	await page.getByRole('textbox', { name: 'Code' }).fill(code);
	await expect(page.getByRole('button', { name: 'Next' })).toBeHidden();

	await page.getByRole('button', { name: 'Connect Twitch', exact: true }).click();
	await page.getByRole('radio', { name: 'TidalKit' }).check();
	await page.getByRole('button', { name: 'Authorize' }).click();
	await page.getByRole('button', { name: 'Confirm' }).click();
	await page.getByRole('link', { name: 'Go on' }).click();

	await expect(page.getByRole('textbox', { name: 'Code' })).toHaveValue(code);
	await page.getByRole('button', { name: 'Next' }).click();
	await page.getByRole('button', { name: 'Let it in' }).click();
	await expect(page.getByRole('heading', { name: 'The game is in' })).toBeVisible();
	expect(await game.enter(handle)).toBe('TidalKit');
});

test('with two accounts the streamer chooses the channel', async ({ page, product }) => {
	const game = createGame(product);
	await connectTwitch(page);
	await connectTheta(page);
	const { code, handle } = await game.showCode();
	await page.goto('/go');
	await enterCode(page, code);

	await page.getByRole('radio', { name: /emberwake/ }).check();
	await page.getByRole('button', { name: 'Let it in' }).click();

	await expect(page.getByText('it connects to the channel of emberwake')).toBeVisible();
	expect(await game.enter(handle)).toBe('emberwake');
});

test('an access token that Twitch no longer takes is refreshed on the way', async ({ page, product }) => {
	const game = createGame(product);
	await connectTwitch(page);
	const { code, handle } = await game.showCode();
	await page.goto('/go');
	await expect(page.getByRole('button', { name: 'Next' })).toBeEnabled();
	await product.control.endTwitchTokens('expire-access');

	await enterCode(page, code);
	await page.getByRole('button', { name: 'Let it in' }).click();

	await expect(page.getByRole('heading', { name: 'The game is in' })).toBeVisible();
	expect(await game.poll(handle)).toBe(200);
});

test('trouble of the server leaves the code where it is, and trying again works', async ({ page, product }) => {
	const game = createGame(product);
	await connectTwitch(page);
	const { code } = await game.showCode();
	await page.goto('/go');
	await expect(page.getByRole('button', { name: 'Next' })).toBeEnabled();
	await product.control.setFault({ endpoint: 'twitch/oauth2/validate', kind: 'status', status: 503 });

	await enterCode(page, code);
	await expect(page.getByRole('alert')).toContainText('could not be asked');
	await product.control.clearFaults();
	await page.getByRole('button', { name: 'Next' }).click();

	await expect(page.getByRole('button', { name: 'Let it in' })).toBeVisible();
});

test('offline nothing can be pressed, and the page says why', async ({ page, context }) => {
	await connectTwitch(page);
	await page.goto('/go');
	await page.getByRole('textbox', { name: 'Code' }).fill('K7QX2M');

	await context.setOffline(true);
	await expect(page.getByRole('alert')).toContainText('You are offline');
	await expect(page.getByRole('button', { name: 'Next' })).toBeDisabled();
	await context.setOffline(false);

	await expect(page.getByRole('button', { name: 'Next' })).toBeEnabled();
});

test('a code whose time runs out before the answer is told so, and another can be entered', async ({
	page,
	product
}) => {
	const game = createGame(product);
	await connectTwitch(page);
	const { code, handle } = await game.showCode();
	await page.clock.install();
	await page.goto('/go');
	await enterCode(page, code);
	await expect(page.getByRole('button', { name: 'Let it in' })).toBeVisible();

	await page.clock.fastForward('02:01');

	await expect(page.getByRole('heading', { name: 'time is up' })).toBeVisible();
	await page.getByRole('button', { name: 'Enter another code' }).click();
	await expect(page.getByRole('textbox', { name: 'Code' })).toHaveValue('');
	expect(await game.poll(handle)).toBe(204);
});

test('with the keyboard alone a game is let in, and what became of it has the focus', async ({ page, product }) => {
	const game = createGame(product);
	await connectTwitch(page);
	const { code, handle } = await game.showCode();
	await page.goto('/go');
	await expect(page.getByRole('button', { name: 'Next' })).toBeEnabled();

	const textbox = page.getByRole('textbox', { name: 'Code' });
	while (!(await textbox.evaluate((element) => element === document.activeElement))) await page.keyboard.press('Tab');
	await page.keyboard.type(code.toLowerCase());
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Let this game' })).toBeFocused();
	const letIn = page.getByRole('button', { name: 'Let it in' });
	while (!(await letIn.evaluate((element) => element === document.activeElement))) await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');

	await expect(page.getByRole('heading', { name: 'The game is in' })).toBeFocused();
	expect(await game.poll(handle)).toBe(200);
});

test('what a game calls itself is text, and what it may not have is named', async ({ page, product }) => {
	const game = createGame(product);
	await connectTwitch(page);
	const name = '<img/src=x/onerror=alert(1)>'.padEnd(128, 'x');
	const { code } = await game.showCode(name, 'interactive:robot:self chat:connect');
	await page.goto('/go');

	await enterCode(page, code);

	await expect(page.getByRole('main')).toContainText(name);
	await expect(page.getByRole('main')).toContainText('chat:connect');
	await page.setViewportSize({ width: 320, height: 640 });
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('games that were let in before are signed out by two presses', async ({ page, product }) => {
	const game = createGame(product);
	await connectTwitch(page);
	const { code, handle } = await game.showCode();
	await page.goto('/go');
	await enterCode(page, code);
	await page.getByRole('button', { name: 'Let it in' }).click();
	await expect(page.getByRole('heading', { name: 'The game is in' })).toBeVisible();
	const refreshToken = await game.takeRefreshToken(handle);
	await page.getByRole('button', { name: 'Enter another code' }).click();

	await page.getByText('Games you let in before').click();
	await page.getByRole('button', { name: 'Sign all games out' }).click();
	await page.getByRole('button', { name: 'Press again' }).click();

	await expect(page.getByRole('status')).toContainText('All games are signed out');
	expect(await game.refresh(refreshToken)).toBe('invalid_grant');
});

test('the page is kept by no cache', async ({ request }) => {
	const answer = await request.get('/go');

	expect(answer.headers()['cache-control']).toBe('no-store');
});

for (const colorScheme of ['dark', 'light'] as const)
	test(`entering and answering a code, ${colorScheme}, have nothing that axe finds`, async ({ page, product }) => {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		const violations = async () => {
			const found = (await new AxeBuilder({ page }).analyze()).violations;
			return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
		};
		await page.goto('/go');
		await expect(page.getByRole('button', { name: 'Connect Twitch', exact: true })).toBeVisible();
		expect(await violations()).toEqual([]);
		await connectTwitch(page);
		await connectTheta(page);
		await page.goto('/go');
		await enterCode(page, 'ABCDEF');
		await expect(page.getByRole('alert')).toContainText('No game waits');
		expect(await violations()).toEqual([]);

		await enterCode(page, (await createGame(product).showCode()).code);
		await expect(page.getByRole('button', { name: 'Let it in' })).toBeVisible();
		expect(await violations()).toEqual([]);
	});
