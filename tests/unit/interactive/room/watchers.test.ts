import { expect, test } from 'vitest';
import { openWatcher } from '#lib/interactive/room/joining.ts';
import { createRoom } from '#lib/interactive/room/state.ts';
import { call, contextAt, host, playingRoom } from '#tests/support/interactive-room.ts';

test('who watches is told the room and is not in it', () => {
	const room = playingRoom();
	const watching = openWatcher(room, 'overlay-1', 0, contextAt(0));
	const told = 'type' in watching ? [] : watching.events;

	expect(told.map(({ packet }) => packet.method)).toEqual([
		'hello',
		'onSceneCreate',
		'onGroupCreate',
		'onWorldUpdate',
		'onReady'
	]);
	expect(told.every(({ to }) => to.type === 'watcher' && to.id === 'overlay-1')).toBe(true);
	expect(watching).toMatchObject({ room: { participants: room.participants }, closings: [] });
	expect(openWatcher(createRoom(), 'overlay-1', 0, contextAt(0))).toMatchObject({ code: 4022 });
	expect(openWatcher(room, 'overlay-1', 1, contextAt(0, { mostWatchers: 1 }))).toMatchObject({ code: 4017 });
});

test('a broadcast to overlays reaches the watchers and nobody else', () => {
	const reached = (scope: readonly string[]) =>
		call(playingRoom(), host, 'broadcastEvent', { scope, data: { a: 1 } }).events.map(({ to }) => to);

	expect(reached(['overlay'])).toEqual([{ type: 'watchers' }]);
	expect(reached(['overlay', 'participant:ann'])).toEqual([
		{ type: 'watchers' },
		{ type: 'participant', sessionID: 'ann' }
	]);
	expect(reached(['overlay', 'everyone'])).toEqual([{ type: 'audience' }]);
});
