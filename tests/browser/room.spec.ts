import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { drinkReward, sealReward } from './support/control.ts';
import { expect, test } from './support/product.ts';
import { connectStreamer, connectTwitch, openPlace } from './support/sign-in.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const settings = 'twitch/helix/chat/settings';
const shield = 'twitch/helix/moderation/shield_mode';

/** The panel again, with what is kept of it. */
async function reload(page: Page) {
	await page.reload();
	await openPlace(page, 'Actions');
}

test('chat modes are switched one by one and by a preset, and the tile says which are on', async ({ page }) => {
	await connectStreamer(page);
	const tile = page.getByRole('button', { name: /^Chat modes/ });
	await expect(tile).toContainText('open to everyone');
	await tile.tap();
	const form = page.getByRole('dialog', { name: 'Chat modes' });
	await form.getByRole('switch', { name: 'Slow mode' }).tap();
	await form.getByRole('group', { name: 'Slow mode' }).getByRole('button', { name: '10 s' }).tap();
	await expect(tile).toContainText('slow 10 s');
	await form.getByRole('group', { name: 'Slow mode' }).getByRole('button', { name: 'Other' }).tap();
	await form.getByRole('spinbutton', { name: 'Slow mode, seconds' }).fill('2');
	await expect(form.getByText('From 3 to 120 seconds.')).toBeVisible();
	await form.getByRole('spinbutton', { name: 'Slow mode, seconds' }).fill('45');
	await form.getByRole('button', { name: 'Set', exact: true }).tap();
	await form.getByRole('switch', { name: 'Emotes only' }).tap();
	await expect(form.getByRole('switch', { name: 'Emotes only' })).toBeChecked();
	await form.getByRole('switch', { name: 'Delay' }).tap();
	await expect(tile).toContainText('slow 45 s, emotes, delay 4 s');
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await form.getByRole('button', { name: /^Calm/ }).tap();
	await expect(tile).toContainText('slow 30 s, followers 10 min');
	await form.getByRole('button', { name: 'Undo: back to before' }).tap();
	await expect(tile).toContainText('slow 45 s, emotes, delay 4 s');
});

test('one press locks the chat down, and one brings back exactly what was before, also after a reload', async ({
	page,
	product
}) => {
	await connectStreamer(page);
	await page.getByRole('button', { name: /^Chat modes/ }).tap();
	await page.getByRole('dialog').getByRole('switch', { name: 'Slow mode' }).tap();
	await page.getByRole('dialog').getByRole('group', { name: 'Slow mode' }).getByRole('button', { name: '5 s' }).tap();
	await page.getByRole('button', { name: 'Close' }).tap();
	const modes = page.getByRole('button', { name: /^Chat modes/ });
	await expect(modes).toContainText('slow 5 s');

	await page.getByRole('button', { name: /^Panic button/ }).tap();
	await expect(page.getByRole('region', { name: /^Your chat is locked down/ })).toBeVisible();
	await expect(modes).toContainText('slow 30 s, followers 10 min');
	await expect(page.getByRole('button', { name: /^Shield Mode on since/ })).toBeVisible();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await reload(page);
	await page.getByRole('button', { name: 'Undo: back to before' }).tap();

	await expect(page.getByRole('button', { name: /^Panic button/ })).toBeVisible();
	await expect(modes).toContainText('slow 5 s');
	await expect(modes).not.toContainText('followers');
	await expect(page.getByRole('button', { name: /^Shield Mode off/ })).toBeVisible();
	const puts = (await product.control.requests({ path: shield })).filter(({ method }) => method === 'PUT');
	expect(puts).toHaveLength(2);
});

test('what a panic could not switch is told, and what it switched can be undone', async ({ page, product }) => {
	await connectStreamer(page);
	await expect(page.getByRole('button', { name: /^Shield Mode off/ })).toBeVisible();
	await product.control.setFault({ endpoint: shield, kind: 'status', status: 403 });
	await page.getByRole('button', { name: /^Panic button/ }).tap();

	const card = page.getByRole('region', { name: /^Your chat is locked down/ });
	await expect(card.getByRole('listitem').filter({ hasText: 'Shield Mode' })).toContainText('not on');
	await expect(card.getByRole('alert')).toContainText('Twitch refused it');
	await product.control.clearFaults();
	await card.getByRole('button', { name: 'Try the rest again' }).tap();
	await expect(card.getByText('not on')).toBeHidden();
	await card.getByRole('button', { name: 'Undo: back to before' }).tap();
	await expect(page.getByRole('button', { name: /^Chat modes/ })).toContainText('open to everyone');
});

