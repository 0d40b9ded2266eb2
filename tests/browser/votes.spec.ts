import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/product.ts';
import { settled } from './support/settled.ts';
import { connectStreamer, connectTwitch, openPlace } from './support/sign-in.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

/** Taps a button that asks back, and then what it asks; a tap that follows too closely is no answer. */
async function confirm(page: Page, label: string, question: string, done: Locator): Promise<void> {
	await page.getByRole('button', { name: label }).tap();
	await expect(async () => {
		await page.getByRole('button', { name: question }).tap({ timeout: 500 });
		await expect(done).toBeVisible({ timeout: 500 });
	}).toPass();
}

/** The methods with which the page calls an endpoint of Helix from now on. */
function watchMethods(page: Page, path: string): readonly string[] {
	const methods: string[] = [];
	page.on('request', (request) => {
		if (new URL(request.url()).pathname.endsWith(path)) methods.push(request.method());
	});
	return methods;
}

/** Goes to the chat tab, where a streamer mid-show is. */
async function goToChat(page: Page): Promise<Locator> {
	const tabs = page.getByRole('navigation', { name: 'Panel' });
	await tabs.getByRole('button', { name: 'Chat', exact: true }).tap();
	return tabs.getByRole('button', { name: 'Actions', exact: true });
}

test('a poll is started in four taps, shows how it stands, and its result stays until it is dismissed', async ({
	page
}) => {
	await connectStreamer(page);
	const actions = await goToChat(page);

	await actions.tap();
	await page.getByRole('button', { name: 'Poll' }).tap();
	await page.getByRole('button', { name: 'Which way', exact: true }).tap();
	await page.getByRole('button', { name: 'Start the poll' }).tap();

	const card = page.getByRole('heading', { name: 'Which way?' });
	await expect(card).toBeVisible();
	await expect(page.getByRole('timer', { name: 'Time left' })).toHaveText(/^(2:00|1:5\d)$/);
	await confirm(page, 'End poll', 'End it now?', page.getByText(/^Ended /));
	await page.reload();
	await openPlace(page, 'Actions');
	await expect(card).toBeVisible();
	await page.getByRole('button', { name: 'Dismiss' }).tap();
	await expect(card).toBeHidden();
	await page.getByRole('button', { name: 'Poll' }).tap();
	await page.getByRole('region', { name: 'Again' }).getByRole('button', { name: 'Which way?' }).tap();
	await expect(page.getByRole('textbox', { name: 'Choice 2' })).toHaveValue('Right');
});

