import { expect, test } from 'vitest';
import type { JsonObject } from '#lib/interactive/json.ts';
import { leave } from '#lib/interactive/room/joining.ts';
import { toHost } from '#lib/interactive/room/outcome.ts';
import { deliverSamples } from '#lib/interactive/room/samples.ts';
import { tick } from '#lib/interactive/room/sparks.ts';
import type { Room } from '#lib/interactive/room/state.ts';
import { after, call, contextAt, host, playingRoom, viewer } from '#tests/support/interactive-room.ts';

const ann = viewer('ann');
const bob = viewer('bob');

function move(x: number, y: number, controlID = 'stick'): JsonObject {
	return { controlID, event: 'move', x, y };
}

/** The room after moves of the stick at these times, each by a call of its own. */
function pushed(...moves: readonly (readonly [at: number, x: number])[]): Room {
	return moves.reduce(
		(room, [at, x]) => call(room, ann, 'giveInput', move(x, 0), contextAt(at), at).room,
		playingRoom()
	);
}

test('of the moves that come too early the newest is told when it is due, once', () => {
	const room = pushed([1_000, 0.1], [1_010, 0.2], [1_020, 0.3]);
	const early = deliverSamples(room, contextAt(1_049));
	const due = deliverSamples(room, contextAt(1_050));

	expect(early.events).toEqual([]);
	expect(early.room.samples.size).toBe(1);
	expect(due.events).toEqual([toHost('giveInput', { participantID: 'ann', input: move(0.3, 0) })]);
	expect(deliverSamples(due.room, contextAt(2_000)).events).toEqual([]);
});

test('a move that waited is never told after the rest', () => {
	const room = pushed([1_000, 0.1], [1_010, 0.2], [1_020, 0]);

	expect(deliverSamples(room, contextAt(2_000)).events).toEqual([]);
});

test('the next move waits from when the last was told', () => {
	const { room } = deliverSamples(pushed([1_000, 0.1], [1_010, 0.2]), contextAt(1_050));
	const next = call(room, ann, 'giveInput', move(0.5, 0), contextAt(1_090), 7);

	expect(next.events).toEqual([]);
	expect(deliverSamples(next.room, contextAt(1_100)).events).toHaveLength(1);
});

test('everybody and each control has a newest move of their own', () => {
	const controls = [{ controlID: 'second', kind: 'joystick' }];
	let room = after(playingRoom(), host, 'createControls', { sceneID: 'default', controls });
	let id = 0;
	for (const at of [1_000, 1_010, 1_020])
		for (const sender of [ann, bob])
			for (const controlID of ['stick', 'second'])
				room = call(room, sender, 'giveInput', move(at / 2_000, 0, controlID), contextAt(at), id++).room;

	const told = deliverSamples(room, contextAt(1_100)).events.map(({ packet }) => packet.params);

	expect(told).toEqual(
		['ann', 'bob'].flatMap((participantID) =>
			['stick', 'second'].map((controlID) => ({ participantID, input: move(0.51, 0, controlID) }))
		)
	);
});

test.each<readonly [string, (room: Room) => Room]>([
	['the participant left', (room) => leave(room, ann).room],
	['the game paused', (room) => after(room, host, 'ready', { isReady: false })],
	['the control is gone', (room) => after(room, host, 'deleteControls', { sceneID: 'default', controlIDs: ['stick'] })],
	[
		'the control is disabled',
		(room) =>
			after(room, host, 'updateControls', {
				sceneID: 'default',
				controls: [{ controlID: 'stick', disabled: true }]
			})
	],
	[
		'the participant sees another scene',
		(room) => after(room, host, 'updateParticipants', { participants: [{ sessionID: 'ann', groupID: 'team' }] })
	]
])('a move that waits is dropped when %s', (_, change) => {
	const { room, events } = deliverSamples(change(pushed([1_000, 0.1], [1_010, 0.2])), contextAt(2_000));

	expect(events.filter(({ packet }) => packet.method === 'giveInput')).toEqual([]);
	expect(room.samples.size).toBe(0);
});

test('a tick tells moves too', () => {
	expect(tick(pushed([1_000, 0.1], [1_010, 0.2]), contextAt(1_050)).events).toHaveLength(1);
});
