import { expect, test } from 'vitest';
import { Discovery } from '#lib/interactive/client/discovery.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

test('the first address is the best, from the address that was asked for', async () => {
	const urls: string[] = [];
	const answer = [{ address: 'wss://a/x?y=1' }, { address: 'wss://b' }];
	const { environment } = createFakeEnvironment({
		fetch({ url }) {
			urls.push(url);
			return Response.json(answer);
		}
	});
	const discovery = new Discovery({ host: 'https://own.example', path: '/hosts' }, environment);

	expect(await discovery.find()).toBe('wss://a/x?y=1');
	expect(await discovery.findAll()).toEqual(['wss://a/x?y=1', 'wss://b']);
	expect(urls[0]).toBe('https://own.example/hosts');
});

test.each([
	['an error', () => new Response('[]', { status: 404 }), 'DiscoveryError'],
	['a failure', () => new Response('', { status: 503 }), 'DiscoveryError'],
	['a page', () => new Response('<html>'), 'DiscoveryError'],
	['another shape', () => Response.json({ address: 'wss://a' }), 'DiscoveryError'],
	['an address that is no socket', () => Response.json([{ address: 'https://a' }]), 'DiscoveryError'],
	['an empty list', () => Response.json([]), 'NoServersAvailableError']
])('%s is told as what it is', async (_, fetch, name) => {
	const { environment } = createFakeEnvironment({ fetch });

	await expect(new Discovery({}, environment).find()).rejects.toMatchObject({ name });
});

test('a list that does not come in time is given up', async () => {
	const { environment, clock } = createFakeEnvironment({ fetch: () => new Promise<Response>(() => undefined) });
	const finding = new Discovery({ timeoutMs: 300 }, environment).find();
	finding.catch(() => undefined);
	await clock.tickAsync(300);

	await expect(finding).rejects.toMatchObject({ name: 'DiscoveryError' });
});
