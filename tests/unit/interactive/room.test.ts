import { expect, test } from 'vitest';
import { parseFrame } from '#lib/interactive/packet.ts';
import { receive } from '#lib/interactive/room.ts';
import { leave, openHost, openParticipant } from '#lib/interactive/room/joining.ts';
import { toHost } from '#lib/interactive/room/outcome.ts';
import { balance, tick } from '#lib/interactive/room/sparks.ts';
import { createRoom, toStoredRoom, type Room } from '#lib/interactive/room/state.ts';
import { after, call, contextAt, host, playingRoom, seatedRoom, viewer } from '#tests/support/interactive-room.ts';

const ann = viewer('ann');
const bob = viewer('bob');
const button = { controlID: 'x', kind: 'button' };

test.each([
	['ready', { isReady: true }, null],
	['getTime', {}, { time: 1_000 }],
	['setCompression', { scheme: ['lz4', 'gzip'] }, { scheme: 'gzip' }],
	['getMemoryStats', {}, { totalBytes: 0 }],
	['setBandwidthThrottle', { giveInput: { capacity: 5, drainRate: 1 }, '*': null }, null],
	['getThrottleState', {}, {}],
	['updateWorld', { world: { a: 1 } }, { a: 1, scenes: [{ sceneID: 'default' }, { sceneID: 'arena' }] }],
	['getScenes', {}, { scenes: [{ sceneID: 'default' }, { sceneID: 'arena', controls: [] }] }],
	[
		'createScenes',
		{ scenes: [{ sceneID: 's', controls: [button] }] },
		{ scenes: [{ controls: [button], groups: [] }] }
	],
	['updateScenes', { scenes: [{ sceneID: 'arena', a: 1, controls: {} }] }, { scenes: [{ sceneID: 'arena', a: 1 }] }],
	['deleteScene', { sceneID: 'arena', reassignSceneID: 'default' }, null],
	['createControls', { sceneID: 'arena', controls: [button] }, { sceneID: 'arena', controls: [button] }],
	[
		'updateControls',
		{ sceneID: 'default', controls: [{ controlID: 'jump', text: 'a' }] },
		{ controls: [{ kind: 'button', text: 'a' }] }
	],
	['deleteControls', { sceneID: 'default', controlIDs: ['jump'] }, null],
	['getGroups', {}, { groups: [{ groupID: 'default' }, { groupID: 'team', sceneID: 'arena' }] }],
	['createGroups', { groups: [{ groupID: 'g' }] }, { groups: [{ groupID: 'g', sceneID: 'default' }] }],
	['updateGroups', { groups: [{ groupID: 'team', sceneID: 'default' }] }, { groups: [{ sceneID: 'default' }] }],
	['deleteGroup', { groupID: 'team', reassignGroupID: 'default' }, null],
	['getAllParticipants', { from: 1 }, { participants: [{ sessionID: 'bob' }], total: 2, hasMore: false }],
	['getActiveParticipants', { threshold: 0 }, { participants: [{}, {}], total: 2, hasMore: false }],
	['getParticipantsByMixerID', { userIDs: [7, 8, 0] }, { users: { 7: { sessionID: 'ann' }, 8: null, 0: null } }],
	['getParticipantsBySessionID', { sessionIDs: ['bob', 'eve'] }, { users: { bob: { userID: 0 }, eve: null } }],
	[
		'updateParticipants',
		{ participants: [{ sessionID: 'ann', groupID: 'team', userID: 1 }] },
		{ participants: [{ groupID: 'team', userID: 7 }] }
	],
	['broadcastEvent', { scope: ['everyone'], data: { a: 1 } }, null]
])('a game client\u2019s %s is answered', (method, params, result) => {
	const [reply, ...others] = call(playingRoom(), host, method, params).replies;

	expect(others).toEqual([]);
	expect(reply).toMatchObject({ id: 1, error: null, result });
});

