import { expect, test } from 'vitest';
import { isActivity, type ActivityEntry } from '#lib/model/activity.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import { toActivityRows, type ActivityFilter } from '#lib/ui/events/activity-rows.ts';
import { fakeNow } from '#tests/support/fake-environment.ts';
import { follow, gift, person } from '#tests/support/stream-events.ts';

function entryOf(event: StreamEvent, part: Partial<ActivityEntry> = {}): ActivityEntry {
	if (!isActivity(event)) throw new Error('It has no line.');
	return { event, owner: '', heardAt: fakeNow, acknowledged: false, acknowledgedAt: 0, recipients: [], ...part };
}

const entries = [
	entryOf(follow('ada')),
	entryOf(gift('g', 1), { recipients: [{ eventId: 'x', person: person('BEN') }] }),
	entryOf(follow('cleo'))
];
const all: ActivityFilter = { kinds: [], search: '' };
const keys = (filter: ActivityFilter, newest = 0) =>
	toActivityRows(entries, filter, (entry) => entries.indexOf(entry) < newest).map(({ key }) => key);

test('a mark stands between what is new and what is not, and nowhere else', () => {
	expect(keys(all, 2)).toEqual(['twitch/ada', 'twitch/g', 'mark', 'twitch/cleo']);
	expect(keys(all, 0)).not.toContain('mark');
	expect(keys(all, 3)).not.toContain('mark');
});

test('a filter shows the chosen kinds, and everything when none is chosen', () => {
	expect(keys({ ...all, kinds: ['gift'] })).toEqual(['twitch/g']);
	expect(keys(all)).toHaveLength(3);
});

test('a search finds whoever did something and whoever got something, by part of a name', () => {
	expect(keys({ ...all, search: ' be ' })).toEqual(['twitch/g']);
	expect(keys({ ...all, search: 'LEO' })).toEqual(['twitch/cleo']);
});
