import { expect, test as base, type BrowserContext } from '@playwright/test';
import { withProduct, type Product } from './running-product.ts';

export { expect };
export type { Product };

interface TestFixtures {
	/** Runs before each test by itself. */
	freshWorld: void;
}

interface WorkerFixtures {
	product: Product;
}

/** Playwright's test with the running product; a page that throws or breaks its content security policy fails its test. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
	product: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that one needs from the pattern.
		async ({}, use) => withProduct(use),
		{ scope: 'worker', timeout: 120_000 }
	],
	baseURL: async ({ product }, use) => use(product.url),
	freshWorld: [
		async ({ product }, use) => {
			await product.control.reset();
			await use();
		},
		{ auto: true }
	],
	context: async ({ context }, use) => {
		const complaints = await watchContext(context);
		await use(context);
		expect(complaints, 'no uncaught error and no violation of the content security policy').toEqual([]);
	}
});

/** Collects what goes wrong in every page of a browser context, for contexts that a test opens itself. */
export async function watchContext(context: BrowserContext): Promise<readonly string[]> {
	const complaints: string[] = [];
	context.on('weberror', (error) => complaints.push(`Uncaught: ${String(error.error())}`));
	await context.exposeBinding('reportViolation', (_source, text: string) => complaints.push(text));
	await context.addInitScript(() => {
		const page = globalThis as unknown as { reportViolation(text: string): void };
		addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
			page.reportViolation(`Against ${violatedDirective}: ${blockedURI} ${sample}`);
		});
	});
	return complaints;
}
