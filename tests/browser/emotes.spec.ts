import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Control } from './support/control.ts';
import { expectTwitchLive, twitchChannel } from './support/chat-lines.ts';
import { expect, test, watchContext } from './support/product.ts';
import { connectTwitch } from './support/sign-in.ts';

const everyService = ['tideNod', 'gullScream', 'dockYes', 'crabWave', 'buoyBob', 'otterHype'];
let lines = 0;

/** Says the text as a subscriber who gives bits, and returns the line. */
async function say(page: Page, control: Control, text: string) {
	const id = `said-${++lines}`;
	const tags = `badges=subscriber/6,vip/1;bits=1100;display-name=Ada;id=${id};user-id=100003`;
	await control.deliverIrc(`@${tags} :ada!ada@ada.tmi.twitch.tv PRIVMSG #${twitchChannel} :${text}`);
	const line = page.locator(`[data-message-id="${id}"]`);
	await expect(line).toBeVisible({ timeout: 2_000 });
	return line;
}

/** Says the words until all of them are drawn: a line that was there before its pictures stays as it is. */
async function expectDrawn(page: Page, control: Control, words: readonly string[]): Promise<void> {
	const drawn = async () => {
		const line = await say(page, control, words.join(' '));
		return line.locator('img.emote').evaluateAll((images: HTMLImageElement[]) => images.map(({ alt }) => alt));
	};
	await expect.poll(drawn, { timeout: 20_000 }).toEqual(words);
}

/** The images of the page that have not come. */
function brokenImages(page: Page): Promise<readonly string[]> {
	return page
		.locator('img')
		.evaluateAll((images: HTMLImageElement[]) =>
			images.filter(({ complete, naturalWidth }) => complete && naturalWidth === 0).map(({ src }) => src)
		);
}

test("the overlay draws every service's global and channel emotes, with no sign-in", async ({ page, product }) => {
	await page.goto('/overlay/chat?twitch=tidalkit');
	await expectTwitchLive(page, product.control);

	await expectDrawn(page, product.control, everyService);
	const line = await say(page, product.control, everyService.join(' '));

	await expect(line.locator('img.emote[data-provider]')).toHaveCount(everyService.length);
	for (const image of await line.locator('img.emote').all())
		await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0);
	expect(await brokenImages(page)).toEqual([]);
});

test('zero-width emotes lie over the one before them, whoever made it', async ({ page, product }) => {
	await page.goto('/overlay/chat?twitch=tidalkit');
	await expectTwitchLive(page, product.control);
	await expectDrawn(page, product.control, ['crabWave', 'SoSnowy', 'RainTime']);

	const line = await say(page, product.control, 'look crabWave SoSnowy RainTime there');

	const stack = line.locator('.emote-stack');
	await expect(stack.locator('img')).toHaveCount(3);
	const centers = await stack.locator('img').evaluateAll((images) =>
		images.map((image) => {
			const { left, right } = image.getBoundingClientRect();
			return Math.round((left + right) / 2);
		})
	);
	expect(new Set(centers).size).toBe(1);
});

