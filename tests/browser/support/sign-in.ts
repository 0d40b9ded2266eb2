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
