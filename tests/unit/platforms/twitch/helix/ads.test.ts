import { expect, test } from 'vitest';
import { requestAdSchedule, snoozeNextAd, startCommercial } from '#lib/platforms/twitch/helix/ads.ts';
import { fakeNow } from '#tests/support/fake-environment.ts';
import { answer, createHelix } from './helix-fixture.ts';

const schedule = {
	next_ad_at: '2026-01-01T12:30:00Z',
	last_ad_at: '',
	duration: 60,
	preroll_free_time: 90,
	snooze_count: 1,
	snooze_refresh_at: '2026-01-01T13:00:00Z'
};
const read = {
	nextAt: Date.UTC(2026, 0, 1, 12, 30),
	seconds: 60,
	prerollFreeSeconds: 90,
	snoozesLeft: 1,
	snoozeBackAt: Date.UTC(2026, 0, 1, 13),
	readAt: fakeNow
};

test.each([
	['texts', schedule],
	[
		'numbers of seconds',
		{ ...schedule, next_ad_at: read.nextAt / 1_000, snooze_refresh_at: read.snoozeBackAt / 1_000 }
	],
	[
		'numbers as texts',
		{ ...schedule, next_ad_at: String(read.nextAt / 1_000), duration: '60', preroll_free_time: '90' }
	]
])('the schedule is read where its times are %s', async (_name, entry) => {
	const { helix, calls } = createHelix([answer(200, { data: [entry] })]);

	expect(await requestAdSchedule(helix, '7')).toEqual(read);
	expect(calls[0]?.call).toBe('GET /channels/ads?broadcaster_id=7');
});

test.each([[''], [0], [null], [undefined], ['soon'], [-5]])('a next ad of %j is none', async (next) => {
	const { helix } = createHelix([answer(200, { data: [{ ...schedule, next_ad_at: next }] })]);

	expect(await requestAdSchedule(helix, '7')).not.toHaveProperty('nextAt');
});

test('a commercial is run for its length, and Twitch says when the next may be', async () => {
	const { helix, calls } = createHelix([answer(200, { data: [{ length: 60, message: '', retry_after: 480 }] })]);

	expect(await startCommercial(helix, '7', 60)).toEqual({ seconds: 60, pauseSeconds: 480, message: '' });
	expect(calls).toMatchObject([{ call: 'POST /channels/commercial', body: { broadcaster_id: '7', length: 60 } }]);
});

test('a snooze answers what is left', async () => {
	const { snooze_count, next_ad_at } = schedule;
	const { helix, calls } = createHelix([answer(200, { data: [{ snooze_count, next_ad_at, snooze_refresh_at: '' }] })]);

	expect(await snoozeNextAd(helix, '7')).toEqual({ nextAt: read.nextAt, snoozesLeft: 1 });
	expect(calls[0]?.call).toBe('POST /channels/ads/schedule/snooze?broadcaster_id=7');
});

test.each([[{}], [{ data: [] }], [{ data: [{ ...schedule, snooze_count: -1 }] }], ['<html>']])(
	'an answer like %j is not believed',
	async (body) => {
		await expect(requestAdSchedule(createHelix([answer(200, body)]).helix, '7')).rejects.toMatchObject({
			code: 'malformed_answer'
		});
	}
);

test('what the account has not allowed is not asked for', async () => {
	const { helix, calls } = createHelix([], ['chat:read']);

	for (const [call, scope] of [
		[requestAdSchedule(helix, '7'), 'channel:read:ads'],
		[snoozeNextAd(helix, '7'), 'channel:manage:ads'],
		[startCommercial(helix, '7', 30), 'channel:edit:commercial']
	] as const)
		await expect(call).rejects.toMatchObject({ code: 'scope_missing', scope });
	expect(calls).toEqual([]);
});
