import { expect, test } from 'vitest';
import { createEmulator } from '../emulator-fixture.ts';
import { createHelixCaller } from './helix-caller.ts';

const scope = 'channel:manage:broadcast';
const change = 'PATCH /channels?broadcaster_id=100001';

test('a change is seen by whoever asks, and EventSub tells it under its own names', async () => {
	const { emulator } = createEmulator();
	const told: unknown[] = [];
	emulator.onNotification((notification) => told.push(notification));
	const call = await createHelixCaller(emulator, scope);

	const { status } = await call(change, { title: 'Boss night', game_id: '900005', tags: ['Speedrun'] });

	expect(status).toBe(204);
	expect((await call('GET /channels?broadcaster_id=100001')).data).toEqual([
		expect.objectContaining({ title: 'Boss night', game_id: '900005', game_name: 'Harbor Haul 3', tags: ['Speedrun'] })
	]);
	expect(told).toEqual([
		expect.objectContaining({
			type: 'channel.update',
			about: { broadcaster_user_id: '100001' },
			event: expect.objectContaining({ title: 'Boss night', category_id: '900005', category_name: 'Harbor Haul 3' })
		})
	]);
});

test.each([
	[{}],
	[{ title: '' }],
	[{ title: 'x'.repeat(141) }],
	[{ game_id: '5' }],
	[{ broadcaster_language: 'english' }],
	[{ tags: Array.from({ length: 11 }, (_, index) => `Tag${index}`) }],
	[{ tags: ['two words'] }],
	[{ tags: ['x'.repeat(26)] }],
	[{ title: 'fine', tags: ['a-b'] }],
	[{ content_classification_labels: [{ id: 'Nothing', is_enabled: true }] }],
	[{ delay: 901 }],
	[{ is_branded_content: 'yes' }]
])('%j is a bad request and changes nothing', async (body) => {
	const { emulator } = createEmulator();
	const call = await createHelixCaller(emulator, scope);
	const before = await call('GET /channels?broadcaster_id=100001');

	expect((await call(change, body)).status).toBe(400);
	expect(await call('GET /channels?broadcaster_id=100001')).toEqual(before);
});

test('no category and no tags can be chosen, and labels are switched one by one', async () => {
	const { emulator } = createEmulator();
	const call = await createHelixCaller(emulator, scope);

	await call(change, { game_id: '0', tags: [] });
	await call(change, { content_classification_labels: [{ id: 'Gambling', is_enabled: true }] });
	await call(change, {
		content_classification_labels: [
			{ id: 'SexualThemes', is_enabled: true },
			{ id: 'Gambling', is_enabled: false }
		]
	});

	expect((await call('GET /channels?broadcaster_id=100001')).data?.[0]).toMatchObject({
		game_id: '',
		game_name: '',
		tags: [],
		content_classification_labels: ['SexualThemes']
	});
});

test('the label that follows from a category is nobody’s to set, and every label can be read', async () => {
	const { emulator } = createEmulator();
	const call = await createHelixCaller(emulator, scope);
	const labels = [{ id: 'MatureGame', is_enabled: true }];

	expect((await call(change, { content_classification_labels: labels })).status).toBe(403);
	expect((await call('GET /content_classification_labels')).data).toHaveLength(7);
});

test('branded content cannot be switched on and off all the time', async () => {
	const { emulator } = createEmulator();
	const call = await createHelixCaller(emulator, scope);

	for (let time = 0; time < 5; time++) await call(change, { is_branded_content: time % 2 === 0 });

	expect((await call(change, { is_branded_content: false })).status).toBe(409);
	expect((await call(change, { title: 'still open' })).status).toBe(204);
});

test('only the owner changes a channel, with the scope, and a delay is for partners', async () => {
	const { emulator } = createEmulator();
	const partner = await createHelixCaller(emulator, scope);
	const affiliate = await createHelixCaller(emulator, scope, 'mosslantern');

	expect((await affiliate(change, { title: 'mine' })).status).toBe(401);
	expect((await affiliate('PATCH /channels?broadcaster_id=100002', { delay: 10 })).status).toBe(400);
	expect((await partner(change, { delay: 10 })).status).toBe(204);
	expect((await affiliate('GET /channels?broadcaster_id=100001')).data?.[0]).toMatchObject({ delay: 0 });
	expect(await (await createHelixCaller(emulator, 'clips:edit'))(change, { title: 'x' })).toMatchObject({
		status: 401,
		message: `Missing scope: ${scope}`
	});
	expect((await partner('GET /channels')).status).toBe(400);
});