test.each([
	['ready', { isReady: 'yes' }, 4004, 'isReady'],
	['updateWorld', { world: [] }, 4004, 'world'],
	['setBandwidthThrottle', { a: 5 }, 4004, 'a'],
	['createScenes', { scenes: [{ sceneID: 'default' }] }, 4011, 'scenes.0.sceneID'],
	['createScenes', { scenes: [{ sceneID: 's', controls: [button, button] }] }, 4013, 'scenes.0.controls.1.controlID'],
	['createScenes', {}, 4004, 'scenes'],
	['updateScenes', { scenes: [{ sceneID: 'no' }] }, 4010, 'scenes.0.sceneID'],
	['deleteScene', { sceneID: 'default', reassignSceneID: 'arena' }, 4018, 'sceneID'],
	['deleteScene', { sceneID: 'no', reassignSceneID: 'arena' }, 4010, 'sceneID'],
	['deleteScene', { sceneID: 'arena', reassignSceneID: 'arena' }, 4010, 'reassignSceneID'],
	['createControls', { sceneID: 'no', controls: [] }, 4010, 'sceneID'],
	[
		'createControls',
		{ sceneID: 'default', controls: [button, { controlID: 'jump', kind: 'button' }] },
		4013,
		'controls.1.controlID'
	],
	['createControls', { sceneID: 'default', controls: [{ controlID: 'y' }] }, 4014, 'controls.0.kind'],
	['createControls', { sceneID: 'default', controls: [{ ...button, a: 'x'.repeat(20_000) }] }, 4017, 'controls.0'],
	['updateControls', { sceneID: 'default', controls: [{ controlID: 'no' }] }, 4012, 'controls.0.controlID'],
	['deleteControls', { sceneID: 'default', controlIDs: ['no'] }, 4012, 'controlIDs.0'],
	['createGroups', { groups: [{ groupID: 'team' }] }, 4009, 'groups.0.groupID'],
	['createGroups', { groups: [{ groupID: 'g', sceneID: 'no' }] }, 4010, 'groups.0.sceneID'],
	['updateGroups', { groups: [{ groupID: 'no' }] }, 4008, 'groups.0.groupID'],
	['deleteGroup', { groupID: 'default', reassignGroupID: 'team' }, 4018, 'groupID'],
	['deleteGroup', { groupID: 'team', reassignGroupID: 'no' }, 4008, 'reassignGroupID'],
	['getAllParticipants', {}, 4004, 'from'],
	['updateParticipants', { participants: [{ sessionID: 'ann', groupID: 'no' }] }, 4008, 'participants.0.groupID'],
	['broadcastEvent', { scope: ['group:team', 'all'], data: {} }, 4024, 'scope.1'],
	['capture', { transactionID: 'none' }, 4006, 'transactionID'],
	['giveInput', { controlID: 'jump', event: 'mousedown' }, 4003, ''],
	['constructor', {}, 4003, ''],
	['__proto__', {}, 4003, '']
])('a game client\u2019s %s with %j is refused with %d at %s, and nothing changes', (method, params, code, path) => {
	const room = playingRoom();
	const outcome = call(room, host, method, params);

	expect(outcome.replies).toMatchObject([{ id: 1, result: null, error: { code, path } }]);
	expect(outcome.events).toEqual([]);
	expect({ ...outcome.room, hostCalls: room.hostCalls }).toEqual(room);
});

test.each(['ready', 'createScenes', 'updateParticipants', 'capture', 'toString'])(
	'a participant may not call %s',
	(method) => {
		expect(call(playingRoom(), ann, method, {}).replies).toMatchObject([{ error: { code: 4003 } }]);
	}
);

test('an input goes to the host with the participant that the server knows', () => {
	const params = { participantID: 'bob', transactionID: 'free', controlID: 'jump', event: 'mousedown', more: 1 };
	const { events, replies } = call(playingRoom(), ann, 'giveInput', params);

	expect(replies).toEqual([{ type: 'reply', id: 1, result: null, error: null }]);
	expect(events).toEqual([
		toHost('giveInput', { participantID: 'ann', input: { controlID: 'jump', event: 'mousedown', more: 1 } })
	]);
});

test('an input that the Java client wraps is the same', () => {
	const params = { input: { controlID: 'jump', event: 'mouseup' } };

	expect(call(playingRoom(), ann, 'giveInput', params).events).toHaveLength(1);
});

test('a call that comes again is not applied again', () => {
	const params = { controlID: 'jump', event: 'mousedown' };
	const first = call(playingRoom(), ann, 'giveInput', params, contextAt(1_000), 9);

	expect(call(first.room, ann, 'giveInput', params, contextAt(1_001), 9).events).toEqual([]);
});

test.each([
	[ann, { controlID: 'no', event: 'mousedown' }, 4012],
	[ann, { controlID: 'constructor', event: 'mousedown' }, 4012],
	[ann, { controlID: 'off', event: 'mousedown' }, 4999],
	[ann, { controlID: 'tired', event: 'mousedown' }, 4999],
	[ann, { controlID: 'jump', event: 'dance' }, 4999],
	[ann, { event: 'mousedown' }, 4004],
	[bob, { controlID: 'bomb', event: 'mousedown' }, 4026]
])('%j doing %j is refused with %d', (sender, params, code) => {
	const { events, replies } = call(playingRoom(), sender, 'giveInput', params);

	expect(events).toEqual([]);
	expect(replies).toMatchObject([{ error: { code } }]);
});

