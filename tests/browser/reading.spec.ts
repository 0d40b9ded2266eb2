import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, type Product } from './support/product.ts';
import { connectTwitch } from './support/sign-in.ts';

interface Said {
	readonly id: string;
	readonly text: string;
	readonly login?: string;
	readonly badges?: string;
}

function ircLine({ id, text, login = 'mosslantern', badges = '' }: Said): string {
	const userId = login === 'mosslantern' ? '100002' : '100099';
	return `@badges=${badges};color=#1E90FF;display-name=${login};id=${id};tmi-sent-ts=${Date.now()};user-id=${userId} :${login}!${login}@${login}.tmi.twitch.tv PRIVMSG #tidalkit :${text}`;
}

async function openPanel(page: Page, product: Product): Promise<void> {
	await connectTwitch(page);
	await expect.poll(() => product.control.deliverIrc(ircLine({ id: 'warm', text: 'warm-up' }))).toBeGreaterThan(0);
	await expect(line(page, 'warm')).toBeVisible();
}

async function say(page: Page, product: Product, ...lines: readonly Said[]): Promise<void> {
	for (const said of lines) await product.control.deliverIrc(ircLine(said));
}

const line = (page: Page, id: string) => page.locator(`[data-message-id="${id}"]`);

test('a filter hides lines, says how many, survives a reload and can be taken away', async ({ page, product }) => {
	await openPanel(page, product);
	await say(
		page,
		product,
		{ id: 'f1', text: '!uptime' },
		{ id: 'f2', text: 'beep', login: 'nightbot' },
		{ id: 'f3', text: 'of a moderator', badges: 'moderator/1' }
	);
	await expect(line(page, 'f3')).toBeVisible();

	await page.keyboard.press('f');
	await page.getByRole('switch', { name: 'Hide commands' }).click();
	await page.getByRole('switch', { name: 'Hide bots' }).click();
	await expect(line(page, 'f1')).toHaveCount(0);
	await expect(line(page, 'f2')).toHaveCount(0);
	await page.getByRole('radio', { name: 'Moderators' }).check({ force: true });
	await expect(line(page, 'warm')).toHaveCount(0);
	await expect(line(page, 'f3')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: /^Filter chat: [1-9]\d* hidden$/ })).toBeVisible();

	await page.reload();
	await page.getByRole('button', { name: /^Filter chat: / }).click();
	await page.getByRole('button', { name: 'Show everything' }).click();
	await page.keyboard.press('Escape');

	await expect(page.getByRole('button', { name: 'Filter chat', exact: true })).toBeVisible();
});

test('a regular expression filters, and a wrong one is told', async ({ page, product }) => {
	await openPanel(page, product);
	await say(page, product, { id: 'r1', text: 'gg wp' }, { id: 'r2', text: 'eggs' });
	await page.getByRole('button', { name: 'Filter chat' }).click();
	await page.getByRole('switch', { name: 'The text is a regular expression' }).click();
	await page.getByRole('searchbox', { name: 'Only lines with' }).fill('^g+ (wp|ez)$');
	await expect(line(page, 'r2')).toHaveCount(0);
	await expect(line(page, 'r1')).toHaveCount(1);

	await page.getByRole('searchbox', { name: 'Only lines with' }).fill('(');

	await expect(page.getByText('That is not a regular expression')).toBeVisible();
	await expect(line(page, 'r2')).toHaveCount(1);
});

test('where no line passes, it is said and the filter is at hand', async ({ page, product }) => {
	await openPanel(page, product);
	await page.keyboard.press('f');
	await page.getByRole('searchbox', { name: 'Only lines with' }).fill('nobody says this');
	await page.keyboard.press('Escape');
	await expect(page.getByText('No line passes the filter')).toBeVisible();

	await page.getByRole('main').getByRole('button', { name: 'Filter chat', exact: true }).click();
	await page.getByRole('button', { name: 'Show everything' }).click();

	await expect(line(page, 'warm')).toHaveCount(1);
});

test('a name opens its card, whose mention lands where one writes', async ({ page, product }) => {
	await openPanel(page, product);
	await say(page, product, { id: 'c1', text: 'first of mine' }, { id: 'c2', text: '<b>second</b> of mine' });

	await line(page, 'c2').locator('.nick').click();
	const card = page.getByRole('dialog', { name: 'mosslantern' });
	await expect(card.getByRole('listitem').filter({ hasText: 'first of mine' })).toBeVisible();
	await expect(card.getByRole('blockquote')).toHaveText('<b>second</b> of mine');
	expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);
	await card.getByRole('button', { name: 'Save message' }).click();
	await card.getByRole('button', { name: 'Mention' }).click();

	await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('@mosslantern ');
	await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused();
	await page.reload();
	await expect(page.getByRole('button', { name: 'Remove the saved message of mosslantern' })).toBeVisible();
});