test("badges come with the channel's own titles, cheers with the picture of their amount", async ({
	page,
	product
}) => {
	await page.goto('/overlay/chat?twitch=tidalkit');
	await expectTwitchLive(page, product.control);
	const cheers = async () => (await say(page, product.control, 'TidalCheer1')).locator('.cheer').count();
	await expect.poll(cheers, { timeout: 20_000 }).toBe(1);

	const line = await say(page, product.control, 'for you TidalCheer1000 Cheer100');

	await expect(line.locator('img.badge')).toHaveCount(2);
	await expect(line.getByTitle('Deckhand (6 months)')).toHaveAttribute(
		'src',
		/\/badges\/v1\/tidalkit-subscriber-6\/2$/
	);
	await expect(line.locator('.cheer').first()).toHaveText('1000');
	await expect(line.locator('.cheer img').first()).toHaveAttribute('src', /tidalcheer\/dark\/animated\/1000\//);
	await expect(line.locator('.cheer')).toHaveCount(2);
	await expect.poll(() => brokenImages(page)).toEqual([]);
});

test("a chatter's card shows the channel's own badges", async ({ page, product }) => {
	await connectTwitch(page);
	await expectTwitchLive(page, product.control);
	const titled = async () =>
		(await say(page, product.control, 'is it there?')).getByTitle('Deckhand (6 months)').count();
	await expect.poll(titled, { timeout: 20_000 }).toBe(1);
	const line = await say(page, product.control, 'who is this?');

	await line.locator('.nick').click();

	await expect(page.getByRole('dialog').getByTitle('Deckhand (6 months)')).toBeVisible();
});

test('a service that is out is named in the settings, its words stay, and it comes back by itself', async ({
	page,
	product
}) => {
	await product.control.setFault({ endpoint: '7tv', kind: 'status', status: 503 });
	await connectTwitch(page);
	await expectTwitchLive(page, product.control);
	const note = page.getByText('7TV cannot be reached: its emotes are shown as words.');

	await expect(note).toBeVisible({ timeout: 10_000 });
	await expectDrawn(page, product.control, ['tideNod', 'crabWave']);
	const line = await say(page, product.control, 'tideNod otterHype buoyBob');
	await expect(line.locator('.message')).toHaveText('otterHype buoyBob');

	await product.control.clearFaults();
	await expectDrawn(page, product.control, everyService);
	await expect(note).toBeHidden();
});

test('an image that does not come leaves the word of an emote, and our own icon of a badge', async ({
	page,
	product
}) => {
	for (const endpoint of ['bttv/cdn', 'twitch/cdn/badges'])
		await product.control.setFault({ endpoint, kind: 'status', status: 404 });
	await page.goto('/overlay/chat?twitch=tidalkit');
	await expectTwitchLive(page, product.control);
	await expectDrawn(page, product.control, ['dockYes', 'crabWave']);

	const line = await say(page, product.control, 'so tideNod dockYes');

	await expect(line.locator('.message')).toHaveText('so tideNod');
	await expect(line.locator('img.emote')).toHaveCount(1);
	await expect(line.locator('img.badge[src*="/badges/"][src$=".svg"]')).toHaveCount(2);
});

for (const kind of ['html', 'malformed', 'huge', 'drop', 'half-open'] as const) {
	test(`${kind} from BetterTTV and 7TV disturbs neither chat nor FrankerFaceZ`, async ({ page, product }) => {
		for (const endpoint of ['bttv', '7tv']) await product.control.setFault({ endpoint, kind, forMs: 60_000 });
		await page.goto('/overlay/chat?twitch=tidalkit');
		await expectTwitchLive(page, product.control);

		await expectDrawn(page, product.control, ['dockYes', 'crabWave']);
		const line = await say(page, product.control, 'tideNod otterHype dockYes');

		await expect(line.locator('.message')).toContainText('tideNod otterHype');
	});
}

test('the picker is worked by keys alone: opened, searched, walked through, left', async ({ page, product }) => {
	await connectTwitch(page);
	await expectTwitchLive(page, product.control);
	const box = page.getByRole('textbox', { name: 'Message' });
	const picker = page.getByRole('dialog', { name: 'Emotes' });
	const search = picker.getByRole('searchbox');
	await box.fill('hello');

	await box.press('Control+e');
	await expect(search).toBeFocused();
	for (const name of ['tidalkWave', 'otterHype', 'gullScream', 'crabWave', 'Kappa', 'buoyBob', 'tideNod', 'dockYes'])
		await expect(picker.getByRole('button', { name, exact: true })).toBeVisible({ timeout: 10_000 });
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await search.fill('otter');
	await search.press('Enter');
	await expect(box).toBeFocused();
	await expect(box).toHaveValue('hello otterHype ');

	await box.press('Control+e');
	await search.press('ArrowDown');
	await expect(picker.getByRole('button', { name: 'otterHype' }).first()).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowRight');
	await expect(picker.getByRole('button', { name: 'tidalkHype' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(box).toHaveValue('hello otterHype tidalkHype ');

	await box.press('Control+e');
	await expect(search).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(picker).toBeHidden();
	await expect(box).toBeFocused();
	await expect(box).toHaveValue('hello otterHype tidalkHype ');
});

test('on a phone the picker is worked by touch, without a keyboard over it', async ({ browser, product }) => {
	const context = await browser.newContext({
		baseURL: product.url,
		viewport: { width: 390, height: 844 },
		hasTouch: true,
		isMobile: true
	});
	const complaints = await watchContext(context);
	const page = await context.newPage();
	await connectTwitch(page);
	await expectTwitchLive(page, product.control);

	await page.getByRole('button', { name: 'Emotes' }).tap();
	const picker = page.getByRole('dialog', { name: 'Emotes' });
	const tile = picker.getByRole('button', { name: 'tidalkWave' });
	await expect(tile).toBeVisible();
	await expect(picker.getByRole('searchbox')).not.toBeFocused();
	const sizes = await picker
		.getByRole('button')
		.evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect()));
	for (const { width, height } of sizes) expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
	await tile.tap();

	await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('tidalkWave ');
	await expect(picker).toBeHidden();
	await context.close();
	expect(complaints).toEqual([]);
});

test('emotes that nobody has written are completed, and the list asks for what it lacks', async ({ page, product }) => {
	await connectTwitch(page, 'QuietHarbor');
	await page.getByRole('textbox', { name: 'Message' }).focus();
	const asked = () => product.control.requests({ path: 'twitch/helix/chat/emotes' });
	await expect.poll(async () => (await asked()).length).toBeGreaterThan(1);
	expect(JSON.stringify(await asked())).not.toContain('emotes/user');

	await page.keyboard.type('look :notlike');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('look NotLikeThis ');
	await page.getByRole('button', { name: 'Emotes' }).click();
	await page.getByRole('button', { name: 'Allow it' }).click();

	await expect(page).toHaveURL(/user(%3A|:)read(%3A|:)emotes/);
});

test('Twitch that does not answer is named in the picker, and third parties are still there', async ({
	page,
	product
}) => {
	await product.control.setFault({ endpoint: 'twitch/helix/chat/emotes', kind: 'status', status: 503 });
	await connectTwitch(page);
	await expectTwitchLive(page, product.control);

	await page.getByRole('button', { name: 'Emotes' }).click();

	const picker = page.getByRole('dialog', { name: 'Emotes' });
	await expect(picker.getByText('Twitch does not answer')).toBeVisible();
	await expect(picker.getByRole('button', { name: 'otterHype' })).toBeVisible({ timeout: 10_000 });
	await expect(picker.getByRole('button', { name: 'Kappa' })).toBeHidden();
});

for (const { service, name, request } of [
	{ service: 'bttv', name: 'BetterTTV', request: 'join_channel' },
	{ service: '7tv', name: '7TV', request: 'emote_set.update' }
] as const) {
	test(`an emote that the streamer adds on ${name} is drawn in the overlay at once, and one they remove no more`, async ({
		page,
		product
	}) => {
		const { control } = product;
		await page.goto('/overlay/chat?twitch=tidalkit');
		await expectTwitchLive(page, control);
		await expectDrawn(page, control, ['gullScream', 'otterHype']);
		const followed = async () =>
			(await control.requests({ path: `${service}/events` })).some(({ line }) => line?.includes(request));
		await expect.poll(followed).toBe(true);

		await control.changeEmotes(service, 'add', 'tideDance');
		await expectDrawn(page, control, ['tideDance', 'otterHype']);
		await control.changeEmotes(service, 'remove', 'tideDance');
		await expect
			.poll(async () => (await say(page, control, 'tideDance')).locator('img.emote').count(), { timeout: 5_000 })
			.toBe(0);

		await control.setFault({ endpoint: `${service}/events`, kind: 'drop' });
		await control.changeEmotes(service, 'add', 'whileAway');
		await expectDrawn(page, control, ['whileAway']);
	});
}

test('the demo shows real badges where the emulator answers', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Try it without an account' }).click();

	await expect(page.locator('.chat_line img.badge[src*="/badges/v1/"]').first()).toBeVisible({ timeout: 20_000 });
});
