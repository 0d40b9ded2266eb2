import { expect, test } from 'vitest';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import { toRehearsal, toReplay } from '#lib/model/rehearsal.ts';
import { Activity } from '#lib/state/activity.svelte.ts';
import { adaptClock, createFakeEnvironment, fakeNow } from '#tests/support/fake-environment.ts';
import { follow, gift, gifted, person } from '#tests/support/stream-events.ts';

function open(owner: string | undefined = 'twitch:1') {
	const { clock } = createFakeEnvironment();
	const activity = new Activity({
		clock: adaptClock(clock),
		ownerOn: (platform) => (platform === 'twitch' ? owner : undefined)
	});
	const takeAll = (...events: readonly StreamEvent[]) => events.forEach((event) => activity.take(event));
	return { activity, clock, takeAll };
}

const ids = ({ entries }: Activity) => entries.map(({ event }) => event.id);

test('events are ordered by time, newest first, each once', () => {
	const { activity, takeAll } = open();

	takeAll(follow('b', fakeNow + 2), follow('a', fakeNow + 1), follow('b', fakeNow + 2), follow('c', fakeNow + 3));

	expect(ids(activity)).toEqual(['c', 'b', 'a']);
});

test('no more than the newest 500 are kept', () => {
	const { activity } = open();

	for (let index = 0; index < 520; index++) activity.take(follow(`f${index}`, fakeNow + index));

	expect(activity.entries).toHaveLength(500);
	expect(ids(activity).at(-1)).toBe('f20');
});

test.each([
	['the gift first', [0, 1, 2, 3]],
	['the gift last', [1, 2, 3, 0]],
	['the gift in between, and some twice', [1, 0, 1, 2, 3, 3]]
])('a gift and its subscriptions are one line: %s', async (_order, order) => {
	const { activity, clock, takeAll } = open();
	const events = [gift('g', 3), gifted('x'), gifted('y'), gifted('z')];

	takeAll(...order.map((index) => events[index] as StreamEvent));
	await clock.tickAsync(10_000);

	expect(ids(activity)).toEqual(['g']);
	expect(activity.entries[0]?.recipients.map(({ eventId }) => eventId).sort()).toEqual(['x', 'y', 'z']);
});

test('a gifted subscription whose gift does not come is shown after three seconds, and joins one that comes later', async () => {
	const { activity, clock } = open();
	activity.take(gifted('x'));
	expect(ids(activity)).toEqual([]);

	await clock.tickAsync(3_000);
	expect(ids(activity)).toEqual(['x']);
	activity.take(gift('g', 1));

	expect(ids(activity)).toEqual(['g']);
});

test('a gift takes no more subscriptions than it has, and none of another time or tier', async () => {
	const { activity, clock, takeAll } = open();
	const dearer = { ...gifted('dear'), tier: '3000' } as StreamEvent;

	takeAll(gift('g', 1), gifted('x'), gifted('y'), gifted('late', fakeNow + 120_000), dearer);
	await clock.tickAsync(3_000);

	expect(ids(activity).sort()).toEqual(['dear', 'g', 'late', 'y']);
});

test('what takes a while is told when it begins and when it ends', () => {
	const { activity, takeAll } = open();
	const train = { id: 't', level: 1, total: 1, progress: 1, goal: 2, topContributions: [], startedAt: fakeNow };
	const stamp = { platform: 'twitch', at: fakeNow, type: 'hype-train', train } as const;

	takeAll(
		{ ...stamp, id: '1', phase: 'begin' },
		{ ...stamp, id: '2', phase: 'progress' },
		{ ...stamp, id: '3', phase: 'end' }
	);

	expect(ids(activity).sort()).toEqual(['1', '3']);
});

test('only what came since the streamer last looked is unread, also when its own time is earlier', async () => {
	const { activity, clock, takeAll } = open();
	takeAll(follow('a'), follow('b'));
	expect(activity.unread).toBe(2);

	activity.look();
	activity.lookAway();
	await clock.tickAsync(1);
	activity.take(follow('late', fakeNow - 60_000));
	expect(activity.unread).toBe(1);
	activity.look();
	expect(activity.unread).toBe(0);
	expect(activity.entries.filter((entry) => activity.isNew(entry)).map(({ event }) => event.id)).toEqual(['late']);
	await clock.tickAsync(1);
	activity.lookAway();

	expect(activity.entries.some((entry) => activity.isNew(entry))).toBe(false);
	await clock.tickAsync(1);
	activity.take(follow('c'));
	expect(activity.unread).toBe(1);
});

test('lines are acknowledged one by one or together, and that can be taken back', () => {
	const { activity, takeAll } = open();
	takeAll(follow('a'), follow('b'), follow('c'));

	activity.acknowledge(['twitch/a']);
	expect(activity.open).toBe(2);
	activity.acknowledge(['twitch/b', 'twitch/c']);
	expect(activity.open).toBe(0);
	activity.acknowledge(['twitch/b'], false);

	expect(activity.open).toBe(1);
});

test('what is made up or shown again is on the list, and neither counted nor kept', () => {
	const { activity, takeAll } = open();
	const real = { ...follow('real'), person: person('mosslantern') } as StreamEvent;

	takeAll(
		real,
		toRehearsal({ type: 'raid', name: 'Somebody', amount: 40 }, { id: 'try', at: fakeNow + 1 }),
		toReplay(real, { id: 'again', at: fakeNow + 2 })
	);

	expect(ids(activity)).toEqual(['again', 'try', 'real']);
	expect(activity.open).toBe(1);
	expect(activity.record.entries.map(({ event }) => event.id)).toEqual(['real']);
	activity.removeTries();
	expect(ids(activity)).toEqual(['real']);
});

test('what happened on the stream of another account is not shown', () => {
	let owner = 'twitch:1';
	const { clock } = createFakeEnvironment();
	const activity = new Activity({ clock: adaptClock(clock), ownerOn: () => owner });
	activity.take(follow('a'));

	owner = 'twitch:2';
	activity.take(follow('b'));

	expect(ids(activity)).toEqual(['b']);
	expect(activity.record.entries.map((entry) => entry.owner)).toEqual(['twitch:1', 'twitch:2']);
});

test('without an account nothing is taken in', () => {
	const { clock } = createFakeEnvironment();
	const activity = new Activity({ clock: adaptClock(clock), ownerOn: () => undefined });

	activity.take(follow('a'));

	expect(activity.entries).toEqual([]);
});

test('a line is told to listeners when it is shown, and a gift only once', async () => {
	const { activity, clock, takeAll } = open();
	const told: string[] = [];
	activity.added.on(({ event }) => told.push(event.id));

	takeAll(gifted('x'), gift('g', 2), gifted('y'), follow('a'));
	await clock.tickAsync(5_000);

	expect(told).toEqual(['g', 'a']);
});

test('what comes while the streamer looks stands out for a minute, what came before until they look away', async () => {
	const { activity, clock } = open();
	await clock.tickAsync(1);
	activity.take(follow('before'));
	activity.look();
	await clock.tickAsync(1);
	activity.take(follow('meanwhile'));
	const fresh = () =>
		activity.entries.filter((entry) => activity.isFresh(entry, clock.now)).map(({ event }) => event.id);

	expect(fresh().sort()).toEqual(['before', 'meanwhile']);
	await clock.tickAsync(60_000);
	expect(fresh()).toEqual(['before']);
});
