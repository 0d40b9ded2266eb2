import { expect, test } from 'vitest';
import { AuthorizationError } from '#lib/model/errors.ts';
import { chatLine, createHost, redemption } from '#tests/support/board-host.ts';
import { createBoard } from '#tests/support/played-board.ts';

test('a started board is published whole, and viewers can press it', async () => {
	const { host, room, triggers, start, pass } = createHost();
	await start();
	room.join('ann');
	await pass(300);

	room.give('ann', { controlID: 'jump', event: 'mousedown' });
	await pass(0);

	expect(host.status).toEqual({ type: 'live' });
	expect(host.viewers).toBe(1);
	expect([...(room.room().scenes.get('default')?.controls.keys() ?? [])]).toEqual(['jump', 'bomb', 'left', 'stick']);
	expect(triggers.map(({ controlID, input }) => [controlID, input.name])).toEqual([['jump', 'ann']]);
});

test('the token is in no frame and on no screen', async () => {
	const { host, room, start } = createHost();
	await start();

	expect(room.sockets[0]?.url).toContain('Bearer%20secret');
	expect(JSON.stringify(room.sockets[0]?.received)).not.toContain('secret');
	expect(JSON.stringify(host.problems)).not.toContain('secret');
});

test('what a press costs is taken once it counts, and its effects wait for that', async () => {
	const { host, room, triggers, start, pass, calls } = createHost();
	await start();
	room.join('ann');

	room.give('ann', { controlID: 'bomb', event: 'mousedown' });
	await pass(0);

	expect(calls('capture')).toHaveLength(1);
	expect(host.captured).toBe(60);
	expect(triggers.map(({ controlID }) => controlID)).toEqual(['bomb']);
	expect(room.room().participants.get('ann')?.sparks).toBe(40);
});

test('results are told at most ten times a second, whatever happens', async () => {
	const { room, start, pass, calls } = createHost();
	await start(createBoard({ jump: {} }));
	for (let index = 0; index < 20; index++) room.join(`v${index}`);

	for (let turn = 0; turn < 200; turn++) {
		room.give(`v${turn % 20}`, { controlID: 'jump', event: 'mousedown' });
		await pass(10);
	}

	const told = calls('broadcastEvent');
	expect(told.length).toBeGreaterThan(10);
	expect(told.length).toBeLessThanOrEqual(21);
	expect(told[1]).toMatchObject({
		scope: ['everyone'],
		data: {
			tributary: {
				type: 'board',
				presses: expect.arrayContaining([{ controlID: 'jump', name: 'v1', source: 'viewer' }])
			}
		}
	});
});

test('a vote is told while it is open, and its winner is pressed', async () => {
	const { host, room, start, pass, calls, triggers } = createHost();
	await start(
		createBoard({
			left: { rules: { aggregate: 'vote', windowMs: 1_000, inputs: { chat: '1' }, effects: [{ type: 'sound' }] } }
		})
	);
	room.join('ann');

	host.takeChat(chatLine('1'));
	host.play?.startVote('default');
	host.takeChat(chatLine('1'));
	room.give('ann', { controlID: 'left', event: 'mousedown' });
	await pass(200);
	const open = host.play?.tallies.votes.get('left');
	await pass(1_000);

	expect(open).toBe(2);
	expect(triggers.map(({ votes }) => votes)).toEqual([2]);
	expect(calls('broadcastEvent').at(-1)).toMatchObject({ data: { tributary: { votes: {} } } });
	expect(host.play?.tallies.votes.size).toBe(0);
});

test('an edited board is told without what stayed, and what rests goes on resting', async () => {
	const { host, room, start, pass } = createHost();
	await start();
	host.takeChat(chatLine('!jump'));
	await pass(0);

	host.change(createBoard({ jump: { text: 'Hop', rules: { cooldownMs: 2_000, inputs: { chat: '!jump' } } } }));
	await pass(0);

	const jump = room.room().scenes.get('default')?.controls.get('jump');
	expect([...(room.room().scenes.get('default')?.controls.keys() ?? [])]).toEqual(['jump']);
	expect(jump).toMatchObject({ text: 'Hop' });
	expect(Number(jump?.['cooldown'])).toBeGreaterThan(room.clock.now);
});

test('after the line broke the board is published anew, with what rests and what is switched off', async () => {
	const { host, room, start, pass } = createHost();
	await start();
	host.play?.switchControl('default\nbomb', true);
	host.takeChat(chatLine('!jump'));
	await pass(0);

	room.sockets[0]?.server.drop();
	await pass(0);
	expect(host.status).toEqual({ type: 'lost' });
	await pass(1_500);

	const controls = room.room().scenes.get('default')?.controls;
	expect(host.status).toEqual({ type: 'live' });
	expect(room.room().ready).toBe(true);
	expect(controls?.get('bomb')?.disabled).toBe(true);
	expect(Number(controls?.get('jump')?.['cooldown'])).toBeGreaterThan(room.clock.now - 1);
});