test('by keyboard alone one goes from line to line, opens a card and comes back', async ({ page, product }) => {
	await openPanel(page, product);
	await say(page, product, { id: 'k1', text: 'one' }, { id: 'k2', text: 'two' });
	await expect(line(page, 'k2')).toBeVisible();

	await page.getByRole('log', { name: 'Chat' }).focus();
	await page.keyboard.press('ArrowUp');
	await expect(line(page, 'k2')).toBeFocused();
	await page.keyboard.press('ArrowUp');
	await expect(line(page, 'k1')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog', { name: 'mosslantern' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(line(page, 'k1')).toBeFocused();

	await say(page, product, { id: 'k3', text: 'three' });
	await expect(page.getByRole('button', { name: '1 new message' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(line(page, 'k3')).toBeVisible();
});

test('a search counts its matches and goes through them', async ({ page, product }) => {
	await openPanel(page, product);
	await say(
		page,
		product,
		{ id: 's1', text: 'a Lighthouse' },
		{ id: 's2', text: 'nothing' },
		{ id: 's3', text: 'lighthouses' }
	);
	await expect(line(page, 's3')).toBeVisible();

	await page.keyboard.press('Control+f');
	await page.getByRole('textbox', { name: 'Search in chat' }).fill('lighthouse');
	await expect(page.getByText('2 of 2')).toBeVisible();
	await expect(line(page, 's3')).toHaveClass(/found/);
	await page.keyboard.press('Enter');
	await expect(page.getByText('1 of 2')).toBeVisible();
	await expect(line(page, 's1')).toHaveClass(/found/);
	await expect(line(page, 's3')).not.toHaveClass(/found/);

	await page.keyboard.press('Escape');
	await expect(page.locator('.found')).toHaveCount(0);
	await expect(page.getByRole('log', { name: 'Chat' })).toBeFocused();
});

test('a key marks how far one has read, and takes the mark away', async ({ page, product }) => {
	await openPanel(page, product);
	await page.keyboard.press('u');
	await say(page, product, { id: 'm1', text: 'not read yet' });

	await expect(line(page, 'm1')).toBeVisible();
	await expect(line(page, 'warm')).toHaveClass(/read-to/);
	await page.keyboard.press('u');

	await expect(page.locator('.read-to')).toHaveCount(0);
});

test('my name and my words stand out, also among lines that are there already', async ({ page, product }) => {
	await openPanel(page, product);
	await say(page, product, { id: 'h1', text: 'hey @tidalkit' }, { id: 'h2', text: 'any giveaway?' });
	await expect(line(page, 'h1')).toHaveClass(/called/);
	await expect(line(page, 'h2')).not.toHaveClass(/called/);

	await page.getByRole('textbox', { name: 'Highlight these words' }).fill('Giveaway');
	await page.keyboard.press('Tab');

	await expect(line(page, 'h2')).toHaveClass(/called/);
});

test('removed messages are struck or hidden as one chooses, in the panel and on stream', async ({ page, product }) => {
	await openPanel(page, product);
	const overlay = await page.context().newPage();
	await overlay.goto('/overlay/chat?twitch=tidalkit&removed=strike');
	await expect.poll(() => product.control.deliverIrc(ircLine({ id: 'd1', text: 'to go' }))).toBe(2);
	await expect(line(overlay, 'd1')).toBeVisible();
	await product.control.deliverIrc('@login=mosslantern;target-msg-id=d1 :tmi.twitch.tv CLEARMSG #tidalkit :to go');
	await expect(line(page, 'd1')).toHaveClass(/removed/);
	await expect(line(page, 'd1')).toBeVisible();
	await expect(line(overlay, 'd1').locator('.message')).toHaveCSS('text-decoration-line', 'line-through');

	await page.getByRole('radio', { name: 'Hidden' }).check({ force: true });

	await expect(line(page, 'd1')).toBeHidden();
});

test('arrow keys and the search pass over hidden messages', async ({ page, product }) => {
	await openPanel(page, product);
	await say(page, product, { id: 'p1', text: 'pebble one' }, { id: 'p2', text: 'pebble two' });
	await say(page, product, { id: 'p3', text: 'pebble three' });
	await page.getByRole('radio', { name: 'Hidden' }).check({ force: true });
	await product.control.deliverIrc('@login=mosslantern;target-msg-id=p2 :tmi.twitch.tv CLEARMSG #tidalkit :pebble two');
	await expect(line(page, 'p2')).toBeHidden();

	await page.getByRole('log', { name: 'Chat' }).focus();
	await page.keyboard.press('ArrowUp');
	await expect(line(page, 'p3')).toBeFocused();
	await page.keyboard.press('ArrowUp');
	await expect(line(page, 'p1')).toBeFocused();

	await page.keyboard.press('Control+f');
	await page.getByRole('textbox', { name: 'Search in chat' }).fill('pebble');
	await expect(page.getByText('2 of 2')).toBeVisible();
});
