import { expect, test } from 'vitest';
import { Emitter } from '#lib/model/emitter.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import { PeopleLists, type PeopleKind } from '#lib/state/people-lists.svelte.ts';
import { answer, createHelix, identity } from '#tests/unit/platforms/twitch/helix/helix-fixture.ts';

const otter = { userId: '42', login: 'otter', displayName: 'Otter' };
const ada = { userId: '7', login: 'ada', displayName: 'Ada' };
const stamp = { id: 'e1', platform: 'twitch', at: 1_000 } as const;

/** Lists that were read, `otter` on each where `there`. */
async function createLists({ there = false } = {}) {
	const entry = { user_id: '42', user_login: 'otter', user_name: 'Otter' };
	const whole = { ...entry, followed_at: '2025-02-14T00:00:00Z', tier: '1000', is_gift: false, expires_at: '' };
	const kinds: readonly PeopleKind[] = ['chatters', 'moderators', 'vips', 'followers', 'subscribers', 'banned'];
	const { helix } = createHelix(kinds.map(() => answer(200, { data: there ? [whole] : [] })));
	const events = new Emitter<StreamEvent>();
	const lists = new PeopleLists({ helix, broadcasterId: '7', streamer: identity, events });
	for (const kind of kinds) await lists.of(kind).load();
	lists.open();
	const has = (kind: PeopleKind) => lists.of(kind).find('42') !== undefined;
	return { lists, events, has };
}

test.each<[PeopleKind, StreamEvent]>([
	['moderators', { ...stamp, type: 'role', role: 'moderator', person: otter, given: true }],
	['vips', { ...stamp, type: 'role', role: 'vip', person: otter, given: true }],
	['banned', { ...stamp, type: 'ban', person: otter, by: ada, reason: 'spam' }],
	['followers', { ...stamp, type: 'follow', person: otter }],
	['subscribers', { ...stamp, type: 'subscription', person: otter, tier: '1000', gifted: false }]
])('on the list of %s are those whom an event puts there', async (kind, event) => {
	const { events, has } = await createLists();

	events.emit({ ...event, simulated: true });
	expect(has(kind)).toBe(false);
	events.emit(event);

	expect(has(kind)).toBe(true);
});

test.each<[PeopleKind, StreamEvent]>([
	['moderators', { ...stamp, type: 'role', role: 'moderator', person: otter, given: false }],
	['vips', { ...stamp, type: 'role', role: 'vip', person: otter, given: false }],
	['banned', { ...stamp, type: 'unban', person: otter, by: ada }],
	['chatters', { ...stamp, type: 'ban', person: otter, by: ada, reason: '' }],
	['subscribers', { ...stamp, type: 'subscription-end', person: otter, tier: '1000' }]
])('from the list of %s go those whom an event takes away', async (kind, event) => {
	const { events, has } = await createLists({ there: true });

	events.emit(event);

	expect(has(kind)).toBe(false);
});

test('who is timed out stays among the chatters and is listed with the end', async () => {
	const { lists, events, has } = await createLists({ there: true });

	events.emit({ ...stamp, type: 'ban', person: otter, by: ada, reason: 'caps', endsAt: 61_000 });

	expect(has('chatters')).toBe(true);
	expect(lists.of('banned').find('42')?.ban).toEqual({ by: 'Ada', reason: 'caps', endsAt: 61_000 });
});

test('everybody is marked with what they are', async () => {
	const { lists } = await createLists({ there: true });

	expect(lists.rolesOf('42')).toEqual(['moderator', 'vip', 'subscriber']);
	expect(lists.rolesOf('7')).toEqual(['broadcaster']);
});
