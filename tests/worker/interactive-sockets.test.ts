import { expect, test } from 'vitest';
import {
	connect,
	connectHost,
	connectParticipant,
	connectWithKey,
	hostHeaders,
	keyOf,
	limitedEnv,
	request,
	tokenOf
} from './room-client.ts';
import { startWorker } from './harness.ts';
import { readRoomLimits } from './worker-parts.ts';

const hostPath = '/api/rooms/host';
const participantPath = '/api/rooms/participant';

test.each([
	['none', {}],
	['another', { 'X-Protocol-Version': '1.0' }]
])('a game client with %s of the protocol versions is refused before the upgrade', async (_, headers) => {
	const { answer } = await request(hostPath, headers);

	expect(answer.status).toBe(400);
	expect(await answer.json()).toMatchObject({ error: { code: 'protocol_version' } });
});

test.each([
	['no token', undefined],
	['a token that is none', 'Bearer nonsense'],
	['an XToken', 'XBL3.0 x=1;2'],
	['a participant key for a token', async () => `Bearer ${await keyOf('1')}`]
])('a game client with %s is closed with 4019', async (_, authorization) => {
	const value = typeof authorization === 'function' ? await authorization() : authorization;
	const client = await connect(hostPath, { ...hostHeaders, ...(value !== undefined && { Authorization: value }) });

	expect(await client.closed).toMatchObject({ code: 4019 });
	expect(client.received).toEqual([]);
});

test.each([[{}], [{ 'X-Interactive-Version': 'one' }]])(
	'a game client whose project version is no number is closed with 4020',
	async (version) => {
		const Authorization = `Bearer ${await tokenOf('1')}`;
		const client = await connect(hostPath, { 'X-Protocol-Version': '2.0', Authorization, ...version });

		expect(await client.closed).toMatchObject({ code: 4020 });
	}
);

test('what a game client cannot put into headers it puts into the query, in any case', async () => {
	const query = new URLSearchParams({
		'x-PROTOCOL-version': '2.0',
		'X-INTERACTIVE-VERSION': '123456',
		authorization: `bearer ${await tokenOf('10')}`
	});
	const { answer, log } = await request(`${hostPath}?${query}`);

	expect(answer.status).toBe(101);
	expect(log.join()).not.toContain(query.get('authorization')?.split(' ')[1]);
	answer.webSocket?.accept();
});

test('a second game client is closed with 4021, and the first goes on', async () => {
	const first = await connectHost('11');
	const second = await connectHost('11');

	expect(await second.closed).toMatchObject({ code: 4021 });
	expect((await first.call('getTime')).error).toBeNull();
});

test('a game client that names itself takes its own seat over, and nobody else’s', async () => {
	const first = await connectHost('12', { 'X-Interactive-Instance': 'a-run' });
	const stranger = await connectHost('12', { 'X-Interactive-Instance': 'another' });
	const again = await connectHost('12', { 'X-Interactive-Instance': 'a-run' });

	expect(await stranger.closed).toMatchObject({ code: 4021 });
	expect(await first.closed).toMatchObject({ code: 4021 });
	expect((await again.call('getTime')).error).toBeNull();
});

test.each([
	['a good token', async () => `Bearer ${await tokenOf('1')}`, 400],
	['a bad token', async () => 'Bearer nonsense', 401]
])('a plain request for the game clients’ address tells whether it has %s', async (_, authorization, status) => {
	const { answer } = await request(hostPath, { ...hostHeaders, Authorization: await authorization(), Upgrade: '' });

	expect(answer.status).toBe(status);
});

test('a socket gets one of the subprotocols that its client offers', async () => {
	const { answer } = await request(hostPath, { ...hostHeaders, 'Sec-WebSocket-Protocol': 'wss, ws' });

	expect(answer.headers.get('Sec-WebSocket-Protocol')).toBe('wss');
	answer.webSocket?.accept();
});