test('pausing closes the board to everybody, and lets nobody lose points', async () => {
	const { host, room, start, pass, triggers, settled } = createHost();
	await start();
	room.join('ann');
	host.setPaused(true);
	await pass(0);

	host.takeEvent(redemption());
	host.takeChat(chatLine('!jump'));

	expect(() => room.give('ann', { controlID: 'jump', event: 'mousedown' })).toThrow('not ready');
	expect(triggers).toEqual([]);
	expect(settled).toEqual([false]);
});

test('everybody is moved to another scene, where chat presses too', async () => {
	const scenes = [
		{ sceneID: 'default', controls: [] },
		{
			sceneID: 'end',
			controls: [
				{
					control: { controlID: 'wave', kind: 'button' },
					rules: { inputs: { chat: '!wave' }, effects: [{ type: 'sound' }] }
				}
			]
		}
	];
	const { host, room, start, pass, triggers } = createHost();
	await start(createBoard({}, { scenes, groups: [{ groupID: 'red', sceneID: 'default' }] }));

	host.takeChat(chatLine('!wave'));
	host.showScene('end');
	await pass(0);
	host.takeChat(chatLine('!wave'));
	await pass(0);

	expect([...room.room().groups.values()].map(({ sceneID }) => sceneID)).toEqual(['end', 'end']);
	expect(triggers).toHaveLength(1);
});

test('somebody can be silenced, and moved to another group', async () => {
	const { host, room, start, pass } = createHost();
	await start(createBoard({ jump: {} }, { groups: [{ groupID: 'red', sceneID: 'default' }] }));
	room.join('ann');

	host.changeParticipant('ann', { disabled: true, groupID: 'red' });
	await pass(0);

	expect(room.room().participants.get('ann')?.card).toMatchObject({ disabled: true, groupID: 'red' });
});

test('an effect that fails is told once, and the board goes on', async () => {
	let runs = 0;
	const { host, room, start, pass } = createHost({
		runEffect: async () => {
			runs++;
			return { label: 'Play a sound', sentence: 'No overlay hears it.' };
		}
	});
	await start(createBoard({ jump: { rules: { effects: [{ type: 'sound' }] } } }));
	room.join('ann');

	for (let turn = 0; turn < 3; turn++) room.give('ann', { controlID: 'jump', event: 'mousedown' });
	await pass(0);

	expect(runs).toBe(3);
	expect(host.problems).toEqual([{ label: 'Play a sound', sentence: 'No overlay hears it.' }]);
	expect(host.status).toEqual({ type: 'live' });
});

test('stopping leaves the room, and the seat and the lock are free again', async () => {
	const { host, room, start, pass } = createHost();
	await start();
	let left = false;
	const socket = room.sockets[0]?.server;
	if (socket) socket.onclose = () => (left = true);

	host.stop();
	await pass(0);
	const stopped = host.status;
	await start();

	expect(left).toBe(true);
	expect(stopped).toEqual({ type: 'idle' });
	expect(host.status).toEqual({ type: 'live' });
});

test.each([
	[4021, 'taken'],
	[4027, 'ended']
])('a room that closes with %i says why, and is not tried again', async (code, failure) => {
	const { host, room, start, pass } = createHost();
	await start();

	room.sockets[0]?.server.close(code, 'No.');
	await pass(60_000);

	expect(host.status).toEqual({ type: 'stopped', failure });
	expect(room.sockets).toHaveLength(1);
});

test('a token that has run out is replaced, once', async () => {
	const refused: (string | undefined)[] = [];
	const { host, room, start, pass } = createHost({
		requestToken: async (old) => {
			refused.push(old);
			return { accessToken: `token-${refused.length}` };
		}
	});
	await start();

	room.sockets[0]?.server.close(4019, 'Expired.');
	await pass(0);

	expect(host.status).toEqual({ type: 'live' });
	expect(refused).toEqual([undefined, undefined]);
});

test('what keeps a board from starting is told', async () => {
	const signedOut = createHost({
		requestToken: () => Promise.reject(new AuthorizationError('not_connected', 'No account.'))
	});
	const elsewhere = createHost({ takeLock: async () => undefined });
	await signedOut.start();
	await elsewhere.start();

	expect(signedOut.host.status).toEqual({ type: 'stopped', failure: 'signed-out' });
	expect(elsewhere.host.status).toEqual({ type: 'stopped', failure: 'elsewhere' });
	expect(elsewhere.room.sockets).toEqual([]);
});
