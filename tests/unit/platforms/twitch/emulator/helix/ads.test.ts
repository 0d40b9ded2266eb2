import { expect, test } from 'vitest';
import { Ads } from '#lib/platforms/twitch/emulator/ads.ts';
import { adEndpoints } from '#lib/platforms/twitch/emulator/helix/ads.ts';
import { createCaller, createParts } from './reach-caller.ts';

const minuteMs = 60_000;
const schedule = 'GET /channels/ads?broadcaster_id=100001';
const snooze = 'POST /channels/ads/schedule/snooze?broadcaster_id=100001';

function setUp() {
	const fixture = createParts();
	const ads = new Ads(fixture.parts);
	const endpoints = adEndpoints(fixture.parts, ads);
	const call = createCaller(endpoints);
	const run = (length: unknown) => call('POST /channels/commercial', { broadcaster_id: '100001', length });
	return { ...fixture, ads, endpoints, call, run };
}

test('a commercial is told as it begins, keeps pre-rolls away, and the next waits eight minutes', async () => {
	const { call, run, clock, told } = setUp();

	const first = await run(60);
	const again = await run(60);
	const { data } = await call(schedule);
	await clock.tickAsync(8 * minuteMs);

	expect(first.data).toEqual([{ length: 60, message: '', retry_after: 480 }]);
	expect(again).toMatchObject({ status: 429, message: expect.stringContaining('cooldown') });
	expect(data).toMatchObject([{ last_ad_at: '2026-01-01T12:00:00.000Z', preroll_free_time: 1_200 }]);
	expect((await run(30)).status).toBe(200);
	expect(told[0]).toMatchObject({
		type: 'channel.ad_break.begin',
		about: { broadcaster_user_id: '100001' },
		event: { duration_seconds: 60, is_automatic: false, requester_user_login: 'tidalkit' }
	});
});

test('a scheduled ad comes by itself when it is due, three snoozes later than planned', async () => {
	const { ads, call, clock, told, parts } = setUp();
	ads.schedule(parts.chat.room('tidalkit'), { inMs: minuteMs, seconds: 30 });

	const snoozed = [await call(snooze), await call(snooze), await call(snooze)];
	const refused = await call(snooze);
	await clock.tickAsync(15 * minuteMs);
	const before = told.length;
	await clock.tickAsync(minuteMs);

	expect(snoozed.map(({ data }) => data?.[0])).toMatchObject([
		{ snooze_count: 2, next_ad_at: '2026-01-01T12:06:00.000Z', snooze_refresh_at: '2026-01-01T13:00:00.000Z' },
		{ snooze_count: 1, next_ad_at: '2026-01-01T12:11:00.000Z' },
		{ snooze_count: 0, next_ad_at: '2026-01-01T12:16:00.000Z' }
	]);
	expect([refused.status, before]).toEqual([429, 0]);
	expect(told).toMatchObject([{ event: { duration_seconds: 30, is_automatic: true } }]);
	await clock.tickAsync(44 * minuteMs);
	expect((await call(schedule)).data).toMatchObject([{ snooze_count: 3, snooze_refresh_at: '' }]);
});

test.each([[0], [181], [30.5], ['30'], [undefined]])('a length of %j is a bad request', async (length) => {
	const { run, told } = setUp();

	expect((await run(length)).status).toBe(400);
	expect(told).toEqual([]);
});

test('ads are for partners and affiliates who are live, and for whoever allowed them', async () => {
	const { call, run, endpoints, parts } = setUp();
	const viewer = createCaller(endpoints, { userId: '100003' });
	const unasked = createCaller(endpoints, { scopes: [] });

	parts.streams.goOffline(parts.accounts.named('tidalkit'));

	expect((await viewer('GET /channels/ads?broadcaster_id=100003')).status).toBe(403);
	expect((await viewer('POST /channels/commercial', { broadcaster_id: '100003', length: 30 })).status).toBe(403);
	expect((await run(30)).status).toBe(400);
	expect((await call(snooze)).status).toBe(400);
	expect((await call(schedule)).data).toMatchObject([{ next_ad_at: '' }]);
	expect((await unasked(schedule)).message).toBe('Missing scope: channel:read:ads');
	expect((await unasked(snooze)).message).toBe('Missing scope: channel:manage:ads');
});
