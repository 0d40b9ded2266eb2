import { expect, test } from 'vitest';
import { ban } from '#lib/interactive/room/ban.ts';
import { leave, openParticipant } from '#lib/interactive/room/joining.ts';
import { hostMethods, participantMethods } from '#lib/interactive/room/methods.ts';
import { createRoom, type Room } from '#lib/interactive/room/state.ts';
import { after, call, contextAt, host, playingRoom, seatedRoom, viewer } from '#tests/support/interactive-room.ts';

const ann = viewer('ann');
const press = { controlID: 'jump', event: 'mousedown' };

/** When ann is closed, ms after the first of her calls; at most ten seconds are tried. */
function closedAfter(callsPerSecond: number): number | undefined {
	let room = playingRoom();
	for (let count = 0; count < 10 * callsPerSecond; count++) {
		const ms = (count * 1_000) / callsPerSecond;
		const outcome = call(room, ann, 'getTime', {}, contextAt(1_000 + ms), count);
		if (outcome.closings.length > 0) return ms;
		room = outcome.room;
	}
	return undefined;
}

test.each([300, 1_000, 10_000])('a flooder at %d messages a second is closed within three seconds', (rate) => {
	expect(closedAfter(rate)).toBeLessThan(3_000);
});

test.each([20, 40, 50])('somebody at %d messages a second is not', (rate) => {
	expect(closedAfter(rate)).toBeUndefined();
});

test('who was closed may not come back for a minute, a viewer with an account not as another session either', () => {
	const limits = {
		participantCalls: { capacity: 0, drainRate: 0 },
		participantRefusals: { capacity: 0, drainRate: 0 }
	};
	let room = playingRoom();
	for (const sender of [ann, viewer('bob')]) {
		room = call(room, sender, 'getTime', {}, contextAt(1_000, limits)).room;
		room = leave(room, sender).room;
	}
	const person = { username: 'x', level: 1, channelGroups: [], sparks: 0 };
	const comeAt = (now: number, sessionID: string, userID: number) => {
		const joined = openParticipant(room, { ...person, sessionID, userID }, contextAt(now));
		return 'type' in joined ? joined.code : 'in';
	};

	expect([comeAt(2_000, 'bob', 0), comeAt(2_000, 'ann', 7), comeAt(2_000, 'ann-again', 7)]).toEqual([4025, 4025, 4025]);
	expect([comeAt(2_000, 'eve', 0), comeAt(61_000, 'bob', 0), comeAt(61_000, 'ann-again', 7)]).toEqual([
		'in',
		'in',
		'in'
	]);
});

test('bans do not pile up', () => {
	let room = createRoom();
	for (let count = 0; count < 3_000; count++) room = ban(room, { sessionID: `s${count}`, userID: 0 }, 1);

	expect(room.banned.size).toBe(1_000);
	expect([...room.banned.keys()].at(-1)).toBe('s2999');
});

test.each([...hostMethods.keys()].filter((method) => !participantMethods.has(method)))(
	'a participant who calls %s is told that there is no such method, and nothing changes',
	(method) => {
		const room = playingRoom();
		const params = {
			isReady: false,
			sceneID: 'arena',
			reassignSceneID: 'default',
			groupID: 'team',
			reassignGroupID: 'default',
			scope: ['everyone'],
			scenes: [{ sceneID: 'arena', a: 1 }],
			groups: [{ groupID: 'team', a: 1 }],
			participants: [{ sessionID: 'bob', disabled: true }],
			world: { a: 1 }
		};
		const outcome = call(room, ann, method, params);

		expect(outcome.replies).toMatchObject([{ result: null, error: { code: 4003 } }]);
		expect(outcome.events).toEqual([]);
		expect({ ...outcome.room, participants: room.participants }).toEqual(room);
	}
);

test('ids, times and balances that a participant sends are not believed', () => {
	const forged = { ...press, participantID: 'bob', transactionID: 'free', sessionID: 'bob', sparks: 1e9 };
	const { room, events } = call(playingRoom(), ann, 'giveInput', forged, contextAt(2_000));

	expect(events).toMatchObject([{ packet: { params: { participantID: 'ann' } } }]);
	expect(events[0]?.packet.params).not.toHaveProperty('transactionID');
	expect(room.participants.get('ann')).toMatchObject({ sparks: 100, card: { lastInputAt: 2_000, sessionID: 'ann' } });
});

test('ids, times and balances that a game sends of a participant are not believed', () => {
	const forged = { sessionID: 'ann', userID: 1, username: 'x', lastInputAt: 1, connectedAt: 1, sparks: 1e9, level: 99 };
	const { participants } = after(playingRoom(), host, 'updateParticipants', { participants: [forged] });

	expect(participants.get('ann')).toEqual(playingRoom().participants.get('ann'));
});

/** How many of so many presses reach the game. */
function reached(room: Room, count: number): number {
	const free = contextAt(1_000, { participantCalls: { capacity: count, drainRate: 0 } });
	let next = room;
	let told = 0;
	for (let id = 0; id < count; id++) {
		const outcome = call(next, ann, 'giveInput', { ...press, note: 'x'.repeat(1_900) }, free, id);
		next = outcome.room;
		told += outcome.events.length;
	}
	return told;
}

test('a game that sets no rule is told 30 megabits at once and no more, and all of it when it lifts the rule', () => {
	const lifted = after(playingRoom(), host, 'setBandwidthThrottle', { '*': null });

	expect(reached(playingRoom(), 2_500)).toBeGreaterThan(1_800);
	expect(reached(playingRoom(), 2_500)).toBeLessThan(2_000);
	expect(reached(lifted, 2_500)).toBe(2_500);
});

test('what is counted for a rule can be asked for', () => {
	const { room } = call(seatedRoom(), host, 'ready', { isReady: true });

	expect(call(room, host, 'getThrottleState', {}).replies).toMatchObject([
		{ result: { '*': { inserted: 1, rejected: 0 } } }
	]);
});
