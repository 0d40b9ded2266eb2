import { AxeBuilder } from '@axe-core/playwright';
import { ParticipantClient } from '#lib/interactive/participant/participant-client.ts';
import { hostBoard } from './support/board-game.ts';
import { twitchChannel, twitchLine } from './support/chat-lines.ts';
import { sealReward } from './support/control.ts';
import { importBoard, startBoard } from './support/played-board.ts';
import { expect, test } from './support/product.ts';
import { connectStreamer, connectTheta, openPlace } from './support/sign-in.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const viewers: (() => void)[] = [];
test.afterEach(() => {
	for (const leave of viewers.splice(0)) leave();
});

/** A viewer in the room, without a page. */
async function join(origin: string): Promise<ParticipantClient> {
	const viewer = new ParticipantClient({ origin, channel: twitchChannel });
	viewers.push(viewer.open());
	await expect.poll(() => viewer.phase.type).toBe('inside');
	return viewer;
}

const push = { event: 'mousedown', button: 0 };

test('a viewer, a line of chat, a reward and bits press one button, which rests for all of them', async ({
	page,
	product
}) => {
	const { control } = product;
	await connectStreamer(page);
	await importBoard(page);
	await startBoard(page);
	const viewer = await join(product.url);
	await expect(page.getByText('Live: 1 viewer')).toBeVisible();
	const presses = page.getByRole('list', { name: 'Presses' }).getByRole('listitem');
	const jumps = presses.filter({ hasText: 'Jump' });

	await expect.poll(async () => (await viewer.giveInput('jump', push)).type).toBe('taken');
	await expect(jumps).toHaveCount(1);
	expect((await viewer.giveInput('jump', push)).type).toBe('refused');
	await control.deliverIrc(twitchLine('too-early', '!jump'));

	let count = 0;
	await expect
		.poll(async () => {
			await control.deliverIrc(twitchLine(`jump-${++count}`, '!jump'));
			return presses.filter({ hasText: 'chat' }).count();
		})
		.toBe(1);
	expect((await viewer.giveInput('jump', push)).type).toBe('refused');

	await expect.poll(async () => (await viewer.giveInput('jump', push)).type).toBe('taken');
	await page.waitForFunction(() => !document.body.textContent?.includes('rests'));
	await control.redeem({ login: 'pixelgull', channel: twitchChannel, rewardId: sealReward, input: 'Otto' });
	await expect(presses.filter({ hasText: 'points' })).toHaveCount(1);
	await expect
		.poll(
			async () =>
				(await control.requests({ path: 'twitch/helix/channel_points' })).filter(({ method }) => method === 'PATCH')
					.length
		)
		.toBe(1);

	const cheer = {
		is_anonymous: false,
		user_id: '100101',
		user_login: 'pixelgull',
		user_name: 'PixelGull',
		message: { text: 'Cheer50', fragments: [], emotes: [] },
		type: 'cheer',
		power_up: null,
		bits: 50
	};
	await expect
		.poll(async () => {
			await control.tellEvent(twitchChannel, 'channel.bits.use', cheer);
			return presses.filter({ hasText: 'bits' }).count();
		})
		.toBeGreaterThan(0);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

	await page.getByRole('button', { name: 'Stop' }).tap();
	await expect
		.poll(async () => {
			await page
				.getByRole('button', { name: /Stop|Press again/ })
				.tap({ timeout: 500 })
				.catch(() => undefined);
			return page.getByRole('button', { name: 'Start', exact: true }).count();
		})
		.toBe(1);
	await expect.poll(() => viewer.phase.type).toBe('waiting');
});