test('a control that cools down is let go of at once and pressed again when it is time', () => {
	const room = playingRoom();
	const press = { controlID: 'tired', event: 'mousedown' };

	expect(call(room, ann, 'giveInput', { controlID: 'tired', event: 'mouseup' }).events).toHaveLength(1);
	expect(call(room, ann, 'giveInput', press, contextAt(5_000)).events).toHaveLength(1);
});

test('nothing is pressed before the game is ready, by who is disabled, or in another scene', () => {
	const press = { controlID: 'jump', event: 'mousedown' };
	const staging = after(playingRoom(), host, 'ready', { isReady: false });
	const muted = after(playingRoom(), host, 'updateParticipants', {
		participants: [{ sessionID: 'ann', disabled: true }]
	});
	const away = after(playingRoom(), host, 'updateParticipants', {
		participants: [{ sessionID: 'ann', groupID: 'team' }]
	});

	const codes = [staging, muted, away].map((room) => call(room, ann, 'giveInput', press).replies[0]?.error?.code);

	expect(codes).toEqual([4999, 4999, 4012]);
});

test('a stick is sampled, and its rest is always told', () => {
	const move = { controlID: 'stick', event: 'move', x: 1, y: 0 };
	const first = call(playingRoom(), ann, 'giveInput', move, contextAt(1_000), 1);
	const second = call(first.room, ann, 'giveInput', move, contextAt(1_020), 2);
	const rest = call(second.room, ann, 'giveInput', { ...move, x: 0 }, contextAt(1_030), 3);

	expect([first, second, rest].map(({ events }) => events.length)).toEqual([1, 0, 1]);
	expect(rest.room.samples.size).toBe(0);
});

test('a cost is set aside, taken once by a capture, and cannot be paid twice over', () => {
	const bomb = { controlID: 'bomb', event: 'mousedown' };
	const thrown = call(playingRoom(), ann, 'giveInput', bomb, contextAt(1_000), 1);
	const again = call(thrown.room, ann, 'giveInput', bomb, contextAt(1_001), 2);
	const captured = call(thrown.room, host, 'capture', { transactionID: 'charge-1000' });

	expect(Object.keys(thrown.events[0]?.packet.params ?? {})).toEqual(['participantID', 'transactionID', 'input']);
	expect(again.replies).toMatchObject([{ error: { code: 4007 } }]);
	expect(captured.room.participants.get('ann')?.sparks).toBe(40);
	expect(call(captured.room, host, 'capture', { transactionID: 'charge-1000' }).replies).toMatchObject([
		{ error: { code: 4006 } }
	]);
});

test('what is never captured is given back after five minutes', () => {
	const { room } = call(playingRoom(), ann, 'giveInput', { controlID: 'bomb', event: 'keydown' });
	const late = contextAt(301_000, { sparksPerMinute: 0 });

	expect(balance(room, 'ann')).toBe(100);
	expect(call(room, host, 'capture', { transactionID: 'charge-1000' }, late).replies).toMatchObject([
		{ error: { code: 4006 } }
	]);
	expect(tick(room, late).room.participants.get('ann')?.sparks).toBe(100);
	expect(tick(tick(room, late).room, late).events).toEqual([]);
});

test('being there earns sparks by the minute', () => {
	expect(tick(seatedRoom(), contextAt(150_000)).room.participants.get('bob')?.sparks).toBe(20);
});

test('a scene that goes hands its groups on before it is gone', () => {
	const { events } = call(playingRoom(), host, 'deleteScene', { sceneID: 'arena', reassignSceneID: 'default' });

	expect(events.map(({ packet }) => packet.method)).toEqual(['onGroupUpdate', 'onSceneDelete']);
	expect(events[0]?.packet.params).toEqual({ groups: [{ groupID: 'team', sceneID: 'default' }] });
});

test('a group that goes hands its members on before it is gone', () => {
	const room = after(playingRoom(), host, 'updateParticipants', {
		participants: [{ sessionID: 'ann', groupID: 'team' }]
	});
	const { events } = call(room, host, 'deleteGroup', { groupID: 'team', reassignGroupID: 'default' });

	expect(events.map(({ packet }) => packet.method)).toEqual([
		'onParticipantUpdate',
		'onParticipantUpdate',
		'onGroupDelete'
	]);
});

test('a broadcast reaches whom its scopes name, each once', () => {
	const room = after(playingRoom(), host, 'updateParticipants', {
		participants: [{ sessionID: 'ann', groupID: 'team' }]
	});
	const reached = (scope: readonly string[]) =>
		call(room, host, 'broadcastEvent', { scope, data: { a: 1 } }).events.map(({ to }) => to);

	expect(reached(['group:team', 'scene:arena', 'participant:ann'])).toEqual([
		{ type: 'participant', sessionID: 'ann' }
	]);
	expect(reached(['everyone', 'group:team'])).toEqual([{ type: 'audience' }]);
});

