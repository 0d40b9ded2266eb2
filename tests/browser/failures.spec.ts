import type { Locator, Page } from '@playwright/test';
import type { Fault } from '#lib/emulator/faults.ts';
import { failingActions, type FailingAction } from './support/failing-actions.ts';
import { findTold, type Situation } from './support/failure-table.ts';
import { expect, test, type Product } from './support/product.ts';
import { connectStreamer, connectTwitch, openPlace } from './support/sign-in.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
/** One sign-in, and then many failures. */
test.describe.configure({ timeout: 90_000 });

const faults = [
	['too many requests', { kind: 'status', status: 429 }],
	['trouble at Twitch', { kind: 'status', status: 503 }],
	['connection lost', { kind: 'drop', forMs: 600_000 }]
] as const satisfies [Situation, Omit<Fault, 'endpoint'>][];

function listTold(situation: Situation) {
	return failingActions.flatMap((action) => {
		const cell = findTold(action.action, situation);
		return cell ? [{ action, ...cell }] : [];
	});
}

/** Opens the form and fills it in. */
async function open({ tile, fill }: FailingAction, page: Page, { filled = true } = {}): Promise<Locator> {
	if (!tile) {
		await expect(page.getByRole('button', { name: /^Shield Mode off/ })).toBeVisible();
		return page.locator('body');
	}
	await page.getByRole('button', { name: tile }).tap();
	const form = page.getByRole('dialog');
	await expect(form).toBeVisible();
	if (filled) await fill?.(form);
	return form;
}

/** The sentence is there, in words for a streamer, and nothing in it comes from a machine. */
async function expectTold(form: Locator, told: string): Promise<void> {
	const alerts = form.getByRole('alert');
	await expect(alerts.filter({ hasText: told }).first()).toBeVisible({ timeout: 15_000 });
	for (const sentence of await alerts.allInnerTexts())
		expect(sentence).not.toMatch(/\b[45]\d\d\b|error|exception|undefined|null|status|fetch|json|helix/i);
}

/** The page's writing requests from now on; Chromium itself may repeat one on a connection that is cut. */
function watchWrites(page: Page, { endpoint, method }: FailingAction): readonly string[] {
	const path = endpoint.replace(/^twitch/, '');
	const writes: string[] = [];
	page.on('request', (request) => {
		if (request.method() === method && new URL(request.url()).pathname.endsWith(path)) writes.push(path);
	});
	return writes;
}

async function countReceived({ control }: Product, { endpoint, method }: FailingAction): Promise<number> {
	return (await control.requests({ path: endpoint })).filter((request) => request.method === method).length;
}

for (const action of failingActions) {
	const struck = faults.flatMap(([situation, fault]) => {
		const cell = findTold(action.action, situation);
		return cell ? [{ situation, fault, told: cell.told }] : [];
	});
	if (struck.length === 0) continue;
	const names = struck.map(({ situation }) => situation).join(', ');
	test(`${action.action}: ${names}: is told, keeps the form, and is sent once`, async ({ page, product }) => {
		const { control } = product;
		await action.before?.(product);
		await connectStreamer(page);
		const form = await open(action, page);
		for (const { situation, fault, told } of struck)
			await test.step(situation, async () => {
				const writes = watchWrites(page, action);
				const received = await countReceived(product, action);
				const once = action.asksBack && fault.kind === 'status' ? { times: 1 } : {};
				await control.setFault({ endpoint: action.endpoint, ...fault, ...once });
				await action.press(form);
				await expect.poll(() => writes.length, { timeout: 15_000 }).toBe(1);
				await expectTold(form, told);
				await action.kept(form);
				expect(writes).toHaveLength(1);
				if (fault.kind === 'status') expect(await countReceived(product, action)).toBe(received + 1);
				await control.clearFaults();
			});
	});
}

test('without a permission every action says so, keeps the form and sends nothing', async ({ page, product }) => {
	await connectTwitch(page);
	await openPlace(page, 'Actions');
	for (const { action, told, at } of listTold('permission missing'))
		await test.step(action.action, async () => {
			const form = await open(action, page, { filled: at !== 'opening' });
			if (at !== 'opening') await action.press(form);
			await expectTold(form, told);
			await expect(form.getByRole('button', { name: 'Allow it' }).last()).toBeVisible();
			if (at !== 'opening') await action.kept(form);
			expect(await countReceived(product, action)).toBe(0);
			await form.getByRole('button', { name: 'Close' }).tap();
		});
});

test('offline, what needs a stream says so, keeps the form and is not repeated', async ({ page, product }) => {
	await connectStreamer(page);
	for (const { action, told } of listTold('offline'))
		await test.step(action.action, async () => {
			await product.control.setLive('tidalkit', true);
			const form = await open(action, page);
			await product.control.setLive('tidalkit', false);
			await action.press(form);
			await expectTold(form, told);
			await action.kept(form);
			expect(await countReceived(product, action)).toBe(1);
			await form.getByRole('button', { name: 'Close' }).tap();
		});
});

test('who is no affiliate is told what is for affiliates, and keeps the form', async ({ page, product }) => {
	await connectStreamer(page, 'QuietHarbor');
	for (const { action, told } of listTold('no affiliate'))
		await test.step(action.action, async () => {
			const form = await open(action, page);
			await action.press(form);
			await expectTold(form, told);
			await action.kept(form);
			expect(await countReceived(product, action)).toBe(1);
			await form.getByRole('button', { name: 'Close' }).tap();
		});
});
