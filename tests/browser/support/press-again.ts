import { expect, type Locator } from '@playwright/test';

/** Presses a button that asks again until it has done what `outcome` shows: a press that follows too fast is taken for a bounce. */
export async function pressAgain(button: Locator, outcome: Locator): Promise<void> {
	await expect(async () => {
		if (!(await outcome.isVisible())) await button.tap({ timeout: 500 });
		await expect(outcome).toBeVisible({ timeout: 500 });
	}).toPass();
}