test('a prediction is paid out in three taps, from chat', async ({ page }) => {
	await connectStreamer(page);
	await page.getByRole('button', { name: 'Prediction' }).tap();
	await page.getByRole('button', { name: 'Will I win', exact: true }).tap();
	await page.getByRole('button', { name: 'Start the prediction' }).tap();
	await confirm(page, 'Lock now', 'Nobody can join any more?', page.getByText(/^Locked for 0:0\d$/));
	await expect(page.getByText(/^Without a pick, Twitch gives everything back/)).toBeVisible();
	const actions = await goToChat(page);

	await actions.tap();
	await page.getByRole('button', { name: '“Yes” came true' }).tap();
	await page.getByRole('button', { name: 'Pay out “Yes”' }).tap();

	await expect(page.getByRole('button', { name: 'Prediction Yes came true' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Run it again' })).toBeVisible();
});

test('votes and points are seen to come in, and every part is there for those who do not see it', async ({ page }) => {
	await connectStreamer(page);
	await page.getByRole('button', { name: 'Poll' }).tap();
	await page.getByRole('button', { name: 'How was it', exact: true }).tap();
	await settled(page);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await page.getByRole('button', { name: 'Start the poll' }).tap();
	await page.getByRole('button', { name: 'Prediction' }).tap();
	await page.getByRole('button', { name: 'Will I win', exact: true }).tap();
	await page.getByRole('button', { name: 'Start the prediction' }).tap();

	await expect(page.getByRole('button', { name: /^Poll [1-9]\d* votes$/ })).toBeVisible({ timeout: 15_000 });
	await expect(page.getByRole('button', { name: /^Prediction [1-9][\d,]* points/ })).toBeVisible({ timeout: 15_000 });
	await settled(page);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('a prediction that is called off gives everything back', async ({ page }) => {
	await connectStreamer(page);
	await page.getByRole('button', { name: 'Prediction' }).tap();
	await page.getByRole('button', { name: 'How many tries', exact: true }).tap();
	await page.getByRole('button', { name: 'Start the prediction' }).tap();

	const canceled = page.getByRole('button', { name: 'Prediction Canceled, all points given back' });
	await confirm(page, 'Cancel and refund', 'Give all points back?', canceled);
});

test('a poll is written by keyboard, told what is wrong, and kept as a template', async ({ page }) => {
	await connectStreamer(page);
	await page.getByRole('button', { name: 'Poll' }).tap();
	const form = page.getByRole('dialog', { name: 'Poll' });
	await form.getByRole('textbox', { name: 'Question' }).focus();
	for (const text of ['Where to?', 'The cave', 'the cave', 'Home']) {
		await page.keyboard.type(text);
		await page.keyboard.press('Enter');
	}
	await expect(form.getByText('Two answers are the same.')).toBeVisible();
	await expect(form.getByRole('button', { name: 'Start the poll' })).toBeDisabled();
	await form.getByRole('button', { name: 'Remove “the cave”', exact: true }).tap();
	await form.getByRole('button', { name: 'Save as template' }).tap();
	await page.keyboard.type('Trip');
	await page.keyboard.press('Enter');
	await page.reload();
	await openPlace(page, 'Actions');
	await expect(form.getByRole('textbox', { name: 'Question' })).toHaveValue('Where to?');
	await form.getByRole('button', { name: 'Yes or no', exact: true }).tap();
	await expect(form.getByRole('textbox', { name: 'Question' })).toHaveValue('Yes or no?');
	await form.getByRole('button', { name: 'Trip', exact: true }).tap();
	await expect(form.getByRole('textbox', { name: 'Choice 2' })).toHaveValue('Home');
	await form.getByRole('button', { name: 'Start the poll' }).tap();
	await expect(page.getByRole('heading', { name: 'Where to?' })).toBeVisible();
});

test('what a template takes the place of, and a template that is deleted, can be had back', async ({ page }) => {
	await connectStreamer(page);
	await page.getByRole('button', { name: 'Poll' }).tap();
	const form = page.getByRole('dialog', { name: 'Poll' });
	const question = form.getByRole('textbox', { name: 'Question' });
	await form.getByRole('button', { name: 'Which way', exact: true }).tap();
	await question.fill('Up or down?');
	await form.getByRole('button', { name: 'Save as template' }).tap();
	await form.getByRole('textbox', { name: 'Name of the template' }).fill('Lift');
	await form.getByRole('button', { name: 'Save', exact: true }).tap();
	await question.fill('Not finished');

	await form.getByRole('button', { name: 'Yes or no', exact: true }).tap();
	await form.getByRole('button', { name: 'Undo' }).tap();
	await expect(question).toHaveValue('Not finished');
	await form.getByRole('button', { name: 'Edit templates' }).tap();
	await form.getByRole('button', { name: 'Delete the template “Lift”' }).tap();
	await expect(form.getByRole('button', { name: 'Lift', exact: true })).toBeHidden();
	await form.getByRole('button', { name: 'Undo' }).tap();
	await form.getByRole('button', { name: 'Lift', exact: true }).tap();
	await expect(question).toHaveValue('Up or down?');
});

const notDone = 'nothing was changed. You can try again.';
const failures = [
	{ name: 'too many requests', kind: 'status', status: 429, told: 'Twitch takes no more requests just now' },
	{ name: 'trouble at Twitch', kind: 'status', status: 503, told: notDone },
	{ name: 'a page in place of an answer', kind: 'html', told: notDone }
] as const;

for (const { name, told, ...fault } of failures)
	test(`${name} is told, the form stays filled, and nothing is sent twice`, async ({ page, product }) => {
		await connectStreamer(page);
		await page.getByRole('button', { name: 'Poll' }).tap();
		const form = page.getByRole('dialog', { name: 'Poll' });
		await form.getByRole('button', { name: 'Yes or no', exact: true }).tap();
		await product.control.setFault({ endpoint: 'twitch/helix/polls', ...fault, times: 1 });
		const methods = watchMethods(page, '/helix/polls');

		await form.getByRole('button', { name: 'Start the poll' }).tap();

		await expect(form.getByRole('alert')).toContainText(told);
		await expect(form.getByRole('textbox', { name: 'Question' })).toHaveValue('Yes or no?');
		expect(methods.filter((method) => method === 'POST')).toHaveLength(1);
	});

test('while the connection is lost nobody knows whether the poll runs, and the next try asks first', async ({
	page,
	product
}) => {
	await connectStreamer(page);
	await page.getByRole('button', { name: 'Poll' }).tap();
	const form = page.getByRole('dialog', { name: 'Poll' });
	await form.getByRole('button', { name: 'Yes or no', exact: true }).tap();
	await product.control.setFault({ endpoint: 'twitch/helix/polls', kind: 'drop', forMs: 600_000 });
	const methods = watchMethods(page, '/helix/polls');
	await form.getByRole('button', { name: 'Start the poll' }).tap();
	await expect(form.getByRole('alert')).toContainText('it is not known whether this was done');
	await product.control.clearFaults();
	await form.getByRole('button', { name: 'Start the poll' }).tap();

	await expect(page.getByRole('heading', { name: 'Yes or no?' })).toBeVisible();
	expect(methods.filter((method) => method !== 'OPTIONS')).toEqual(['POST', 'GET', 'GET', 'POST']);
});

test('whoever is no affiliate is told so, and keeps what was written', async ({ page }) => {
	await connectStreamer(page, 'QuietHarbor');
	await page.getByRole('button', { name: 'Prediction' }).tap();
	const form = page.getByRole('dialog', { name: 'Prediction' });
	await form.getByRole('button', { name: 'Will I win', exact: true }).tap();
	await form.getByRole('button', { name: 'Start the prediction' }).tap();

	await expect(form.getByRole('alert')).toContainText('affiliates and partners only');
	await expect(form.getByRole('textbox', { name: 'Question' })).toHaveValue('Will I win this one?');
});

test('a poll that was written before it was allowed is there after the trip to Twitch, and needs no live stream', async ({
	page,
	product
}) => {
	await product.control.setLive('tidalkit', false);
	await connectTwitch(page);
	await openPlace(page, 'Actions');
	await page.getByRole('button', { name: 'Poll' }).tap();
	const form = page.getByRole('dialog', { name: 'Poll' });
	await form.getByRole('button', { name: 'Yes or no', exact: true }).tap();
	await form.getByRole('button', { name: 'Start the poll' }).tap();
	await form.getByRole('button', { name: 'Allow it' }).tap();
	await page.getByRole('radio', { name: 'TidalKit' }).check();
	await page.getByRole('button', { name: 'Authorize' }).click();
	await page.getByRole('button', { name: 'Confirm' }).click();
	await page.getByRole('link', { name: 'Open the panel' }).click();
	await openPlace(page, 'Actions');

	await expect(form.getByRole('textbox', { name: 'Question' })).toHaveValue('Yes or no?');
	await form.getByRole('button', { name: 'Start the poll' }).tap();
	await expect(page.getByRole('heading', { name: 'Yes or no?' })).toBeVisible();
});