test('a participant needs a key of the room, the protocol’s version and a game', async () => {
	await connectHost('13');
	const strange = await connectWithKey('13', await keyOf('14'));
	const broken = await connectWithKey('13', 'nonsense');
	const offline = await connectParticipant('15');
	const { answer } = await request(`${participantPath}?key=${await keyOf('13')}`);

	expect(await strange.closed).toMatchObject({ code: 4019 });
	expect(await broken.closed).toMatchObject({ code: 4019 });
	expect(await offline.closed).toMatchObject({ code: 4022 });
	expect(answer.status).toBe(400);
});

test('a newer socket of the same key takes the seat over without the game noticing', async () => {
	const game = await connectHost('16');
	await game.call('createGroups', { groups: [{ groupID: 'team' }] });
	const key = await keyOf('16', { sessionID: 'a-session' });
	const first = await connectWithKey('16', key);
	await first.call('getTime');
	await game.call('updateParticipants', { participants: [{ sessionID: 'a-session', groupID: 'team' }] });
	const second = await connectWithKey('16', key);
	const joined = await second.told('onParticipantJoin');
	await game.call('getTime');

	expect(await first.closed).toMatchObject({ code: 4021 });
	expect(joined.params).toMatchObject({ participants: [{ sessionID: 'a-session', groupID: 'team' }] });
	expect(game.received.map(({ method }) => method)).not.toContain('onParticipantLeave');
	expect((await game.call('getAllParticipants', { from: 0 })).result).toMatchObject({ total: 1 });
});

test('who waits is told once a game client comes, and at once where there is one', async () => {
	const early = await connect('/api/rooms/wait?channel=twitch:17');
	await connectHost('17');
	const late = await connect('/api/rooms/wait?channel=twitch:17');

	for (const client of [early, late]) {
		expect(await client.closed).toMatchObject({ code: 1000 });
		expect(client.received).toEqual([{ type: 'open' }]);
	}
});

test('nobody waits for what cannot be a room', async () => {
	const { answer } = await request('/api/rooms/wait?channel=mixer:1');

	expect(answer.status).toBe(400);
});

test('a watcher hears the room, the game’s broadcasts and what is for overlays, and does nothing', async () => {
	const game = await connectHost('19');
	await game.call('createControls', { sceneID: 'default', controls: [{ controlID: 'jump', kind: 'button' }] });
	await game.call('ready', { isReady: true });
	const watcher = await connectParticipant('19', { watcher: true });
	const viewer = await connectParticipant('19');
	watcher.send(JSON.stringify({ method: 'giveInput', params: { controlID: 'jump', event: 'mousedown' }, id: 1 }));
	await game.call('broadcastEvent', { scope: ['overlay'], data: { for: 'overlays' } });
	await game.call('broadcastEvent', { scope: ['everyone'], data: { for: 'all' } });
	await watcher.until(({ params }) => params?.['for'] === 'all');
	await viewer.until(({ params }) => params?.['for'] === 'all');

	expect(watcher.received.map(({ method, params }) => params?.['for'] ?? method)).toEqual([
		'hello',
		'onSceneCreate',
		'onGroupCreate',
		'onWorldUpdate',
		'onReady',
		'overlays',
		'all'
	]);
	expect(viewer.received.filter(({ method }) => method === 'event')).toHaveLength(1);
	expect(game.received.filter(({ method }) => method === 'giveInput')).toEqual([]);
	expect((await game.call('getAllParticipants', { from: 0 })).result).toMatchObject({ total: 1 });
});

test('the sparks of an account are kept from one visit to the next, and no two sessions hold the same', async () => {
	const game = await connectHost('20');
	const bomb = { controlID: 'bomb', kind: 'button', cost: 60 };
	await game.call('createControls', { sceneID: 'default', controls: [bomb] });
	await game.call('ready', { isReady: true });
	const press = { controlID: 'bomb', event: 'mousedown' };
	const first = await connectParticipant('20', { account: 'twitch:7' });
	await first.call('giveInput', press);
	const input = await game.told('giveInput');
	await game.call('capture', { transactionID: input.params?.['transactionID'] });
	const second = await connectParticipant('20', { account: 'twitch:7' });
	const besides = await second.call('giveInput', press);
	const seen = game.received.length;
	first.close();
	second.close();
	await game.until(({ method }, index) => method === 'onParticipantLeave' && index > seen);
	const third = await connectParticipant('20', { account: 'twitch:7' });
	const self = await third.told('onParticipantJoin');

	expect(besides.error?.code).toBe(4007);
	expect(self.params).toMatchObject({ participants: [{ sparks: 40, userID: 7, anonymous: false }] });
});

