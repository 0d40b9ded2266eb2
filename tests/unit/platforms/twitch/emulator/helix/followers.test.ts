import { expect, test } from 'vitest';
import { client, createEmulator, get, signIn } from '../emulator-fixture.ts';

const scope = 'moderator:read:followers';

async function requestFollowers({ login = 'tidalkit', scopes = scope, query = '?broadcaster_id=100001' } = {}) {
	const { emulator } = createEmulator();
	const { access_token } = await signIn(emulator, login, scopes);
	const headers = { 'client-id': client.client_id, authorization: `Bearer ${access_token}` };
	const response = await get(emulator, `/helix/channels/followers${query}`, headers);
	const body = (await response.json()) as { total?: number; data?: readonly unknown[] };
	return { status: response.status, ...body };
}

test.each(['tidalkit', 'mosslantern'])(
	'%s, who owns or moderates the channel, is told who follows it',
	async (login) => {
		const { data } = await requestFollowers({ login, query: '?broadcaster_id=100001&user_id=100003' });

		expect(data).toEqual([
			{ user_id: '100003', user_login: 'quietharbor', user_name: 'QuietHarbor', followed_at: '2025-02-14T00:00:00Z' }
		]);
	}
);

test.each([
	['without the scope', { scopes: 'chat:read' }],
	['in a channel where one is nobody', { login: 'quietharbor' }],
	['of somebody who does not follow', { query: '?broadcaster_id=100001&user_id=100110' }]
])('%s only the total is told', async (_name, request) => {
	const { status, total, data } = await requestFollowers(request);

	expect({ status, data }).toEqual({ status: 200, data: [] });
	expect(total).toBeGreaterThan(5);
});

test.each(['', '?broadcaster_id=5', '?broadcaster_id=100001&first=0', '?broadcaster_id=100001&first=101'])(
	'"%s" is refused',
	async (query) => {
		expect((await requestFollowers({ query })).status).toBe(400);
	}
);
