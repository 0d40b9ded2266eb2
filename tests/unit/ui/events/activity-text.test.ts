import { expect, test } from 'vitest';
import type { ActivityEntry, ActivityEvent } from '#lib/model/activity.ts';
import { isActivity } from '#lib/model/activity.ts';
import { rehearsalTypes, toRehearsal } from '#lib/model/rehearsal.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import { activityDetails } from '#lib/ui/events/activity-details.ts';
import { activityTypeNames } from '#lib/ui/events/activity-names.ts';
import { activityNote, activitySentence, activityWords, agoText } from '#lib/ui/events/activity-text.ts';
import { fakeNow } from '#tests/support/fake-environment.ts';
import { person } from '#tests/support/stream-events.ts';

const stamp = { id: 'e', platform: 'twitch', at: fakeNow } as const;
const bo = person('bo');
const tier = '1000';

function entryOf(event: ActivityEvent): ActivityEntry {
	return { event, owner: 'twitch:1', heardAt: fakeNow, acknowledged: false, acknowledgedAt: 0, recipients: [] };
}

test.each<[StreamEvent, string]>([
	[{ ...stamp, type: 'follow', person: bo }, 'bo followed'],
	[{ ...stamp, type: 'subscription', person: bo, tier: '3000', gifted: false }, 'bo subscribed (Tier 3)'],
	[{ ...stamp, type: 'resubscription', person: bo, tier, months: 14, text: 'hi' }, 'bo subscribed again (14 months)'],
	[{ ...stamp, type: 'gift', tier, count: 1 }, 'Someone gifted subs (1 sub)'],
	[{ ...stamp, type: 'cheer', person: bo, bits: 500, text: '' }, 'bo cheered (500 bits)'],
	[{ ...stamp, type: 'tip', person: bo, amount: '25 TFuel', text: '' }, 'bo tipped (25 TFuel)'],
	[{ ...stamp, type: 'raid', person: bo, viewers: 58 }, 'bo raided you (58 viewers)'],
	[{ ...stamp, type: 'stream-offline', platform: 'theta' }, 'Stream ended on THETA.tv'],
	[{ ...stamp, type: 'ad-break', seconds: 90, automatic: true }, 'Ads started (90 s)'],
	[{ ...stamp, type: 'ban', person: bo, by: person('mo'), reason: '' }, 'bo was banned by mo'],
	[
		{ ...stamp, type: 'ban', person: bo, by: person('mo'), reason: '', endsAt: fakeNow + 600_000 },
		'bo was timed out by mo (10 min)'
	]
])('an event is told in a sentence: %#', (event, sentence) => {
	expect(isActivity(event) && activitySentence(event)).toBe(sentence);
});

test.each(rehearsalTypes)('every type of event can be made up, marked and told: %s', (type) => {
	const event = toRehearsal({ type, name: 'MossLantern', amount: 7 }, { id: 'try', at: fakeNow });

	if (!isActivity(event)) throw new Error('It has no line.');
	expect(event).toMatchObject({ type, simulated: true });
	expect(activityWords(event).what).not.toBe('');
	expect(activityDetails(entryOf(event)).length).toBeGreaterThan(0);
	expect(activityTypeNames[type]()).not.toBe('');
});

test('what was written with an event is its note, wherever it stands', () => {
	const redemption = {
		id: 'r',
		reward: { id: '1', title: 'Drink', cost: 300 },
		person: bo,
		input: 'water',
		status: 'unfulfilled',
		redeemedAt: fakeNow
	} as const;

	expect(activityNote({ ...stamp, type: 'redemption', phase: 'add', redemption })).toBe('water');
	expect(activityNote({ ...stamp, type: 'cheer', bits: 1, text: 'cheer1 hi' })).toBe('cheer1 hi');
	expect(activityNote({ ...stamp, type: 'follow', person: bo })).toBe('');
});

test('the details of a gift name who got it, of many the first twenty', () => {
	const gift = entryOf({ ...stamp, type: 'gift', person: bo, tier: '2000', count: 22, total: 40 });
	const recipients = Array.from({ length: 22 }, (_, index) => ({
		eventId: String(index),
		person: person(`v${index}`)
	}));

	const details = activityDetails({ ...gift, recipients });

	expect(details.slice(0, 2)).toEqual(['Tier 2', '40 gifts in this channel so far']);
	expect(details[2]).toMatch(/^For v0, v1, .*v19 and 2 more$/);
});

test.each([
	[30_000, 'now'],
	[60_000, '1 min'],
	[59 * 60_000, '59 min'],
	[7 * 3_600_000, '7 h'],
	[-5_000, 'now']
])('how long ago something was is told in its largest unit: %i ms', (ageMs, text) => {
	expect(agoText(fakeNow - ageMs, fakeNow)).toBe(text);
});
