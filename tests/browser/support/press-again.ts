import { expect, type Locator } from '@playwright/test';

/**
 * Presses a button that asks again, by both its names, until it has done what `outcome` shows: a press that follows too fast is
 * taken for a bounce, and a question that waits too long is taken back.
 */
export async function pressAgain(button: Locator, outcome: Locator): Promise<void> {
	await expect(async () => {
		if (!(await outcome.isVisible())) await button.tap({ timeout: 500 });
		await expect(outcome).toBeVisible({ timeout: 500 });
	}).toPass();
}