for (const [name, fault, sentence] of [
	['too many requests', { kind: 'status', status: 429 }, 'Twitch takes no more requests just now'],
	['trouble at Twitch', { kind: 'status', status: 503 }, 'it is not known whether this was done'],
	['a refusal', { kind: 'status', status: 403 }, 'Twitch refused it'],
	['a page in the way', { kind: 'html' }, 'it is not known whether this was done']
] as const)
	test(`a mode that meets ${name} says so, and is asked for once`, async ({ page, product }) => {
		await connectStreamer(page);
		await page.getByRole('button', { name: /^Chat modes/ }).tap();
		const form = page.getByRole('dialog', { name: 'Chat modes' });
		await expect(form.getByRole('switch', { name: 'Unique messages' })).toBeVisible();
		await product.control.setFault({ endpoint: settings, ...fault, times: 1 });
		await form.getByRole('switch', { name: 'Unique messages' }).tap();

		await expect(form.getByRole('alert').first()).toContainText(sentence);
		await expect(form.getByRole('switch', { name: 'Unique messages' })).not.toBeChecked();
		const changes = (await product.control.requests({ path: settings })).filter(({ method }) => method === 'PATCH');
		expect(changes).toHaveLength(1);
	});

test('a redemption is fulfilled in one tap and another refunded, each once', async ({ page, product }) => {
	const { control } = product;
	await control.redeem({ login: 'pixelgull', channel: 'tidalkit', rewardId: sealReward, input: '<b>Gerald</b> II' });
	await control.redeem({ login: 'nightferry', channel: 'tidalkit', rewardId: drinkReward });
	await connectStreamer(page);
	const first = page.getByRole('listitem', { name: /^PixelGull/ });
	await expect(first).toContainText('<b>Gerald</b> II');
	await first.getByRole('button', { name: 'Fulfil' }).tap();
	await expect(first).toBeHidden();
	const second = page.getByRole('listitem', { name: /^nightferry/ });
	await second.getByRole('button', { name: 'Refund' }).tap();
	await expect(second.getByRole('button', { name: 'Give 300 points back' })).toBeVisible();
	await expect
		.poll(async () => {
			await second
				.getByRole('button', { name: /Give 300|Refund/ })
				.tap({ timeout: 500 })
				.catch(() => undefined);
			return second.count();
		})
		.toBe(0);
	await expect(page.getByText('300 points go back to nightferry.')).toBeVisible();
	const settled = (await control.requests({ path: 'twitch/helix/channel_points' })).filter(
		({ method }) => method === 'PATCH'
	);
	expect(settled).toHaveLength(2);
});

test('several redemptions are answered together', async ({ page, product }) => {
	for (const login of ['pixelgull', 'nightferry', 'kelpwizard42'])
		await product.control.redeem({ login, channel: 'tidalkit', rewardId: drinkReward });
	await connectStreamer(page);
	await page.getByRole('button', { name: /^Rewards/ }).tap();
	const sheet = page.getByRole('dialog', { name: 'Rewards' });
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await sheet.getByRole('button', { name: 'Choose all' }).tap();
	await sheet.getByRole('button', { name: 'Fulfil 3' }).tap();
	await expect(sheet.getByRole('button', { name: 'Press again' })).toBeVisible();
	await expect
		.poll(async () => {
			await sheet
				.getByRole('button', { name: /Press again|Fulfil 3/ })
				.tap({ timeout: 500 })
				.catch(() => undefined);
			return sheet.getByText('Nothing waits.').count();
		})
		.toBe(1);
});

test('a reward is made after a refusal without typing it again, and paused', async ({ page, product }) => {
	await connectStreamer(page);
	await page.getByRole('button', { name: /^Rewards/ }).tap();
	const sheet = page.getByRole('dialog', { name: 'Rewards' });
	await sheet.getByRole('radio', { name: 'Rewards' }).check({ force: true });
	await expect(sheet.getByRole('listitem', { name: 'Posture check' })).toBeVisible();
	await expect(sheet.getByRole('listitem', { name: 'Posture check' }).getByRole('button')).toHaveCount(0);
	await sheet.getByRole('button', { name: 'New reward' }).tap();
	await sheet.getByRole('textbox', { name: /^Title/ }).fill('Name a seal');
	await expect(sheet.getByText('Another reward has this title.')).toBeVisible();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await sheet.getByRole('textbox', { name: /^Title/ }).fill('Sing a shanty');
	await product.control.setFault({ endpoint: 'twitch/helix/channel_points', kind: 'status', status: 503, times: 1 });
	await sheet.getByRole('button', { name: 'Save' }).tap();
	await expect(sheet.getByRole('alert')).toContainText('it is not known whether this was done');
	await reload(page);
	await expect(sheet.getByRole('textbox', { name: /^Title/ })).toHaveValue('Sing a shanty');
	await sheet.getByRole('button', { name: 'Save' }).tap();
	const made = sheet.getByRole('listitem', { name: 'Sing a shanty' });
	await made.getByRole('button', { name: 'Pause' }).tap();
	await expect(made).toContainText('paused');
});

