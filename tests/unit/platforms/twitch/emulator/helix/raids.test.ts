import { expect, test } from 'vitest';
import { raidEndpoints } from '#lib/platforms/twitch/emulator/helix/raids.ts';
import { createCaller, createParts } from './reach-caller.ts';

const start = 'POST /raids?from_broadcaster_id=100001&to_broadcaster_id=100113';
const cancel = 'DELETE /raids?broadcaster_id=100001';

function setUp() {
	const fixture = createParts();
	return { ...fixture, call: createCaller(raidEndpoints(fixture.parts)) };
}

test('a raid goes off after 90 s and is told with the viewers that go along, once', async () => {
	const { call, clock, told } = setUp();

	const { status, data } = await call(start);
	await clock.tickAsync(89_999);
	const before = told.length;
	await clock.tickAsync(1);
	await clock.tickAsync(600_000);

	expect([status, before, told.length]).toEqual([200, 0, 1]);
	expect(data).toEqual([{ created_at: '2026-01-01T12:00:00.000Z', is_mature: false }]);
	expect(told).toEqual([
		{
			type: 'channel.raid',
			about: { from_broadcaster_user_id: '100001', to_broadcaster_user_id: '100113' },
			event: {
				from_broadcaster_user_id: '100001',
				from_broadcaster_user_login: 'tidalkit',
				from_broadcaster_user_name: 'TidalKit',
				to_broadcaster_user_id: '100113',
				to_broadcaster_user_login: 'anemonearcade',
				to_broadcaster_user_name: 'AnemoneArcade',
				viewers: 214
			}
		}
	]);
});

test('a raid that was called off does not go off, and another may be prepared', async () => {
	const { call, clock, told } = setUp();

	const statuses = [await call(cancel), await call(start), await call(start), await call(cancel)];
	await clock.tickAsync(60_000);
	statuses.push(await call(start));
	await clock.tickAsync(60_000);

	expect(statuses.map(({ status }) => status)).toEqual([404, 200, 409, 204, 200]);
	expect(told).toEqual([]);
});

test('a reset forgets the raid that is being prepared', async () => {
	const { call, clock, told, parts } = setUp();

	await call(start);
	parts.chat.clear();
	await clock.tickAsync(90_000);

	expect(told).toEqual([]);
	expect((await call(start)).status).toBe(200);
});

test('ten raids and ten cancellations in ten minutes are let through', async () => {
	const { call, clock } = setUp();
	const statuses: number[] = [];

	for (let count = 0; count < 10; count++) statuses.push((await call(start)).status, (await call(cancel)).status);
	const eleventh = await call(start);
	await clock.tickAsync(600_000);

	expect(new Set(statuses)).toEqual(new Set([200, 204]));
	expect(eleventh.status).toBe(429);
	expect((await call(start)).status).toBe(200);
});

test('nobody raids while offline, themselves, or without having allowed it', async () => {
	const { call, parts } = setUp();
	const endpoints = raidEndpoints(parts);
	const offline = createCaller(endpoints, { userId: '100003' });
	const stranger = createCaller(endpoints, { scopes: [] });

	expect(await offline('POST /raids?from_broadcaster_id=100003&to_broadcaster_id=100001')).toMatchObject({
		status: 400,
		message: 'The broadcaster is not streaming live.'
	});
	expect((await call('POST /raids?from_broadcaster_id=100001&to_broadcaster_id=100001')).status).toBe(400);
	expect(await stranger(start)).toMatchObject({ status: 401, message: 'Missing scope: channel:manage:raids' });
});
