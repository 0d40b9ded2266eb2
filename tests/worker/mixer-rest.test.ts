import { expect, test } from 'vitest';
import { env } from './harness.ts';
import { obtainTokens, startMixer, twitch } from './mixer-harness.ts';
import { openParticipantKey, readSealKeys } from './worker-parts.ts';

const room = 'twitch:12826';

async function readKey(body: Record<string, unknown>, now: number) {
	return openParticipantKey(String(body['key']), await readSealKeys(env.SEAL_KEY), now);
}

test('game clients find two addresses of the host, with status 200 and JSON', async () => {
	const { status, body, headers } = await startMixer().call('/api/v1/interactive/hosts');

	const address = 'wss://tributary.test/api/rooms/host';
	expect([status, body]).toEqual([200, [{ address }, { address }]]);
	expect(headers.get('Content-Type')).toContain('application/json');
	expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
});

test('behind a proxy the addresses are those of the pages', async () => {
	const { call } = startMixer({ environment: { APP_ORIGIN: 'http://localhost:8787' } });

	const { body } = await call('/api/v1/interactive/hosts');

	expect(body).toMatchObject([{ address: 'ws://localhost:8787/api/rooms/host' }, {}]);
});

test('a browser of another site may ask first, and hears which method and headers it may use', async () => {
	const { call } = startMixer();

	for (const [path, method] of [
		['/api/v1/interactive/hosts', 'GET'],
		['/api/v1/interactive/tidalkit', 'GET'],
		['/api/v1/oauth/shortcode', 'POST'],
		['/api/v1/oauth/token', 'POST'],
		['/api/v1/users/current', 'GET']
	] as const) {
		const { status, headers } = await call(path, {
			method: 'OPTIONS',
			headers: { Origin: 'https://game.test', 'Access-Control-Request-Method': method }
		});
		expect(status).toBe(204);
		expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
		expect(headers.get('Access-Control-Allow-Methods')).toBe(method);
		expect(headers.get('Access-Control-Allow-Headers')).toContain('Authorization');
		expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
	}
});

test.each(['/api/rooms/token', '/api/rooms/approve', '/api/rooms/deny', '/api/rooms/lookup'])(
	'%s is for our own pages alone',
	async (path) => {
		const { status, headers } = await startMixer().call(path, { method: 'OPTIONS' });

		expect([status, headers.get('Access-Control-Allow-Origin')]).toEqual([405, null]);
	}
);

test.each([
	['/api/v1/interactive/hosts', 'POST', 405],
	['/api/v1/oauth/token', 'GET', 405],
	['/api/v1/users/current', 'GET', 401],
	['/api/v1/interactive/nobody_of_this_name', 'GET', 404],
	['/api/v1/interactive/%E0%A4%A', 'GET', 404]
])('an error of %s (%s) is JSON that another site may read', async (path, method, expected) => {
	const { status, body, headers } = await startMixer().call(path, { method });

	expect(status).toBe(expected);
	expect(body).toEqual({ statusCode: expected, error: expect.any(String), message: expect.any(String) });
	expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
});

test.each(['twitch:12826', 'twitch%3A12826', '12826', 'tidalkit', 'TidalKit'])(
	'a viewer of %s is given a seat in its room',
	async (channel) => {
		const mixer = startMixer({ hosted: [room] });

		const { status, body } = await mixer.call(`/api/v1/interactive/${channel}`);

		const address = 'wss://tributary.test/api/rooms/participant?channel=twitch%3A12826';
		expect(status).toBe(200);
		expect(body).toMatchObject({
			address,
			socketAddress: address,
			channelId: room,
			game: { clientId: 'raft-game' },
			version: null,
			contentAddress: null
		});
		expect(await readKey(body, mixer.now())).toEqual({
			room,
			sessionID: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
			userID: 0,
			username: expect.stringMatching(/^Guest [1-9]{4}$/),
			level: 1,
			channelGroups: ['User'],
			watcher: false
		});
	}
);