test('an account that joins once too often leaves where it joined first', async () => {
	const game = await connectHost('27');
	await game.call('getTime');
	const sessions = [];
	for (let count = 0; count < 4; count++) sessions.push(await connectParticipant('27', { account: 'twitch:7' }));

	expect(await sessions[0]?.closed).toMatchObject({ code: 4021 });
	expect((await game.call('getAllParticipants', { from: 0 })).result).toMatchObject({ total: 3 });
});

test('a game that ends keeps what its viewers have not spent', async () => {
	const game = await connectHost('21');
	const viewer = await connectParticipant('21', { account: 'twitch:7' });
	await viewer.call('getTime');
	game.close();
	await game.closed;
	await connectHost('21');
	const again = await connectParticipant('21', { account: 'twitch:7' });

	expect((await again.told('onParticipantJoin')).params).toMatchObject({ participants: [{ sparks: 100 }] });
});

test('what is no text, too large, too deep or no JSON is answered, and nothing of it is done', async () => {
	const game = await connectHost('22');
	await game.call('ready', { isReady: true });
	const viewer = await connectParticipant('22');
	const params = { controlID: 'x'.repeat(20_000) };
	viewer.send(new Uint8Array(1_000).buffer);
	viewer.send(JSON.stringify({ method: 'giveInput', params, id: 1 }));
	viewer.send(`${'['.repeat(10_000)}${']'.repeat(10_000)}`);
	viewer.send('{');
	viewer.send(JSON.stringify({ method: 'updateControls', params: {}, id: 2 }));
	await viewer.call('getTime');
	const errors = viewer.received.filter(({ error }) => error).map(({ id, error }) => [id, error?.code]);

	expect(errors).toEqual([
		[0, 4001],
		[0, 4000],
		[0, 4000],
		[0, 4000],
		[2, 4003]
	]);
});

test('who does not stop is closed, and leaves the room', async () => {
	const game = await connectHost('23');
	await game.call('getTime');
	const flooder = await connectParticipant('23');
	for (let count = 0; count < 400; count++) flooder.send('{"method":"getTime","id":1}');

	expect(await flooder.closed).toMatchObject({ code: 4025 });
	expect(await game.told('onParticipantLeave')).toBeDefined();
});

test('a streamer ends the game of their own room for good, whichever it is', async () => {
	const game = await connectHost('24');
	await game.call('getTime');
	const { post } = startWorker(undefined, {}, limitedEnv({}));
	const kick = async (accessToken: string) => post('/api/rooms/kick', { accessToken });
	const stranger = await kick(await tokenOf('26'));
	const forged = await kick('nonsense');
	const kicked = await kick(await tokenOf('24'));
	const again = await kick(await tokenOf('24'));

	expect(await game.closed).toMatchObject({ code: 4027 });
	expect([stranger.body, kicked.body, again.body]).toEqual([{ kicked: false }, { kicked: true }, { kicked: false }]);
	expect(forged.status).toBe(401);
});

test('a room’s limits are the operator’s', () => {
	const { settings, ...others } = readRoomLimits({
		ROOM_MAX_PARTICIPANTS: '50',
		ROOM_MAX_WATCHERS: '0',
		ROOM_MAX_CONTROLS: 'many',
		ROOM_MAX_WAITING: '-1',
		ROOM_FIRST_SPARKS: '5'
	});

	expect(settings).toMatchObject({ mostParticipants: 50, mostWatchers: 0, mostControls: 1_000, sparksPerMinute: 10 });
	expect(others).toEqual({ mostWaiting: 10_000, firstSparks: 5 });
});
