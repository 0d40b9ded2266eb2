import type { Page } from '@playwright/test';
import { expect, test } from './support/product.ts';
import { watchRequests } from './support/page-requests.ts';
import { connectTwitch, reachThetaConfirmation, reachTwitchConfirmation } from './support/sign-in.ts';

/** Changes the address that the emulated Twitch sends the browser back to. */
async function tamperWithCallback(page: Page, change: (url: URL) => void): Promise<void> {
	await page.route(
		(url) => url.pathname === '/twitch/oauth2/authorize',
		async (route) => {
			const answer = await route.fetch({ maxRedirects: 0 });
			const location = answer.headers()['location'];
			if (location === undefined) return route.fulfill({ response: answer });
			const url = new URL(location);
			change(url);
			await route.fulfill({ response: answer, headers: { ...answer.headers(), location: url.href } });
		}
	);
}

async function authorize(page: Page): Promise<void> {
	await page.goto('/');
	await page.getByRole('button', { name: 'Connect Twitch', exact: true }).click();
	await page.getByRole('radio', { name: 'TidalKit' }).check();
	await page.getByRole('button', { name: 'Authorize' }).click();
}

async function disconnectTwitch(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Disconnect Twitch' }).click();
	await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: 'Disconnect' }).click();
}

const storedAccounts = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<string[]>((resolve, reject) => {
				const opening = indexedDB.open('tributary');
				opening.onerror = () => reject(opening.error);
				opening.onsuccess = () => {
					const keys = opening.result.transaction('entries').objectStore('entries').getAllKeys();
					keys.onsuccess = () => resolve(keys.result.map(String).filter((key) => key.startsWith('account:')));
				};
			})
	);

test('Twitch: accepting shows whose account it is, and stores it only once confirmed', async ({ page }) => {
	await reachTwitchConfirmation(page);
	const before = await storedAccounts(page);
	await page.getByRole('button', { name: 'Confirm' }).click();
	await expect(page.getByRole('link', { name: 'Open the panel' })).toBeVisible();

	expect(before).toEqual([]);
	expect(await storedAccounts(page)).toEqual(['account:twitch']);
});

test('Twitch: the code is gone from the address before the account is confirmed', async ({ page }) => {
	await reachTwitchConfirmation(page);

	expect(new URL(page.url()).search).toBe('');
	await page.goBack();
	expect(page.url()).not.toContain('code=');
});

test('Twitch: "Not me" stores nothing and gives the tokens back', async ({ page, product }) => {
	await reachTwitchConfirmation(page);

	await page.getByRole('button', { name: 'Not me' }).click();

	await expect
		.poll(async () => (await product.control.requests({ path: 'twitch/oauth2/revoke' })).length)
		.toBeGreaterThan(0);
	expect(await storedAccounts(page)).toEqual([]);
});

test('Twitch: cancelling says so', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'Connect Twitch', exact: true }).click();
	await page.getByRole('button', { name: 'Cancel' }).click();

	await expect(page.getByRole('heading', { name: /cancelled/i })).toBeVisible();
	expect(await storedAccounts(page)).toEqual([]);
});

test('Twitch: a tampered state is refused, and its code is not used', async ({ page }) => {
	const asked = watchRequests(page);
	await tamperWithCallback(page, (url) => url.searchParams.set('state', 'forged'));

	await authorize(page);

	await expect(page.getByRole('heading', { name: /not started here/i })).toBeVisible();
	expect(asked).toContain('/connect/twitch');
	expect(asked).not.toContain('/api/oauth/twitch/token');
});

test('Twitch: an answer without a code says so', async ({ page }) => {
	await tamperWithCallback(page, (url) => url.searchParams.delete('code'));

	await authorize(page);

	await expect(page.getByRole('main')).toContainText(/sent no answer/i);
});

test('Twitch: a code that is not valid any more asks to start again', async ({ page }) => {
	await tamperWithCallback(page, (url) => url.searchParams.set('code', 'x'.repeat(30)));

	await authorize(page);

	await expect(page.getByRole('main')).toContainText(/expired|too long|used/i);
	await expect(page.getByRole('button', { name: 'Connect Twitch' })).toBeVisible();
});

