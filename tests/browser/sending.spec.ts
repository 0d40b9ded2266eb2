import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, type Product } from './support/product.ts';
import { connectTwitch } from './support/sign-in.ts';

const line = (id: string, text: string) =>
	`@color=#1E90FF;display-name=MossLantern;id=${id};emotes=25:0-4;tmi-sent-ts=${Date.now()};user-id=100002 :mosslantern!mosslantern@mosslantern.tmi.twitch.tv PRIVMSG #tidalkit :${text}`;

async function openChat(page: Page, product: Product) {
	await connectTwitch(page);
	await expect.poll(() => product.control.deliverIrc(line('m1', 'Kappa is what I say'))).toBeGreaterThan(0);
	await expect(page.locator('[data-message-id="m1"]')).toBeVisible();
	return page.getByRole('textbox', { name: 'Message' });
}

async function countPosts({ control }: Product) {
	const requests = await control.requests({ path: 'twitch/helix/chat/messages' });
	return requests.filter((request) => request.type === 'request' && request.method === 'POST').length;
}

test('names and emotes are completed by keyboard alone, and the line goes through Helix', async ({ page, product }) => {
	const box = await openChat(page, product);

	await box.pressSequentially('hi @mo');
	await expect(page.getByRole('option', { name: '@MossLantern' })).toHaveAttribute('aria-selected', 'true');
	await box.press('Tab');
	await box.pressSequentially(':kap');
	await box.press('Enter');

	await expect(box).toHaveValue('hi @MossLantern Kappa ');
	await expect(page.getByRole('listbox')).toBeHidden();
	await box.press('Enter');
	await expect(page.getByRole('log', { name: 'Chat' }).getByText('hi @MossLantern')).toBeVisible();
	expect(await countPosts(product)).toBe(1);
	await box.press('ArrowUp');
	await expect(box).toHaveValue('hi @MossLantern Kappa');
});

test('a reply is begun on a line, can be called off, and says whom it answers', async ({ page, product }) => {
	const box = await openChat(page, product);
	await box.fill('who is here?');
	await box.press('Enter');
	const question = page.locator('.chat_line', { hasText: 'who is here?' });
	const startReply = async () => {
		await question.hover();
		await box.blur();
		await page.keyboard.press('r');
	};

	await startReply();
	await expect(page.getByText('Replying to TidalKit')).toBeVisible();
	await expect(box).toBeFocused();
	await box.press('Escape');
	await expect(page.getByRole('button', { name: 'Cancel the reply' })).toBeHidden();
	await startReply();
	await box.fill('it is me');
	await box.press('Enter');

	await expect(page.locator('.chat_line', { hasText: 'it is me' }).locator('.reply')).toContainText('who is here?');
	await expect(page.getByRole('button', { name: 'Cancel the reply' })).toBeHidden();
});

test('the list of commands opens as soon as they are known, keeps the chosen one in view, and axe finds nothing', async ({
	page,
	product
}) => {
	await page.setViewportSize({ width: 360, height: 520 });
	const box = await openChat(page, product);

	await box.fill('/');
	await expect(page.getByRole('option')).toHaveCount(8);
	await box.press('ArrowUp');

	const last = page.getByRole('option').last();
	await expect(last).toHaveAttribute('aria-selected', 'true');
	await expect(last).toBeInViewport({ ratio: 1 });
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await last.click();
	await expect(box).toBeFocused();
	await expect(box).toHaveValue(/^\/\w+ $/);
});

test('a command that was not allowed yet is asked for, and is then carried out', async ({ page, product }) => {
	const box = await openChat(page, product);
	await box.fill('/slow 30');
	await box.press('Enter');
	await expect(page.getByRole('alert')).toContainText('moderator:manage:chat_settings');
	await expect(box).toHaveValue('/slow 30');

	await page.getByRole('button', { name: 'Allow it' }).click();
	await expect(page).toHaveURL(/scope=chat(%3A|:)read\+chat(%3A|:)edit\+user(%3A|:)write(%3A|:)chat\+moderator(%3A|:)/);
	await page.getByRole('radio', { name: 'TidalKit' }).check();
	await page.getByRole('button', { name: 'Authorize' }).click();
	await page.getByRole('button', { name: 'Confirm' }).click();
	await page.getByRole('link', { name: 'Open the panel' }).click();
	await expect.poll(() => product.control.deliverIrc(line('m2', 'Kappa again'))).toBeGreaterThan(0);
	await box.fill('/slow 30');
	await box.press('Enter');

	await expect(page.getByText('Done: /slow')).toBeVisible();
	await expect(page.getByText('slow mode', { exact: false }).first()).toBeVisible();
});

test('a mistyped command is not said aloud, and an incomplete one does nothing', async ({ page, product }) => {
	const box = await openChat(page, product);

	await box.fill('/bann mosslantern');
	await box.press('Enter');
	await expect(page.getByRole('alert')).toContainText('There is no command /bann');
	await box.fill('/delete');
	await box.press('Escape');
	await box.press('Enter');

	await expect(page.getByRole('alert')).toContainText('/delete <');
	expect(await countPosts(product)).toBe(0);
	expect(await product.control.requests({ path: 'twitch/helix/moderation/*' })).toEqual([]);
});

test('when the answer is lost nothing is sent again, and the text stays', async ({ page, product }) => {
	const box = await openChat(page, product);
	await product.control.setFault({ endpoint: 'twitch/helix/chat/messages', kind: 'status', status: 502 });

	await box.fill('did this arrive?');
	await box.press('Enter');

	await expect(page.getByRole('alert')).toContainText(/may|unknown|whether/i);
	await expect(box).toHaveValue('did this arrive?');
	expect(await countPosts(product)).toBe(1);
});