test('a signed-in viewer sits under their own name and account, and the owner is known as such', async () => {
	const mixer = startMixer({ hosted: [room] });
	const [owner, fox] = [await obtainTokens(mixer), await obtainTokens(mixer, 'fox-access')];

	const ownSeat = await mixer.bearer('/api/v1/interactive/12826', owner.access_token);
	const foxSeat = await mixer.bearer('/api/v1/interactive/12826', fox.access_token);

	expect(await readKey(ownSeat.body, mixer.now())).toMatchObject({
		account: room,
		userID: 12_826,
		username: 'TidalKit',
		channelGroups: ['Owner', 'User']
	});
	expect(await readKey(foxSeat.body, mixer.now())).toMatchObject({
		account: 'twitch:200002',
		userID: 200_002,
		username: 'PaleFox',
		channelGroups: ['User']
	});
});

test('two joins are two sessions', async () => {
	const mixer = startMixer({ hosted: [room] });

	const seats = await Promise.all(
		['a', 'b'].map(async () => readKey((await mixer.call('/api/v1/interactive/12826')).body, mixer.now()))
	);

	expect(new Set(seats.map(({ sessionID }) => sessionID)).size).toBe(2);
});

test('an overlay is let in to watch, and nothing that it sends makes more of it', async () => {
	const mixer = startMixer({ hosted: [room] });
	const { access_token } = await obtainTokens(mixer);

	const { body } = await mixer.bearer('/api/v1/interactive/12826?watch=1', access_token);

	const key = await readKey(body, mixer.now());
	expect(key).toMatchObject({ watcher: true, userID: 0 });
	expect(key.account).toBeUndefined();
});

test('without a game the answer names the room to wait for', async () => {
	const { status, body } = await startMixer().call('/api/v1/interactive/tidalkit');

	expect([status, body]).toEqual([
		404,
		{ statusCode: 404, error: 'no_game', message: expect.any(String), channelId: room }
	]);
});

test.each(['Bearer x', 'Bearer', 'XBL3.0 x=1', ''])('"%s" is no authorization', async (authorization) => {
	const { call } = startMixer({ hosted: [room] });

	for (const path of ['/api/v1/interactive/12826', '/api/v1/users/current'])
		expect((await call(path, { headers: { Authorization: authorization } })).status).toBe(401);
});

test('an access token is good for six hours', async () => {
	const mixer = startMixer();
	const { access_token } = await obtainTokens(mixer);

	mixer.pass(21_598_000);
	const good = await mixer.bearer('/api/v1/users/current', access_token);
	mixer.pass(2000);
	const late = await mixer.bearer('/api/v1/users/current', access_token);

	expect([good.status, late.status]).toEqual([200, 401]);
});

test('a game learns whose token it has, in the types that the C++ client reads without a look', async () => {
	const mixer = startMixer();
	const { access_token } = await obtainTokens(mixer);

	const { body } = await mixer.bearer('/api/v1/users/current', access_token);

	expect(body).toEqual({
		id: 12_826,
		username: 'TidalKit',
		level: 1,
		experience: 0,
		sparks: 0,
		avatarUrl: 'https://tributary.test/icons/icon-192.png',
		channel: { id: 12_826, userId: 12_826, token: 'tidalkit', name: 'TidalKit', online: true, roomId: room }
	});
});

test('only the fields that were asked for are told, and a channel off the air is not online', async () => {
	const mixer = startMixer();
	const { access_token } = await obtainTokens(mixer, 'fox-access');

	const few = await mixer.bearer('/api/v1/users/current?fields=id,username,constructor', access_token);
	const channel = await mixer.bearer('/api/v1/users/current?fields=channel', access_token);

	expect(few.body).toEqual({ id: 200_002, username: 'PaleFox' });
	expect(channel.body).toMatchObject({ channel: { online: false } });
	expect(mixer.received.filter(({ url }) => url.pathname === '/helix/streams')).toHaveLength(1);
});

test('a login is looked up once an hour, however many come', async () => {
	const kept = new Map<string, Response>();
	const mixer = startMixer({
		hosted: [room],
		platform: twitch,
		cache: {
			match: async (url) => kept.get(url)?.clone(),
			put: async (url, answer) => void kept.set(url, answer)
		}
	});

	await mixer.call('/api/v1/interactive/tidalkit');
	await mixer.call('/api/v1/interactive/TIDALKIT');

	expect(mixer.received.filter(({ url }) => url.pathname === '/helix/users')).toHaveLength(1);
	expect((await mixer.call('/api/twitch/users/tidalkit')).body).toEqual({ id: '12826', login: 'tidalkit' });
});
