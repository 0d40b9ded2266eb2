import { expectThetaLive, thetaChannel } from './support/chat-lines.ts';
import { expect, test, watchContext } from './support/product.ts';

test('the home page starts and says what this is', async ({ page }) => {
	const answer = await page.goto('/');

	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(answer?.headers()['content-security-policy']).toContain(`script-src 'self' 'sha256-`);
});

test('the configuration for pages carries no secret', async ({ product }) => {
	const answer = await fetch(`${product.url}/api/config`);
	const body = await answer.text();
	const secrets = Object.entries(product.variables).filter(([name]) => /SECRET|SEAL_KEY/.test(name));

	expect(JSON.parse(body)).toMatchObject({ emulated: true, twitch: { clientId: 'emulated-twitch-client' } });
	expect(secrets).toHaveLength(3);
	for (const [, secret = ''] of secrets) expect(body).not.toContain(secret);
});

test('overlays may be styled from outside, the other pages may not, and no page may be framed', async ({ product }) => {
	const policies = new Map<string, string>();
	for (const path of ['/', '/panel', '/connect/twitch', '/overlay/chat', '/no/such/page']) {
		const answer = await fetch(product.url + path);
		policies.set(path, answer.headers.get('content-security-policy') ?? '');
	}

	for (const [path, policy] of policies) {
		expect(policy.match(/default-src/g), path).toHaveLength(1);
		expect(policy, path).toContain(`frame-ancestors 'none'`);
		expect(policy.includes(`style-src 'self' 'unsafe-inline'`), path).toBe(path.startsWith('/overlay/'));
	}
});

test('a page that breaks its policy is noticed', async ({ browser, product }) => {
	const context = await browser.newContext({ baseURL: product.url });
	const complaints = await watchContext(context);
	const page = await context.newPage();
	await page.route('**/violation-probe', (route) =>
		route.fulfill({
			contentType: 'text/html',
			headers: { 'content-security-policy': `img-src 'none'` },
			body: '<img src="/favicon.svg" alt="">'
		})
	);

	await page.goto('/violation-probe');

	await expect.poll(() => complaints).toEqual([expect.stringContaining('Against img-src')]);
	await context.close();
});

test('the PubNub library runs under the policy of the overlay', async ({ page, product }) => {
	await page.goto(`/overlay/chat?theta=${thetaChannel}`);

	await expectThetaLive(page, product.control);
});