test('a vote is opened, counted over page and chat, and its winner pressed; a stick shows where all push', async ({
	page,
	product
}) => {
	await connectStreamer(page);
	await importBoard(page);
	await startBoard(page);
	const [ann, bob] = [await join(product.url), await join(product.url)];
	const vote = page.getByRole('region', { name: 'Vote' });

	await vote.getByRole('button', { name: 'Open the vote' }).tap();
	await product.control.deliverIrc(twitchLine('v1', '2'));
	await ann.giveInput('right', push);
	await bob.giveInput('left', push);
	await expect(vote.getByRole('listitem').filter({ hasText: 'Right' })).toContainText('2 votes');
	await expect(vote.getByRole('timer')).toContainText('s left');
	await ann.giveInput('stick', { event: 'move', x: 1, y: 0 });
	await expect(page.locator('[data-control=stick] .mean')).toBeVisible();
	await vote.getByRole('button', { name: 'End the vote now' }).tap();

	await expect(vote.getByRole('timer')).toHaveText('No votes yet');
	await vote.getByText('Anarchy').tap();
	await expect(vote.getByRole('listitem')).toHaveCount(0);
});

test('the streamer pauses, switches a control off, moves everybody and silences one', async ({ page, product }) => {
	await connectStreamer(page);
	await importBoard(page);
	await startBoard(page);
	const viewer = await join(product.url);

	await page.getByRole('button', { name: 'Pause' }).tap();
	await expect(page.getByText('Paused: 1 viewer waits')).toBeVisible();
	expect((await viewer.giveInput('jump', push)).type).toBe('refused');
	await page.getByRole('button', { name: 'Go on' }).tap();
	await expect.poll(() => viewer.mirror.ready).toBe(true);
	await page.getByRole('switch', { name: 'Jump can be pressed' }).tap();
	await expect.poll(async () => (await viewer.giveInput('jump', push)).type).toBe('refused');

	await page.getByRole('group', { name: 'Everybody sees' }).getByText('end').tap();
	await expect(page.getByText('Thanks')).toBeVisible();
	await page.getByRole('button', { name: 'Silence' }).tap();
	await expect(page.getByText('silenced')).toBeVisible();
});

test('a second tab of the browser is told that the first one plays', async ({ page, context, product }) => {
	await connectStreamer(page);
	await importBoard(page);
	await startBoard(page);
	const second = await context.newPage();
	await second.goto('/panel');
	await openPlace(second, 'Play');
	await expect(second.getByText('A board is played from another panel of yours.')).toBeVisible();

	await second.getByRole('button', { name: 'Start', exact: true }).tap();
	await expect(second.getByRole('alert')).toContainText('Another tab of this browser plays already.');
	await expect(page.getByText(/^Live:/)).toBeVisible();
	await second.close();
	const viewer = await join(product.url);
	expect(viewer.mirror.ready).toBe(true);
});

test('without a board the tab leads to making one, and a streamer of THETA.tv can play too', async ({ page }) => {
	await connectTheta(page);
	await openPlace(page, 'Play');
	await page.getByRole('link', { name: 'Make a board' }).tap();
	await expect(page).toHaveURL(/\/panel\/boards$/);
	await importBoard(page);
	await startBoard(page);

	await expect(page.getByLabel('Link for viewers')).toHaveValue(/\/play\/theta/);
});

test('a game that sits in the room is named, and ended before a board starts', async ({ page, product }) => {
	await connectStreamer(page);
	await importBoard(page);
	const game = await hostBoard(product, [{ controlID: 'jump', kind: 'button' }]);
	const closed = new Promise<number>((resolve) =>
		game.state.connection.changes.on((change) => change.type === 'closed' && resolve(change.cause.closeCode))
	);
	await page.goto('/panel?place=play');
	await expect(
		page.getByText('The game test is connected to your channel, and viewers can play it now.')
	).toBeVisible();

	await page.getByRole('button', { name: 'Start', exact: true }).tap();
	await expect(page.getByRole('alert')).toContainText('A game, or a panel on another device, is connected');
	const gone = page.getByText('The game test is connected');
	await expect(gone).toBeVisible();
	await expect(async () => {
		if (await gone.isVisible())
			await page.getByRole('button', { name: /^(End the game|Press again to end it)$/ }).tap({ timeout: 500 });
		await expect(gone).toBeHidden({ timeout: 500 });
	}).toPass();

	expect(await closed).toBe(4027);
	await page.getByRole('button', { name: 'Start', exact: true }).tap();
	await expect(page.getByText('Live: 0 viewers')).toBeVisible();
});
