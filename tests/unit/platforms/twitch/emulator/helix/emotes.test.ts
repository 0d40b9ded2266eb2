import { expect, test } from 'vitest';
import { client, createEmulator, get, signIn } from '../emulator-fixture.ts';

interface EmotesAnswer {
	readonly data: readonly { readonly name: string; readonly owner_id: string }[];
	readonly pagination: { readonly cursor?: string };
	readonly message?: string;
}

async function openUserEmotes(login: string, scope: string) {
	const { emulator } = createEmulator();
	const { access_token } = await signIn(emulator, login, scope);
	const headers = { 'client-id': client.client_id, authorization: `Bearer ${access_token}` };
	return async (query: string) => {
		const response = await get(emulator, `/helix/chat/emotes/user?${query}`, headers);
		return { status: response.status, body: (await response.json()) as EmotesAnswer };
	};
}

test("an account's emotes come in pages: the global ones and those of channels it subscribes to", async () => {
	const ask = await openUserEmotes('tidalkit', 'user:read:emotes');
	const names: string[] = [];

	let cursor: string | undefined = '0';
	for (let page = 0; cursor !== undefined && page < 9; page++) {
		const { body } = await ask(`user_id=100001&after=${cursor}`);
		names.push(...body.data.map(({ name }) => name));
		cursor = body.pagination.cursor;
	}

	expect(names).toEqual(expect.arrayContaining(['Kappa', 'tidalkWave', 'tidalkCozy']));
	expect(new Set(names).size).toBe(names.length);
});

test.each([
	['chat:read', 'user_id=100001', 'Missing scope: user:read:emotes'],
	['user:read:emotes', 'user_id=100002', 'must match'],
	['user:read:emotes', '', 'user_id']
])('with %s and "%s" it is refused: %s', async (scope, query, reason) => {
	const ask = await openUserEmotes('tidalkit', scope);

	const { status, body } = await ask(query);

	expect(status).toBeGreaterThanOrEqual(400);
	expect(body.message).toContain(reason);
});
