import { exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';
test('x', async () => {
	const r = await (exports as unknown as { default: { fetch(url: string): Promise<Response> } }).default.fetch('http://x/api/config');
	expect(await r.text()).toBe('ok');
});
