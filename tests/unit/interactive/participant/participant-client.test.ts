import { expect, test } from 'vitest';
import { ParticipantClient, type ParticipantOptions } from '#lib/interactive/participant/participant-client.ts';
import { currentControls } from '#lib/interactive/participant/mirror.ts';
import { createParticipantRooms, type ParticipantRooms } from '#tests/support/participant-rooms.ts';

const jump = { controlID: 'jump', kind: 'button' };
const bomb = { controlID: 'bomb', kind: 'button', cost: 60 };

function join(rooms: ParticipantRooms, options: Partial<ParticipantOptions> = {}) {
	const { origin, environment } = rooms;
	const client = new ParticipantClient({ origin, channel: 'tidalkit', ...options }, environment);
	const leave = client.open();
	return { client, leave };
}

async function playing(...controls: readonly (typeof jump)[]) {
	const rooms = createParticipantRooms();
	rooms.startGame(...controls);
	const joined = join(rooms);
	await rooms.settle();
	return { rooms, ...joined };
}

const shown = (client: ParticipantClient) => currentControls(client.mirror).map(({ controlID }) => controlID);

test('somebody who joins sees the board, who they are, and whether the game is ready', async () => {
	const { client } = await playing(jump);

	expect(client.phase).toEqual({ type: 'inside' });
	expect(client.room).toBe('twitch:100001');
	expect(shown(client)).toEqual(['jump']);
	expect(client.mirror).toMatchObject({ ready: true, self: { username: 'ann', sparks: 100 } });
});

test('controls that change, come and go are seen at once, and so is another scene', async () => {
	const { rooms, client } = await playing(jump);
	rooms.game('updateControls', { sceneID: 'default', controls: [{ controlID: 'jump', disabled: true }] });
	rooms.game('createControls', { sceneID: 'default', controls: [bomb] });
	await rooms.settle();

	expect(currentControls(client.mirror)).toMatchObject([{ disabled: true }, { controlID: 'bomb' }]);

	rooms.game('deleteControls', { sceneID: 'default', controlIDs: ['jump'] });
	await rooms.settle();

	expect(shown(client)).toEqual(['bomb']);

	rooms.game('createScenes', { scenes: [{ sceneID: 'arena', controls: [{ controlID: 'duck', kind: 'button' }] }] });
	rooms.game('updateGroups', { groups: [{ groupID: 'default', sceneID: 'arena' }] });
	await rooms.settle();

	expect(shown(client)).toEqual(['duck']);

	rooms.game('deleteScene', { sceneID: 'arena', reassignSceneID: 'default' });
	await rooms.settle();

	expect(shown(client)).toEqual(['bomb']);
});

test('an input reaches the game, and what the room refuses is told by what to do about it', async () => {
	const { rooms, client } = await playing(jump, bomb, { ...jump, controlID: 'off' });
	rooms.game('updateControls', { sceneID: 'default', controls: [{ controlID: 'off', disabled: true }] });
	const results = Promise.all([
		client.giveInput('jump', { event: 'mousedown', button: 0 }),
		client.giveInput('bomb', { event: 'mousedown' }),
		client.giveInput('bomb', { event: 'mousedown' }),
		client.giveInput('off', { event: 'mousedown' }),
		client.giveInput('nothing', { event: 'mousedown' })
	]);
	await rooms.settle();

	expect(await results).toEqual([
		{ type: 'taken' },
		{ type: 'taken' },
		{ type: 'too-few-sparks' },
		{ type: 'refused', reason: expect.any(String) },
		{ type: 'gone' }
	]);
	expect(rooms.inputs.map((input) => input['controlID'])).toEqual(['jump', 'bomb']);
	expect(client.mirror.self?.sparks).toBe(40);
});

test('a channel without a game is waited for, and joined soon after the game has come', async () => {
	const rooms = createParticipantRooms();
	const { client } = join(rooms);
	await rooms.settle();

	expect(client.phase).toEqual({ type: 'waiting', ended: false });

	rooms.startGame(jump);
	await rooms.settle(1_600);

	expect(client.phase).toEqual({ type: 'inside' });
	expect(rooms.waiting).toHaveLength(0);
});

test('a game that ends is waited for, and the next one is joined', async () => {
	const { rooms, client } = await playing(jump);
	rooms.endGame();
	await rooms.settle();

	expect(client.phase).toEqual({ type: 'waiting', ended: true });

	rooms.startGame(bomb);
	await rooms.settle(1_600);

	expect(shown(client)).toEqual(['bomb']);
});

test('a channel that nobody knows is not asked for again', async () => {
	const rooms = createParticipantRooms();
	rooms.answerWith(() => Response.json({ error: 'unknown' }, { status: 404 }));
	const { client } = join(rooms);
	await rooms.settle(60_000);

	expect(client.phase).toEqual({ type: 'unknown-channel' });
	expect(rooms.asked()).toBe(1);
});

test.each([1006, 1012])('after %i it comes back with the key it has', async (code) => {
	const { rooms, client } = await playing(jump);
	rooms.closeAll(code);
	await rooms.settle();

	expect(client.phase).toEqual({ type: 'lost' });
	expect(shown(client)).toEqual(['jump']);

	await rooms.settle(1_000);

	expect(client.phase).toEqual({ type: 'inside' });
	expect([...rooms.seated.keys()]).toEqual(['key-1']);
	expect(rooms.asked()).toBe(1);
});

