import { expect, test } from 'vitest';
import { createEmulator } from '../emulator-fixture.ts';
import { createHelixCaller } from './helix-caller.ts';

const create = 'POST /clips?broadcaster_id=100001';

test('a clip is promised at once and there some seconds later', async () => {
	const { emulator, clock } = createEmulator();
	const call = await createHelixCaller(emulator, 'clips:edit');

	const { status, data } = await call(`${create}&title=Got%20it&duration=12.5`);
	const id = String(data?.[0]?.['id']);
	expect(status).toBe(202);
	expect((await call(`GET /clips?id=${id}`)).data).toEqual([]);
	clock.tick(4_000);

	expect((await call(`GET /clips?id=${id}`)).data).toEqual([
		expect.objectContaining({ id, title: 'Got it', duration: 12.5, creator_id: '100001', game_id: '1469308723' })
	]);
	expect((await call('GET /clips?broadcaster_id=100001')).data).toHaveLength(1);
});

test('anybody with the scope can clip a channel that is live', async () => {
	const { emulator } = createEmulator();
	const call = await createHelixCaller(emulator, 'clips:edit', 'quietharbor');

	expect((await call(create)).status).toBe(202);
	emulator.setLive('tidalkit', false);
	expect((await call(create)).status).toBe(404);
});

test.each(['&duration=4', '&duration=61', '&duration=x', `&title=${'x'.repeat(141)}`])(
	'a clip with "%s" is refused',
	async (query) => {
		const { emulator } = createEmulator();

		expect((await (await createHelixCaller(emulator, 'clips:edit'))(create + query)).status).toBe(400);
	}
);

test('a clip takes its scope, and a search for clips one thing to look for', async () => {
	const { emulator } = createEmulator();
	const call = await createHelixCaller(emulator, 'chat:read');

	expect(await call(create)).toMatchObject({ status: 401, message: 'Missing scope: clips:edit' });
	expect((await call('GET /clips')).status).toBe(400);
	expect((await call('GET /clips?id=a&broadcaster_id=100001')).status).toBe(400);
});
