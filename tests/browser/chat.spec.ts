import { expect, test, watchContext } from './support/product.ts';
import { expectThetaLive, expectTwitchLive, thetaChannel, thetaMessage, twitchLine } from './support/chat-lines.ts';
import { watchRequests } from './support/page-requests.ts';
import { connectTheta, connectTwitch } from './support/sign-in.ts';

test('both chats arrive in one panel, marked with where they came from', async ({ page, product }) => {
	await connectTwitch(page);
	await connectTheta(page);
	await expect(page.getByRole('log', { name: 'Chat' })).toBeVisible();
	await expectTwitchLive(page, product.control);
	await expectThetaLive(page, product.control);

	await product.control.deliverIrc(twitchLine('t1', 'hello from Twitch'));
	await product.control.publishTheta(thetaChannel, thetaMessage('p1', 'hello from THETA'));

	const shown = page.locator('[data-message-id="t1"]');
	await expect(shown).toContainText('hello from Twitch');
	await expect(shown).toHaveAttribute('data-platform', 'twitch');
	await expect(shown).toHaveAttribute('data-user-id', '100002');
	await expect(shown).toHaveAttribute('data-roles', 'moderator');
	await expect(page.locator('[data-message-id="p1"]')).toHaveAttribute('data-platform', 'theta');
});

test('a sent message is seen by the sender and by a second client', async ({ page, browser, product }) => {
	await connectTwitch(page);
	const second = await browser.newContext({ baseURL: product.url });
	const complaints = await watchContext(second);
	const overlay = await second.newPage();
	await overlay.goto('/overlay/chat?twitch=tidalkit');
	await expectTwitchLive(page, product.control);
	await expectTwitchLive(overlay, product.control);

	await page.getByRole('textbox', { name: 'Message' }).fill('hello from the panel');
	await page.getByRole('button', { name: 'Send' }).click();

	await expect(overlay.getByText('hello from the panel')).toBeVisible();
	await expect(page.getByRole('log', { name: 'Chat' }).getByText('hello from the panel')).toBeVisible();
	await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('');
	expect(complaints).toEqual([]);
	await second.close();
});

test('a refused message keeps its text and says why', async ({ page, product }) => {
	await connectTwitch(page);
	await expectTwitchLive(page, product.control);
	const box = page.getByRole('textbox', { name: 'Message' });
	await box.fill('the same thing');
	await box.press('Enter');
	await expect(box).toHaveValue('');

	await box.fill('the same thing');
	await box.press('Enter');

	await expect(page.getByText(/same|already|just sent/i).last()).toBeVisible();
	await expect(box).toHaveValue('the same thing');
});

test('the overlay of another profile shows both chats within a second of their being said', async ({
	browser,
	product
}) => {
	const context = await browser.newContext({ baseURL: product.url });
	const complaints = await watchContext(context);
	const overlay = await context.newPage();
	await overlay.goto(`/overlay/chat?twitch=tidalkit&theta=${thetaChannel}`);
	await expectTwitchLive(overlay, product.control);
	await expectThetaLive(overlay, product.control);

	await product.control.deliverIrc(twitchLine('o1', 'over here'));
	await expect(overlay.locator('.chat_line[data-message-id="o1"] .message')).toHaveText('over here', {
		timeout: 1_000
	});
	await product.control.publishTheta(thetaChannel, thetaMessage('o2', 'and here'));
	await expect(overlay.locator('.chat_line[data-message-id="o2"]')).toContainText('and here', { timeout: 1_000 });

	expect(complaints).toEqual([]);
	await context.close();
});

test('the overlay is transparent, has no scrollbars and asks for no token', async ({ page, product }) => {
	const asked = watchRequests(page);
	await page.goto('/overlay/chat?twitch=tidalkit');
	await expectTwitchLive(page, product.control);

	const background = await page.evaluate(() =>
		[document.documentElement, document.body].map((element) => getComputedStyle(element).backgroundColor)
	);
	const overflow = await page.evaluate(
		() => document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth
	);

	expect(background).toEqual(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)']);
	expect(overflow).toBe(true);
	expect(asked).toContain('/overlay/chat');
	expect(asked.filter((path) => path === '/api/config')).toHaveLength(1);
	expect(asked.filter((path) => path.includes('/entry/'))).toEqual([]);
	expect(asked.filter((path) => /\/(oauth2?|pubnub)\//.test(path))).toEqual([]);
});

test('scrolling up pauses, counts what is new, and a button returns to the newest', async ({ page, product }) => {
	await connectTwitch(page);
	await expectTwitchLive(page, product.control);
	const log = page.getByRole('log', { name: 'Chat' });
	await product.control.deliverIrc(
		...Array.from({ length: 80 }, (_, index) => twitchLine(`m${index}`, `line ${index}`))
	);
	await expect(page.locator('[data-message-id="m79"]')).toBeInViewport();

	await log.hover();
	await page.mouse.wheel(0, -1_200);
	await expect(page.locator('[data-message-id="m79"]')).not.toBeInViewport();
	await product.control.deliverIrc(twitchLine('n1', 'news'), twitchLine('n2', 'more news'));

	const button = page.getByRole('button', { name: /2 new/i });
	await expect(button).toBeVisible();
	await button.click();
	await expect(page.locator('[data-message-id="n2"]')).toBeInViewport();
	await expect(button).toBeHidden();
});

test('a deleted line is struck in the panel and hidden in the overlay', async ({ page, browser, product }) => {
	await connectTwitch(page);
	const overlay = await browser.newPage({ baseURL: product.url });
	await overlay.goto('/overlay/chat?twitch=tidalkit');
	await expectTwitchLive(page, product.control);
	await expectTwitchLive(overlay, product.control);
	await product.control.deliverIrc(twitchLine('bad', 'something bad'));
	await expect(overlay.getByText('something bad')).toBeVisible();

	await product.control.deliverIrc('@login=mosslantern;target-msg-id=bad :tmi.twitch.tv CLEARMSG #tidalkit :x');

	await expect(overlay.getByText('something bad')).toBeHidden();
	await expect(page.locator('[data-message-id="bad"]')).toContainText('Deleted');
	await overlay.context().close();
});

test('who follows has the lines that can be seen, and who scrolls back finds all that were kept', async ({
	page,
	product
}) => {
	await connectTwitch(page);
	await expectTwitchLive(page, product.control);
	const lines = page.getByRole('log', { name: 'Chat' }).locator('.line');
	await product.control.deliverIrc(
		...Array.from({ length: 250 }, (_, index) => twitchLine(`w${index}`, `line ${index}`))
	);
	await expect(page.locator('[data-message-id="w249"]')).toBeVisible();
	const following = await lines.count();

	await page.getByRole('log', { name: 'Chat' }).hover();
	await page.mouse.wheel(0, -400);
	await expect(page.locator('[data-message-id="w0"]')).toBeAttached();
	await page.getByRole('button', { name: /paused|new message/i }).click();

	await expect(page.locator('[data-message-id="w249"]')).toBeInViewport();
	await expect(page.locator('[data-message-id="w0"]')).not.toBeAttached();
	expect(following).toBeLessThan(100);
});
