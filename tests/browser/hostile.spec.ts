import { expect, test } from './support/product.ts';
import { connectTwitch } from './support/sign-in.ts';

const thetaChannel = 'usr7emberwakelive01';
const say = (id: string, text: string) => `@id=${id} :mosslantern!m@m PRIVMSG #tidalkit :${text}`;

test('markup in text, names and badges is shown as text', async ({ page, product }) => {
	await page.goto('/overlay/chat?twitch=tidalkit');
	await expect.poll(() => product.control.deliverIrc(say('ok', 'ok'))).toBe(1);

	await product.control.deliverIrc(
		'@id=evil;display-name=<b>x</b>;badges=<img/onerror=alert(1)>;color=red;emotes=..%2f..%2fx:0-3 :a!a@a PRIVMSG #tidalkit :<script>alert(1)</script><img src=x onerror=alert(1)>'
	);

	const evil = page.locator('[data-message-id="evil"]');
	await expect(evil).toContainText('<script>alert(1)</script><img src=x onerror=alert(1)>');
	await expect(evil.locator('.nick')).toContainText('<b>x</b>');
	await expect(evil.locator('script, .message img, b')).toHaveCount(0);
});

test('malformed lines and a line of 64 KB lose nothing that was shown', async ({ page, product }) => {
	await page.goto('/overlay/chat?twitch=tidalkit');
	await expect.poll(() => product.control.deliverIrc(say('first', 'first'))).toBe(1);
	await expect(page.getByText('first', { exact: true })).toBeVisible();

	await product.control.deliverIrc('@@@ :::', '@id= PRIVMSG', ':x', '{"not":"irc"}', 'PRIVMSG #tidalkit');
	await product.control.deliverIrc(say('long', 'wide '.repeat(13_000)));
	await product.control.deliverIrc(say('last', 'still here'));

	await expect(page.getByText('still here')).toBeVisible();
	await expect(page.locator('[data-message-id="first"]')).toHaveCount(1);
	await expect(page.locator('[data-message-id="long"]')).toHaveCount(1);
});

test('malformed payloads from PubNub are skipped, what follows is shown', async ({ page, product }) => {
	await page.goto(`/overlay/chat?theta=${thetaChannel}`);
	await expect
		.poll(async () => (await product.control.requests({ path: 'pubnub/v2/subscribe' })).length)
		.toBeGreaterThan(1);

	for (const message of [null, 'text', { type: 7 }, { type: 'chat_message', data: { text: {} } }])
		await product.control.publishTheta(thetaChannel, message);
	await product.control.publishTheta(thetaChannel, {
		type: 'chat_message',
		data: { message_id: 'good', text: 'good one', timestamp: Date.now(), user: { id: 'u', username: 'palefox' } }
	});

	await expect(page.getByText('good one')).toBeVisible();
});

test('an unknown channel is named in a plain sentence', async ({ page }) => {
	await page.goto('/panel');
	await page
		.getByRole('textbox', { name: /channel/i })
		.first()
		.fill('nobody_of_that_name');
	await page.keyboard.press('Enter');

	await expect(page.getByText('There is no Twitch channel called nobody_of_that_name.').last()).toBeVisible({
		timeout: 15_000
	});
});

test('a refused PubNub key is said, and not asked again and again', async ({ page, product }) => {
	await product.control.refuseThetaKey(true);
	await page.goto('/panel');
	await page.evaluate(() => localStorage.clear());
	await connectTwitch(page);
	await page.goto(`/overlay/chat?twitch=tidalkit&theta=${thetaChannel}`);
	await expect.poll(() => product.control.deliverIrc(say('t', 'Twitch goes on'))).toBeGreaterThan(0);

	await expect(page.getByText('Twitch goes on')).toBeVisible();
	const asked = (await product.control.requests({ path: 'pubnub/*' })).length;
	expect(asked).toBeLessThanOrEqual(3);
	await product.control.refuseThetaKey(false);
});

for (const endpoint of ['twitch/oauth2/validate', 'twitch/helix/*', 'twitch/oauth2/token'])
	for (const kind of ['html', 'malformed', 'huge'] as const)
		test(`${kind} from ${endpoint} disturbs neither chat nor account`, async ({ page, product }) => {
			await connectTwitch(page);
			await product.control.setFault({ endpoint, kind });

			await page.reload();
			await expect(async () => {
				await product.control.deliverIrc(say('on', 'goes on'));
				await expect(page.getByText('goes on')).toBeVisible({ timeout: 1_000 });
			}).toPass();

			await expect(page.getByText(/connect twitch again/i)).toHaveCount(0);
		});

test('HTML with status 200 from PubNub shows trouble, and chat comes when it is over', async ({ page, product }) => {
	await product.control.setFault({ endpoint: 'pubnub/*', kind: 'html' });
	await page.goto(`/overlay/chat?theta=${thetaChannel}`);
	await expect.poll(async () => (await product.control.requests({ path: 'pubnub/*' })).length).toBeGreaterThan(0);

	await product.control.clearFaults();
	await expect
		.poll(
			async () => {
				await product.control.publishTheta(thetaChannel, {
					type: 'chat_message',
					data: { text: 'the air is clear', timestamp: Date.now(), user: { id: 'u', username: 'palefox' } }
				});
				return page.getByText('the air is clear').count();
			},
			{ timeout: 25_000 }
		)
		.toBeGreaterThan(0);
});