for (const [name, fault] of [
	['an error of the server', { kind: 'status', status: 503 }],
	['a wrong client secret', { kind: 'status', status: 403 }],
	['HTML with status 200', { kind: 'html' }],
	['broken JSON', { kind: 'malformed' }]
] as const)
	test(`Twitch: ${name} at the token request is a card that says what to do`, async ({ page, product }) => {
		await product.control.setFault({ endpoint: 'twitch/oauth2/token', ...fault });

		await authorize(page);

		await expect(page.getByRole('main')).toContainText(/trouble|could not|settings of this server/i);
		await expect(page.getByRole('main')).not.toContainText(/undefined|\[object|TypeError/);
		expect(await storedAccounts(page)).toEqual([]);
	});

test('Twitch: HTML with status 200 at the user request is a card that says what to do', async ({ page, product }) => {
	await product.control.setFault({ endpoint: 'twitch/helix/users', kind: 'html' });

	await authorize(page);

	await expect(page.getByRole('main')).toContainText(/trouble|could not/i);
});

test('a visit without a sign-in has nothing to finish, with or without a code', async ({ page }) => {
	const asked = watchRequests(page);
	for (const query of ['', '?code=abc&state=def', '?error=access_denied']) {
		await page.goto(`/connect/twitch${query}`);
		await expect(page.getByRole('heading', { name: /nothing to finish/i })).toBeVisible();
	}

	expect(asked).toContain('/connect/twitch');
	expect(asked).not.toContain('/api/oauth/twitch/token');
});

test('a callback is finished only once', async ({ page }) => {
	await reachTwitchConfirmation(page);

	await page.reload();

	await expect(page.getByRole('heading', { name: /nothing to finish/i })).toBeVisible();
});

test('THETA.tv: allowing shows whose account it is', async ({ page }) => {
	await reachThetaConfirmation(page);
	await expect(page.getByRole('main')).toContainText('emberwake');
	expect(new URL(page.url()).search).toBe('');

	await page.getByRole('button', { name: 'Confirm' }).click();
	await expect(page.getByRole('link', { name: 'Open the panel' })).toBeVisible();

	expect(await storedAccounts(page)).toEqual(['account:theta']);
});

test('THETA.tv: denying is a cancellation', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'Connect THETA.tv', exact: true }).click();
	await page.getByRole('button', { name: 'Deny' }).click();

	await expect(page.getByRole('heading', { name: /cancelled/i })).toBeVisible();
});

for (const endpoint of ['theta/v1/oauth/token', 'theta/v1/user'])
	test(`THETA.tv: HTML with status 200 from ${endpoint} is a card that says what to do`, async ({ page, product }) => {
		await product.control.setFault({ endpoint, kind: 'html' });
		await page.goto('/');
		await page.getByRole('button', { name: 'Connect THETA.tv', exact: true }).click();
		await page.getByRole('radio', { name: 'emberwake' }).check();
		await page.getByRole('button', { name: 'Allow' }).click();

		await expect(page.getByRole('main')).toContainText(/trouble|could not/i);
		expect(await storedAccounts(page)).toEqual([]);
	});

test('disconnecting revokes the tokens and forgets the account', async ({ page, product }) => {
	await connectTwitch(page);
	await disconnectTwitch(page);

	await expect.poll(() => storedAccounts(page)).toEqual([]);
	expect((await product.control.requests({ path: 'twitch/oauth2/revoke' })).length).toBeGreaterThan(0);
});

test('when revoking fails, the account is forgotten and the page says so', async ({ page, product }) => {
	await connectTwitch(page);
	await product.control.setFault({ endpoint: 'twitch/oauth2/revoke', kind: 'status', status: 503 });
	await disconnectTwitch(page);

	await expect.poll(() => storedAccounts(page)).toEqual([]);
	await expect(page.getByRole('alert')).toContainText('Twitch');
});
