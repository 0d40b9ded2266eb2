import { expect, type Page } from '@playwright/test';

/** Goes from the home page through the emulated Twitch to the confirmation card of an account. */
export async function reachTwitchConfirmation(page: Page, displayName = 'TidalKit'): Promise<void> {
	await page.goto('/');
	await page.getByRole('button', { name: 'Connect Twitch', exact: true }).click();
	await page.getByRole('radio', { name: displayName }).check();
	await page.getByRole('button', { name: 'Authorize' }).click();
	await expect(page.getByRole('button', { name: 'Confirm' })).toBeVisible();
}

/** Connects a Twitch account of the emulator and ends in the panel. */
export async function connectTwitch(page: Page, displayName = 'TidalKit'): Promise<void> {
	await reachTwitchConfirmation(page, displayName);
	await page.getByRole('button', { name: 'Confirm' }).click();
	await page.getByRole('link', { name: 'Open the panel' }).click();
	await expect(page).toHaveURL(/\/panel$/);
}

/** Opens a place of the panel, on a phone or beside chat in a wide window; chat is a place on phones alone. */
export async function openPlace(
	page: Page,
	name: 'Chat' | 'Actions' | 'People' | 'Events' | 'Play' | 'More'
): Promise<void> {
	const tab = page.getByRole('navigation', { name: 'Panel' }).getByRole('button', { name, exact: true });
	if ((await tab.getAttribute('aria-pressed')) !== 'true') await tab.click();
	await expect(tab).toHaveAttribute('aria-pressed', 'true');
}

/** Connects a Twitch account that allows everything the panel can do, and ends in its actions. */
export async function connectStreamer(page: Page, displayName = 'TidalKit'): Promise<void> {
	await connectTwitch(page, displayName);
	await openPlace(page, 'Actions');
	await page
		.getByRole('region', { name: 'Run your stream from here' })
		.getByRole('button', { name: 'Allow it' })
		.click();
	await page.getByRole('radio', { name: displayName }).check();
	await page.getByRole('button', { name: 'Authorize' }).click();
	await page.getByRole('button', { name: 'Confirm' }).click();
	await page.getByRole('link', { name: 'Open the panel' }).click();
	await openPlace(page, 'Actions');
}

/** Goes from the home page through the emulated THETA.tv to the confirmation card of a user. */
export async function reachThetaConfirmation(page: Page, username = 'emberwake'): Promise<void> {
	await page.goto('/');
	await page.getByRole('button', { name: 'Connect THETA.tv', exact: true }).click();
	await page.getByRole('radio', { name: username }).check();
	await page.getByRole('button', { name: 'Allow' }).click();
	await expect(page.getByRole('button', { name: 'Confirm' })).toBeVisible();
}

/** Connects a THETA.tv user of the emulator and ends in the panel. */
export async function connectTheta(page: Page, username = 'emberwake'): Promise<void> {
	await reachThetaConfirmation(page, username);
	await page.getByRole('button', { name: 'Confirm' }).click();
	await page.getByRole('link', { name: 'Open the panel' }).click();
	await expect(page).toHaveURL(/\/panel$/);
}
