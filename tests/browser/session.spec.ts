import { expect, test } from './support/product.ts';
import { expectTwitchLive, twitchLine } from './support/chat-lines.ts';
import { connectTwitch } from './support/sign-in.ts';

test('an access token that expires mid-session is replaced without the user noticing', async ({ page, product }) => {
	await connectTwitch(page);
	await expectTwitchLive(page, product.control);
	await product.control.deliverIrc(twitchLine('before', 'before'));

	await product.control.endTwitchTokens('expire-access');
	await product.control.setFault({ endpoint: 'twitch/irc', kind: 'drop' });
	await expectTwitchLive(page, product.control);
	const box = page.getByRole('textbox', { name: 'Message' });
	await box.fill('still me');
	await box.press('Enter');

	await expect(page.getByRole('log', { name: 'Chat' }).getByText('still me')).toBeVisible();
	await expect(page.getByText(/connect twitch again/i)).toHaveCount(0);
	const refreshes = (await product.control.requests({ path: 'twitch/oauth2/token' })).filter(
		({ status }) => status === 200
	);
	expect(refreshes).toHaveLength(2);
});

test('a revoked grant asks once to connect again, and chat goes on anonymously', async ({ page, product }) => {
	await connectTwitch(page);
	await expectTwitchLive(page, product.control);
	await product.control.deliverIrc(twitchLine('before', 'before'));

	await product.control.endTwitchTokens('revoke-grants');
	await product.control.setFault({ endpoint: 'twitch/irc', kind: 'drop' });

	await expect(page.getByRole('button', { name: 'Connect Twitch again' })).toHaveCount(1);
	await expectTwitchLive(page, product.control);
	await product.control.deliverIrc(twitchLine('after', 'read without an account'));
	await expect(page.getByText('read without an account')).toBeVisible();
	await expect(page.locator('[data-message-id="before"]')).toBeVisible();
});

test('after connecting again the panel writes as the account', async ({ page, product }) => {
	await connectTwitch(page);
	await product.control.endTwitchTokens('revoke-grants');
	await product.control.setFault({ endpoint: 'twitch/irc', kind: 'drop' });
	await page.getByRole('button', { name: 'Connect Twitch again' }).click();
	await page.getByRole('radio', { name: 'TidalKit' }).check();
	await page.getByRole('button', { name: 'Authorize' }).click();
	await page.getByRole('button', { name: 'Confirm' }).click();
	await page.getByRole('link', { name: 'Open the panel' }).click();
	await expectTwitchLive(page, product.control);

	const box = page.getByRole('textbox', { name: 'Message' });
	await box.fill('back as myself');
	await box.press('Enter');

	await expect(page.getByRole('log', { name: 'Chat' }).getByText('back as myself')).toBeVisible();
});

test('accounts survive a reload', async ({ page }) => {
	await connectTwitch(page);

	await page.reload();

	await expect(page.getByRole('textbox', { name: 'Message' })).toBeEnabled();
});
