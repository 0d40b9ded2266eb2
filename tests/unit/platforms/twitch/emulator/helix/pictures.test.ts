import { expect, test } from 'vitest';
import { client, createEmulator, get, requestAppToken } from '../emulator-fixture.ts';

async function askHelix(path: string): Promise<{ data: readonly Record<string, unknown>[] }> {
	const { emulator } = createEmulator();
	const { access_token } = await requestAppToken(emulator);
	const headers = { 'client-id': client.client_id, authorization: `Bearer ${access_token}` };
	return (await (await get(emulator, `/helix/${path}`, headers)).json()) as { data: Record<string, unknown>[] };
}

test('global badges do not hold those of a channel', async () => {
	const everywhere = await askHelix('chat/badges/global');
	const channel = await askHelix('chat/badges?broadcaster_id=100001');

	expect(everywhere.data.map(({ set_id }) => set_id)).toContain('moderator');
	expect(channel.data.map(({ set_id }) => set_id)).toEqual(['subscriber']);
});

test('the image of every badge, cheermote and emote can be loaded', async () => {
	const { emulator } = createEmulator();
	const answers = await Promise.all(
		[
			'chat/badges/global',
			'chat/badges?broadcaster_id=100001',
			'bits/cheermotes?broadcaster_id=100001',
			'chat/emotes/global'
		].map(askHelix)
	);
	const addresses = [...JSON.stringify(answers).matchAll(/https:\/\/[^/]+(\/(?:badges|actions|emoticons)\/[^"{]+)"/g)];

	const statuses = await Promise.all(addresses.map(async ([, path]) => (await get(emulator, `/cdn${path}`)).status));

	expect(statuses.length).toBeGreaterThan(50);
	expect(new Set(statuses)).toEqual(new Set([200]));
});

test("a channel's cheermote is not offered in another channel", async () => {
	const prefixes = async (id: string) =>
		(await askHelix(`bits/cheermotes?broadcaster_id=${id}`)).data.map(({ prefix }) => prefix);

	expect(await prefixes('100001')).toContain('TidalCheer');
	expect(await prefixes('100002')).not.toContain('TidalCheer');
});
