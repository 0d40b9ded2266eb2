import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, type Product } from './support/product.ts';
import { pressAgain } from './support/press-again.ts';
import { settled } from './support/settled.ts';
import { connectStreamer, openPlace } from './support/sign-in.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const hostile = '<img src=x onerror=alert(1)>\u202e **rude**';

/** Opens the people's place once the page hears what happens. */
async function openQueues(page: Page, product: Product): Promise<void> {
	await connectStreamer(page);
	await openPlace(page, 'People');
	await expect
		.poll(async () => (await product.control.requests({ path: 'twitch/helix/eventsub/subscriptions' })).length)
		.toBeGreaterThan(40);
}

const queue = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function openQueue(page: Page, name: string) {
	const header = queue(page, name).getByRole('button', { name: new RegExp(`^${name}`) });
	if ((await header.getAttribute('aria-expanded')) !== 'true') await header.tap();
	return queue(page, name);
}

test('a held message is allowed by one tap and denied by another, and chat reads only the first', async ({
	page,
	product
}) => {
	await openQueues(page, product);
	await product.control.queue('automod', 'gannetgoblin', hostile);
	await product.control.queue('automod', 'barnaclebytes', 'another one');
	const automod = queue(page, 'AutoMod');
	await page.getByRole('button', { name: 'Show what waits (2)' }).tap();
	await expect(automod).toBeInViewport();
	await expect(automod.getByText('<img src=x onerror=alert(1)> **rude**')).toBeVisible();
	await expect(page.getByRole('status').filter({ hasText: '2 things wait' })).toBeAttached();
	await settled(page);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

	await automod.getByRole('button', { name: 'Allow the message of GannetGoblin' }).tap();
	await expect(automod.getByText('Allowed by TidalKit')).toBeVisible();
	await expect(async () => {
		await automod.getByRole('button', { name: 'Deny the message of BarnacleBytes' }).tap({ timeout: 500 });
		await expect(automod.getByText('Denied by TidalKit')).toBeVisible({ timeout: 500 });
	}).toPass();
	await expect(automod.getByText('Nothing is held.')).toBeVisible();

	await product.control.queue('automod', 'tinytrawler', 'soup');
	await automod.getByRole('button', { name: 'TinyTrawler', exact: true }).tap();
	await expect(page.getByRole('dialog', { name: 'TinyTrawler' })).toBeVisible();
	await page.keyboard.press('Escape');

	await page.getByRole('button', { name: 'Chat', exact: true }).tap();
	await expect(page.getByRole('log').getByText('rude')).toBeVisible();
	await expect(page.getByRole('log').getByText('another one')).toHaveCount(0);
});

test('what is held outlives a reload; the keys A and D decide, and all can be denied at once', async ({
	page,
	product
}) => {
	await openQueues(page, product);
	for (const login of ['gannetgoblin', 'barnaclebytes', 'buoyancycheck', 'tinytrawler'])
		await product.control.queue('automod', login, `from ${login}`);
	const automod = queue(page, 'AutoMod');
	await expect(automod.getByRole('listitem')).toHaveCount(4);
	await page.reload();
	await openPlace(page, 'People');
	await expect(automod.getByRole('listitem')).toHaveCount(4);

	await automod.getByRole('button', { name: 'Deny the message of GannetGoblin' }).focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('a');
	await expect(automod.getByText('Allowed by TidalKit')).toBeVisible();
	await expect(automod.getByRole('button', { name: 'Deny the message of BuoyancyCheck' })).toBeFocused();
	await page.keyboard.press('d');
	await expect(automod.getByRole('listitem')).toHaveCount(2);
	const denyAll = automod.getByRole('button', { name: /^(Deny all 2|Press again to deny 2 messages)$/ });
	await pressAgain(denyAll, automod.getByText('Nothing is held.'));
	const decisions = await product.control.requests({ path: 'twitch/helix/moderation/automod/message' });
	expect(decisions.filter(({ method }) => method === 'POST')).toHaveLength(4);
});

test('what Twitch refuses or never answers leaves the message where it is, and is sent once', async ({
	page,
	product
}) => {
	await openQueues(page, product);
	await product.control.queue('automod', 'gannetgoblin', 'hm');
	const automod = queue(page, 'AutoMod');
	const allow = automod.getByRole('button', { name: 'Allow the message of GannetGoblin' });
	const endpoint = 'twitch/helix/moderation/automod/message';
	for (const [status, sentence] of [
		[429, 'Twitch takes no more requests just now'],
		[503, 'it is not known whether this was done']
	] as const) {
		await product.control.setFault({ endpoint, kind: 'status', status });
		await allow.tap();
		await expect(automod.getByRole('alert')).toContainText(sentence);
		await expect(allow).toBeEnabled();
		await product.control.clearFaults();
	}
	const calls = await product.control.requests({ path: endpoint });
	expect(calls.filter(({ method }) => method === 'POST').length).toBeLessThanOrEqual(2);
});