test('a game that is gone after a restart counts as over only after a while', async () => {
	const { rooms, client } = await playing(jump);
	rooms.closeAll(1012);
	rooms.endGame();
	await rooms.settle(3_000);

	expect(rooms.waiting).toHaveLength(1);
	expect(client.phase).toEqual({ type: 'lost' });

	await rooms.settle(8_000);

	expect(client.phase).toEqual({ type: 'waiting', ended: true });

	rooms.startGame(bomb);
	await rooms.settle(1_600);

	expect(shown(client)).toEqual(['bomb']);
});

test('a key that is not taken any more is replaced', async () => {
	const { rooms, client } = await playing(jump);
	rooms.closeAll(4019);
	await rooms.settle(1_000);

	expect(client.phase).toEqual({ type: 'inside' });
	expect([...rooms.seated.keys()]).toEqual(['key-2']);
});

test.each([
	[4025, 'banned'],
	[4027, 'kicked']
])('after %i it stays away', async (code, type) => {
	const { rooms, client } = await playing(jump);
	rooms.closeAll(code);
	await rooms.settle(600_000);

	expect(client.phase).toEqual({ type });
	expect(rooms.seated.size).toBe(0);
});

test('a room that is full is tried again much later', async () => {
	const { rooms, client } = await playing(jump);
	rooms.closeAll(4017);
	await rooms.settle(29_000);

	expect(client.phase).toEqual({ type: 'full' });

	await rooms.settle(40_000);

	expect(client.phase).toEqual({ type: 'inside' });
});

test('a line that died without a word is noticed, and replaced', async () => {
	const { rooms, client } = await playing(jump);
	rooms.silence(true);
	await rooms.settle(35_000);

	expect(client.phase).toEqual({ type: 'lost' });

	rooms.silence(false);
	await rooms.settle(40_000);

	expect(client.phase).toEqual({ type: 'inside' });
});

test('a line on which nothing happens is kept', async () => {
	const { rooms, client } = await playing(jump);
	await rooms.settle(600_000);

	expect(client.phase).toEqual({ type: 'inside' });
	expect(rooms.sockets).toHaveLength(1);
});

test('a press while the line is broken is never told, letting go is told once it is whole', async () => {
	const { rooms, client } = await playing(jump);
	rooms.closeAll(1006);
	await rooms.settle();
	const pressed = client.giveInput('jump', { event: 'mousedown' });
	const released = client.giveInput('jump', { event: 'mouseup' });
	await rooms.settle(2_000);

	expect(await pressed).toEqual({ type: 'lost', sent: false });
	expect(await released).toEqual({ type: 'lost', sent: false });
	expect(rooms.inputs).toEqual([{ controlID: 'jump', event: 'mouseup' }]);
});

test('an input whose answer was lost is not sent again', async () => {
	const { rooms, client } = await playing(jump);
	const given = client.giveInput('jump', { event: 'mousedown' });
	await rooms.settle();
	rooms.silence(true);
	const unanswered = client.giveInput('jump', { event: 'mousedown' });
	rooms.closeAll(1006);
	rooms.silence(false);
	await rooms.settle(5_000);

	expect(await given).toEqual({ type: 'taken' });
	expect(await unanswered).toEqual({ type: 'lost', sent: true });
	expect(rooms.inputs).toHaveLength(1);
});

test('the clock of the host is known', async () => {
	const rooms = createParticipantRooms();
	rooms.startGame(jump);
	const { clock } = rooms.environment;
	const slow = { ...rooms.environment, clock: { ...clock, now: () => clock.now() - 90_000 } };
	const client = new ParticipantClient({ origin: rooms.origin, channel: 'tidalkit' }, slow);
	client.open();
	await rooms.settle();

	expect(client.clockOffsetMs).toBe(90_000);
});

test('a token that is not taken is asked for anew once', async () => {
	const rooms = createParticipantRooms();
	rooms.startGame(jump);
	rooms.answerWith(() => Response.json({}, { status: 401 }));
	const asked: (string | undefined)[] = [];
	const { client } = join(rooms, {
		accessToken: async (refused) => {
			asked.push(refused);
			if (refused !== undefined) rooms.answerWith(undefined);
			return refused === undefined ? 'old' : 'new';
		}
	});
	await rooms.settle();

	expect(asked).toEqual([undefined, 'old']);
	expect(client.phase).toEqual({ type: 'inside' });
});

test('broadcasts of the game are told', async () => {
	const { rooms, client } = await playing(jump);
	const told: unknown[] = [];
	client.broadcasts.on((value) => told.push(value));
	rooms.game('broadcastEvent', { scope: ['everyone'], data: { tributary: { type: 'board' } } });
	await rooms.settle();

	expect(told).toEqual([{ tributary: { type: 'board' } }]);
});

test('whoever leaves is gone, and nothing brings them back', async () => {
	const { rooms, leave } = await playing(jump);
	leave();
	await rooms.settle(60_000);

	expect(rooms.seated.size).toBe(0);
	expect(rooms.sockets).toHaveLength(1);
});
