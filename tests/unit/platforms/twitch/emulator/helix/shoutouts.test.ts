import { expect, test } from 'vitest';
import { shoutoutEndpoints } from '#lib/platforms/twitch/emulator/helix/shoutouts.ts';
import { createCaller, createParts } from './reach-caller.ts';

const minuteMs = 60_000;

function setUp() {
	const fixture = createParts();
	const call = createCaller(shoutoutEndpoints(fixture.parts));
	const shoutOut = async (userId: string) =>
		(await call(`POST /chat/shoutouts?from_broadcaster_id=100001&to_broadcaster_id=${userId}&moderator_id=100001`))
			.status;
	return { ...fixture, shoutOut };
}

test('a shoutout is told to both channels with when the next one may be given', async () => {
	const { shoutOut, told } = setUp();

	expect(await shoutOut('100002')).toBe(204);
	expect(told).toMatchObject([
		{
			type: 'channel.shoutout.create',
			about: { broadcaster_user_id: '100001' },
			event: {
				to_broadcaster_user_login: 'mosslantern',
				moderator_user_login: 'tidalkit',
				viewer_count: 214,
				cooldown_ends_at: '2026-01-01T12:02:00.000Z',
				target_cooldown_ends_at: '2026-01-01T13:00:00.000Z'
			}
		},
		{
			type: 'channel.shoutout.receive',
			about: { broadcaster_user_id: '100002' },
			event: { from_broadcaster_user_login: 'tidalkit', viewer_count: 214 }
		}
	]);
});

test('one goes out every two minutes, to the same channel one an hour, and refusals do not count', async () => {
	const { shoutOut, clock } = setUp();
	const statuses = [await shoutOut('100002'), await shoutOut('100113')];

	await clock.tickAsync(2 * minuteMs);
	statuses.push(await shoutOut('100002'), await shoutOut('100113'));
	await clock.tickAsync(57 * minuteMs);
	statuses.push(await shoutOut('100002'));
	await clock.tickAsync(minuteMs);
	statuses.push(await shoutOut('100002'));

	expect(statuses).toEqual([204, 429, 429, 204, 429, 204]);
});

test('offline, without viewers and for oneself there are none', async () => {
	const { shoutOut, parts } = setUp();
	const owner = parts.accounts.named('tidalkit');
	const statuses = [await shoutOut('100001')];

	parts.streams.setViewers(owner, 0);
	statuses.push(await shoutOut('100002'));
	parts.streams.goOffline(owner);
	statuses.push(await shoutOut('100002'));

	expect(statuses).toEqual([400, 400, 400]);
});