test('someone without channel points is told so in a sentence', async ({ page }) => {
	await connectStreamer(page, 'QuietHarbor');
	await page.getByRole('button', { name: /^Rewards/ }).tap();
	await expect(page.getByRole('dialog')).toContainText('Channel points are for affiliates and partners');
});

test('goals have bars, and a hype train rides at the top with its time left', async ({ page, product }) => {
	await product.control.startHypeTrain('tidalkit');
	await connectStreamer(page);
	await expect(page.getByRole('progressbar', { name: 'To the next level' })).toBeVisible();
	await expect(page.getByRole('timer')).toHaveText(/^[34]:\d\d left$/);
	await page.getByRole('button', { name: /^Goals/ }).tap();
	await expect(page.getByRole('progressbar', { name: 'A second lighthouse' })).toHaveAttribute('aria-valuenow', '182');
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('what others do shows at once: a mode, Shield Mode, a redemption, a goal and a hype train', async ({
	page,
	product
}) => {
	const { control } = product;
	await connectStreamer(page);
	await expect(page.getByRole('button', { name: /^Goals/ })).toContainText('Followers 182/200');
	const goal = { id: 'goal-1', type: 'follow', description: 'A third lighthouse', target_amount: 500 };
	const move = () =>
		control.tellEvent('tidalkit', 'channel.goal.progress', {
			...goal,
			current_amount: 499,
			started_at: '2026-01-01T00:00:00Z'
		});
	await expect.poll(move, { timeout: 15_000 }).toBeGreaterThan(0);
	await expect(page.getByRole('button', { name: /^Goals/ })).toContainText('Followers 499/500');

	await control.deliverIrc('@room-id=100001;slow=20 :tmi.twitch.tv ROOMSTATE #tidalkit');
	await expect(page.getByRole('button', { name: /^Chat modes/ })).toContainText('slow 20 s');
	await control.tellEvent('tidalkit', 'channel.shield_mode.begin', {
		moderator_user_id: '100002',
		moderator_user_login: 'mosslantern',
		moderator_user_name: 'MossLantern',
		started_at: new Date().toISOString()
	});
	await expect(page.getByRole('button', { name: /^Shield Mode on since .*, by MossLantern/ })).toBeVisible();
	await control.redeem({ login: 'pixelgull', channel: 'tidalkit', rewardId: sealReward, input: 'Gerald' });
	await expect(page.getByRole('listitem', { name: /^PixelGull/ })).toContainText('Gerald');
	await control.startHypeTrain('tidalkit');
	await expect(page.getByRole('list', { name: 'Who drives it' })).toContainText('KelpWizard42');
});

test('without permission a panic changes nothing and says what to allow', async ({ page, product }) => {
	await connectTwitch(page);
	await openPlace(page, 'Actions');
	await page.getByRole('button', { name: 'Later' }).tap();
	await page.getByRole('button', { name: /^Panic button/ }).tap();
	await expect(page.getByText('moderator:manage:shield_mode')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Allow it' }).first()).toBeVisible();
	await expect(page.getByRole('button', { name: /^Panic button/ })).toBeVisible();
	const requests = await product.control.requests({ path: 'twitch/helix' });
	expect(requests.filter(({ method }) => method === 'PUT' || method === 'PATCH')).toEqual([]);
});

test('a redemption whose answer is lost is looked up, and not answered twice', async ({ page, product }) => {
	await product.control.redeem({ login: 'pixelgull', channel: 'tidalkit', rewardId: drinkReward });
	await connectStreamer(page);
	let cut = 0;
	await page.route('**/custom_rewards/redemptions*', async (route) => {
		if (route.request().method() !== 'PATCH') return route.continue();
		cut++;
		await route.fetch();
		return route.abort();
	});
	await page
		.getByRole('listitem', { name: /^PixelGull/ })
		.getByRole('button', { name: 'Fulfil' })
		.tap();
	await expect(page.getByRole('listitem', { name: /^PixelGull/ })).toBeHidden();
	await expect(page.getByRole('button', { name: /^Rewards/ })).toContainText('0 waiting');
	expect(cut).toBe(1);
});