test('an unban request is answered, undone, and one is declined', async ({ page, product }) => {
	await openQueues(page, product);
	await product.control.queue('unban-request', 'gannetgoblin', hostile);
	await product.control.queue('unban-request', 'barnaclebytes', 'please');
	const requests = await openQueue(page, 'Unban requests');
	await requests.getByRole('button', { name: '**rude**' }).tap();
	await expect(requests.getByText(/^Banned/)).toBeVisible();
	await requests.getByRole('textbox', { name: 'Answer to the request of GannetGoblin' }).fill('Welcome back');
	await page.reload();
	await openPlace(page, 'People');
	await expect(requests.getByRole('textbox')).toHaveValue('Welcome back');
	await expect(requests.getByText('<img src=x onerror=alert(1)> **rude**')).toBeVisible();
	await expect(requests.getByText(/^Banned/)).toBeVisible();
	await requests.getByRole('button', { name: 'Unban GannetGoblin' }).tap();
	await expect(page.getByText('GannetGoblin is unbanned.')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).tap();
	await expect(page.getByText('GannetGoblin is banned again.')).toBeVisible();

	await requests.getByRole('button', { name: 'please' }).tap();
	const decline = requests.getByRole('button', { name: /^(Keep banned|Press again to decline)$/ });
	await pressAgain(decline, requests.getByText('Nobody waits to be unbanned.'));
	await requests.getByText('Approved', { exact: true }).tap();
	await expect(requests.getByText('TidalKit answered: Welcome back')).toBeVisible();
});

test('an answer stays where it is under the thumb while the ban is asked for', async ({ page, product }) => {
	await openQueues(page, product);
	await product.control.queue('unban-request', 'gannetgoblin', 'please');
	await product.control.setFault({ endpoint: 'twitch/helix/moderation/banned', kind: 'delay', delayMs: 700 });
	const requests = await openQueue(page, 'Unban requests');
	await requests.getByRole('button', { name: 'please' }).tap();
	const place = await requests.getByRole('textbox').boundingBox();
	await expect(requests.getByText(/^Banned/)).toBeVisible();
	expect(await requests.getByRole('textbox').boundingBox()).toEqual(place);
});

test('a suspicious viewer is restricted and set free again', async ({ page, product }) => {
	await openQueues(page, product);
	const suspicious = await openQueue(page, 'Suspicious viewers');
	await product.control.queue('suspicious', 'gannetgoblin', hostile);
	await expect(suspicious.getByText('<img src=x onerror=alert(1)> **rude**')).toBeVisible();
	await suspicious.getByText('Restrict', { exact: true }).tap();
	await expect(page.getByText('GannetGoblin is restricted.')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).tap();
	await expect(page.getByText('GannetGoblin is treated as everybody.')).toBeVisible();
	await expect(suspicious.getByRole('radio', { name: 'Normal' })).toBeChecked();

	await suspicious.getByRole('textbox').fill('NoSuchViewerHere');
	await suspicious.getByRole('button', { name: 'Mark somebody' }).tap();
	await expect(suspicious.getByRole('alert')).toContainText('Twitch knows nobody of that name.');
	await expect(suspicious.getByRole('textbox')).toHaveValue('NoSuchViewerHere');
});

test('a viewer is warned with a kept reason, and it shows when they have acknowledged it', async ({
	page,
	product
}) => {
	await openQueues(page, product);
	const warnings = await openQueue(page, 'Warnings');
	await expect(warnings.getByRole('button', { name: 'Warn', exact: true })).toBeDisabled();
	await warnings.getByRole('textbox', { name: 'Whom to warn' }).fill('gannetgoblin');
	await warnings.getByRole('button', { name: 'No spoilers, please.' }).tap();
	await warnings.getByRole('button', { name: 'Warn', exact: true }).tap();
	await expect(warnings.getByText('Not acknowledged yet')).toBeVisible();
	await product.control.acknowledgeWarning('gannetgoblin');
	await expect(warnings.getByText('Acknowledged', { exact: true })).toBeVisible();
	await expect(warnings.getByRole('listitem')).toHaveCount(1);
});

test('many terms are blocked by one paste, found, unblocked with an undo and saved as a file', async ({
	page,
	product
}) => {
	await openQueues(page, product);
	const terms = await openQueue(page, 'Blocked terms');
	const field = terms.getByRole('textbox', { name: 'Terms to block, one a line' });
	await field.fill(
		['spoiler*', 'x', 'Spoiler*', ...Array.from({ length: 8 }, (_, index) => `term ${index}`)].join('\n')
	);
	await expect(terms.getByText('1 is shorter than 2 or longer than 500 characters: x')).toBeVisible();
	await terms.getByRole('button', { name: 'Block 9 terms' }).tap();
	await expect(page.getByText('9 terms are blocked.')).toBeVisible();
	await expect(field).toHaveValue('');
	await terms.getByRole('searchbox').fill('spoil');
	await expect(terms.getByRole('listitem')).toHaveCount(1);
	await terms.getByRole('button', { name: 'Unblock spoiler*' }).tap();
	await expect(page.getByText('“spoiler*” is no longer blocked.')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).tap();
	await expect(terms.getByRole('button', { name: 'Unblock spoiler*' })).toBeVisible();
	const download = page.waitForEvent('download');
	await terms.getByRole('button', { name: 'Save as a file' }).tap();
	expect((await download).suggestedFilename()).toBe('blocked-terms.txt');
	await settled(page);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