test('a channel has one game client, and without one nobody can join', () => {
	const person = { sessionID: 'eve', userID: 0, username: 'eve', level: 0, channelGroups: [], sparks: 0 };

	expect(openHost(seatedRoom(), 'second')).toMatchObject({ code: 4021 });
	expect(openParticipant(createRoom(), person, contextAt(0))).toMatchObject({ code: 4022 });
	expect(openParticipant(seatedRoom(), person, contextAt(0, { mostParticipants: 2 }))).toMatchObject({ code: 4017 });
});

test('who joins is told scenes, groups, world, themselves and whether the game is ready, in this order', () => {
	const person = { sessionID: 'eve', userID: 0, username: 'eve', level: 0, channelGroups: [], sparks: 0 };
	const joined = openParticipant(playingRoom(), person, contextAt(0));
	const told = 'type' in joined ? [] : joined.events.map(({ packet }) => packet.method);

	expect(told).toEqual([
		'hello',
		'onSceneCreate',
		'onGroupCreate',
		'onWorldUpdate',
		'onParticipantJoin',
		'onReady',
		'onParticipantJoin'
	]);
});

test('the room ends with its game client, and participants are told with 4016', () => {
	const { room, closings } = leave(playingRoom(), host);

	expect(room).toEqual(createRoom());
	expect(closings).toMatchObject([{ to: { type: 'audience' }, code: 4016 }]);
	expect(leave(playingRoom(), ann).events).toMatchObject([
		{ to: { type: 'host' }, packet: { method: 'onParticipantLeave' } }
	]);
});

test('who is not in the room changes nothing and gets no answer', () => {
	const room = playingRoom();

	expect(call(room, viewer('__proto__'), 'getTime', {})).toEqual({ room, replies: [], events: [], closings: [] });
	expect(call(room, { role: 'host', id: 'other' }, 'ready', { isReady: false }).room).toBe(room);
});

test('a flooder is refused, then closed once, and not read any more', () => {
	const limits = {
		participantCalls: { capacity: 2, drainRate: 0 },
		participantRefusals: { capacity: 2, drainRate: 0 }
	};
	const context = contextAt(1_000, limits);
	let room = playingRoom();
	const outcomes = Array.from({ length: 6 }, (_, id) => {
		const outcome = call(room, ann, 'getTime', {}, context, id);
		room = outcome.room;
		return [outcome.replies[0]?.error?.code, outcome.closings[0]?.code];
	});

	expect(outcomes).toEqual([
		[undefined, undefined],
		[undefined, undefined],
		[4999, undefined],
		[4999, undefined],
		[4999, 4025],
		[undefined, undefined]
	]);
});

test('a success that nobody waits for has no reply, an error has', () => {
	const send = (frame: string) =>
		parseFrame(frame, { chars: 999, depth: 9, packets: 1 }).map(
			(packet) => receive(playingRoom(), packet, host, contextAt(0)).replies.length
		);

	expect(send('{"method":"getTime","id":4,"discard":true}')).toEqual([0]);
	expect(send('{"method":"getTime"}')).toEqual([0]);
	expect(send('{"method":"nothing","id":4,"discard":true}')).toEqual([1]);
	expect(send('{"type":"reply","id":4,"result":null}')).toEqual([0]);
	expect(send('{')).toEqual([1]);
});

test('a throttled method does not reach the host, still reaches participants, and is counted', () => {
	const room = after(playingRoom(), host, 'setBandwidthThrottle', { onReady: { capacity: 0, drainRate: 0 } });
	const outcome = call(room, host, 'ready', { isReady: false });

	expect(outcome.events.map(({ to }) => to.type)).toEqual(['audience']);
	expect(call(outcome.room, host, 'getThrottleState', {}).replies).toMatchObject([
		{ result: { onReady: { inserted: 0, rejected: 1 } } }
	]);
});

test('a deleted control is named in both ways that clients read', () => {
	const { events } = call(playingRoom(), host, 'deleteControls', { sceneID: 'default', controlIDs: ['jump'] });

	expect(events[0]?.packet.params).toEqual({
		sceneID: 'default',
		controls: [{ controlID: 'jump' }],
		controlIDs: ['jump']
	});
});

test('a room is the same after it was stored', () => {
	const { room } = call(playingRoom(), ann, 'giveInput', { controlID: 'bomb', event: 'mousedown' });

	const stored = structuredClone(toStoredRoom(room));
	const press = { controlID: 'jump', event: 'mousedown' };
	const goOn = (from: Room) => toStoredRoom(call(from, ann, 'giveInput', press, contextAt(1_000), 2).room);

	expect(goOn(stored)).toEqual(goOn(room));
});
