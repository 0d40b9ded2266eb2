import { expect, test } from 'vitest';
import { answerCode, issueCode, obtainTokens, poll, redeem, refresh, startMixer } from './mixer-harness.ts';

const shortCode = '/api/v1/oauth/shortcode';
const second = 1000;

test('a game is given six characters to show, for two minutes, and a handle that they do not tell', async () => {
	const { send } = startMixer();

	const { status, body, headers } = await send(shortCode, {
		client_id: 'my-game',
		client_secret: null,
		scope: 'interactive:robot:self'
	});

	expect(status).toBe(200);
	expect(body).toEqual({
		code: expect.stringMatching(/^[2-9A-HJKMNP-Z]{6}$/),
		expires_in: 120,
		handle: expect.stringMatching(/^[2-9A-Z]{6}-[2-9A-Z]{26}$/)
	});
	expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
	expect(headers.get('Cache-Control')).toBe('no-store');
});

test('a code goes from waiting to tokens, and the same authorization code is told until it was used', async () => {
	const mixer = startMixer();
	const { code, handle } = await issueCode(mixer);

	const waiting = await poll(mixer, handle);
	const lookedUp = await answerCode(mixer, 'lookup', code);
	const approved = await answerCode(mixer, 'approve', code);
	const [first, again] = [await poll(mixer, handle), await poll(mixer, handle)];
	const tokens = await redeem(mixer, String(first.body['code']));
	const afterwards = await poll(mixer, handle);

	expect([waiting.status, waiting.body]).toEqual([204, {}]);
	expect(lookedUp.body).toEqual({
		clientId: 'my-game',
		scopes: ['interactive:robot:self'],
		expiresInSeconds: 120
	});
	expect(approved.body).toEqual({ approved: true });
	expect([first.status, again.body]).toEqual([200, first.body]);
	expect(tokens.status).toBe(200);
	expect(tokens.body).toEqual({
		access_token: expect.any(String),
		expires_in: 21_599,
		refresh_token: expect.any(String),
		token_type: 'Bearer'
	});
	expect(JSON.stringify(tokens.body).length).toBeLessThan(1400);
	expect(afterwards.status).toBe(404);
});

test('a token speaks for the account that approved, whatever the game says', async () => {
	const mixer = startMixer();
	const { access_token } = await obtainTokens(mixer, 'fox-access');

	const { body } = await mixer.bearer('/api/v1/users/current', access_token);

	expect(body).toMatchObject({ id: 200_002, username: 'PaleFox', channel: { id: 200_002, roomId: 'twitch:200002' } });
});

test('a game that is turned away hears it, and its code can no longer be approved', async () => {
	const mixer = startMixer();
	const { code, handle } = await issueCode(mixer);

	const denied = await answerCode(mixer, 'deny', code);
	const late = await answerCode(mixer, 'approve', code);
	const told = await poll(mixer, handle);

	expect([denied.body, late.error?.code]).toEqual([{ denied: true }, 'code_not_found']);
	expect([told.status, told.body]).toMatchObject([403, { statusCode: 403, error: 'access_denied' }]);
});

test.each(['lookup', 'approve', 'deny'] as const)('after two minutes a code is unknown to %s', async (action) => {
	const mixer = startMixer();
	const { code, handle } = await issueCode(mixer);

	mixer.pass(120 * second);
	const answer = await answerCode(mixer, action, code);
	const told = await poll(mixer, handle);

	expect([answer.status, answer.error?.code]).toEqual([404, 'code_not_found']);
	expect([told.status, told.body['error']]).toEqual([404, 'code_not_found']);
});

test('an approval at the last moment leaves the game its whole minute', async () => {
	const mixer = startMixer();
	const { code, handle } = await issueCode(mixer);
	mixer.pass(119 * second);
	await answerCode(mixer, 'approve', code);

	mixer.pass(59 * second);
	const { body } = await poll(mixer, handle);

	expect((await redeem(mixer, String(body['code']))).status).toBe(200);
});

test('an authorization code that is a minute old is worth nothing', async () => {
	const mixer = startMixer();
	const { code, handle } = await issueCode(mixer);
	await answerCode(mixer, 'approve', code);
	const { body } = await poll(mixer, handle);

	mixer.pass(60 * second);

	expect((await redeem(mixer, String(body['code']))).body['error']).toBe('invalid_grant');
	expect((await poll(mixer, handle)).status).toBe(404);
});

test('an authorization code used twice takes its refresh token with it', async () => {
	const mixer = startMixer();
	const { code, handle } = await issueCode(mixer);
	await answerCode(mixer, 'approve', code);
	const authorizationCode = String((await poll(mixer, handle)).body['code']);
	const tokens = await redeem(mixer, authorizationCode);

	const again = await redeem(mixer, authorizationCode);
	const refreshed = await refresh(mixer, String(tokens.body['refresh_token']));

	expect([again.status, again.body['error']]).toEqual([400, 'invalid_grant']);
	expect([refreshed.status, refreshed.body['error']]).toEqual([400, 'invalid_grant']);
});

test("another client cannot use a game's authorization code, and the game itself no longer either", async () => {
	const mixer = startMixer();
	const { code, handle } = await issueCode(mixer);
	await answerCode(mixer, 'approve', code);
	const authorizationCode = String((await poll(mixer, handle)).body['code']);

	const thief = await redeem(mixer, authorizationCode, 'thief');
	const game = await redeem(mixer, authorizationCode);

	expect([thief.body['error'], game.body['error']]).toEqual(['invalid_grant', 'invalid_grant']);
});

test('a refresh gives new tokens for a year on, each once', async () => {
	const mixer = startMixer();
	const first = await obtainTokens(mixer);

	mixer.pass(364 * 86_400 * second);
	const next = await refresh(mixer, first.refresh_token);
	mixer.pass(364 * 86_400 * second);
	const third = await refresh(mixer, String(next.body['refresh_token']));

	expect([next.status, third.status]).toEqual([200, 200]);
	expect((await mixer.bearer('/api/v1/users/current', String(third.body['access_token']))).status).toBe(200);
});

test('an old refresh token that comes again ends the newest too', async () => {
	const mixer = startMixer();
	const first = await obtainTokens(mixer);
	const next = await refresh(mixer, first.refresh_token);

	const replay = await refresh(mixer, first.refresh_token);
	const newest = await refresh(mixer, String(next.body['refresh_token']));

	expect([replay.status, replay.body['error']]).toEqual([400, 'invalid_grant']);
	expect([newest.status, newest.body['error']]).toEqual([400, 'invalid_grant']);
});

test('of two refreshes at once with one token, one at most is good', async () => {
	const mixer = startMixer();
	const { refresh_token } = await obtainTokens(mixer);

	const answers = await Promise.all([refresh(mixer, refresh_token), refresh(mixer, refresh_token)]);

	expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
});

test('a refresh token is good for its own client, for a year, and is no access token', async () => {
	const mixer = startMixer();
	const { refresh_token, access_token } = await obtainTokens(mixer);

	const thief = await refresh(mixer, refresh_token, 'thief');
	const asAccess = await mixer.bearer('/api/v1/users/current', refresh_token);
	const asRefresh = await refresh(mixer, access_token);
	mixer.pass(366 * 86_400 * second);
	const late = await refresh(mixer, refresh_token);

	expect([thief, asRefresh, late].map(({ status, body }) => [status, body['error']])).toEqual(
		Array(3).fill([400, 'invalid_grant'])
	);
	expect(asAccess.status).toBe(401);
});

test.each([
	['a code that is none', { client_id: 'my-game', grant_type: 'authorization_code', code: 'x' }, 'invalid_grant'],
	['no code', { client_id: 'my-game', grant_type: 'authorization_code', code: null }, 'invalid_grant'],
	['a token that is none', { client_id: 'my-game', grant_type: 'refresh_token', refresh_token: 'x' }, 'invalid_grant'],
	['another grant type', { client_id: 'my-game', grant_type: 'password' }, 'unsupported_grant_type'],
	['no client', { grant_type: 'refresh_token', refresh_token: 'x' }, 'invalid_request'],
	['no object', [], 'invalid_request']
])('a token request with %s is refused in JSON', async (_, request, error) => {
	const { status, body } = await startMixer().send('/api/v1/oauth/token', request);

	expect([status, body]).toMatchObject([400, { statusCode: 400, error }]);
});

test('what Python sends beside the code is taken', async () => {
	const mixer = startMixer();
	const { code, handle } = await issueCode(mixer, {
		client_id: 'my-game',
		client_secret: null,
		scope: 'interactive:robot:self'
	});
	await answerCode(mixer, 'approve', code);
	const authorizationCode = (await poll(mixer, handle)).body['code'];

	const { status } = await mixer.call('/api/v1/oauth/token', {
		method: 'POST',
		headers: { 'client-id': 'my-game', 'Content-Type': 'application/json' },
		body: JSON.stringify({
			client_id: 'my-game',
			client_secret: null,
			code: authorizationCode,
			grant_type: 'authorization_code',
			redirect_uri: ''
		})
	});

	expect(status).toBe(200);
});

test.each([
	['an empty client ID', { client_id: '', scope: 'interactive:robot:self' }, 400, 'invalid_request'],
	['a client ID with a space', { client_id: 'a b', scope: 'interactive:robot:self' }, 400, 'invalid_request'],
	['a client ID of 129 characters', { client_id: 'x'.repeat(129) }, 400, 'invalid_request'],
	['a scope that we cannot grant', { client_id: 'my-game', scope: 'chat:connect' }, 400, 'invalid_scope'],
	['nothing', '', 400, 'invalid_request']
])('%s gets no code', async (_, request, status, error) => {
	const answer = await startMixer().send(shortCode, request);

	expect([answer.status, answer.body]).toMatchObject([status, { error }]);
});

test('a scope may be left out, and may hold more than hosting', async () => {
	const mixer = startMixer();
	const bare = await mixer.send(shortCode, { client_id: 'my-game', scope: null });
	const { code } = await issueCode(mixer, { client_id: 'my-game', scope: 'user:details:self interactive:robot:self' });

	const { body } = await answerCode(mixer, 'lookup', code);

	expect(bare.status).toBe(200);
	expect(body['scopes']).toEqual(['user:details:self', 'interactive:robot:self']);
});

test('where the operator names the games, another is unknown', async () => {
	const mixer = startMixer({ environment: { MIXER_CLIENT_IDS: 'my-game, other' } });

	const answers = await Promise.all(
		['my-game', 'other', 'third'].map((id) => mixer.send(shortCode, { client_id: id }))
	);

	expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
	expect(answers[2]?.body['error']).toBe('unknown_client');
});

test('a code that another game is showing is not given out twice', async () => {
	let call = 0;
	// Every third call of six bytes starts over, so that the second game draws the first one's code at first.
	const randomBytes = (length: number) => {
		const bytes = new Uint8Array(length);
		if (length === 6) bytes.fill([7, 7, 9][call++] ?? 11);
		else crypto.getRandomValues(bytes);
		return bytes;
	};
	const mixer = startMixer({ randomBytes });

	const first = await issueCode(mixer);
	const other = await issueCode(mixer);

	expect([first.code, other.code]).toEqual(['999999', 'BBBBBB']);
	expect((await poll(mixer, first.handle)).status).toBe(204);
});

test('a code that has run out can be given out again', async () => {
	const randomBytes = (length: number) =>
		length === 6 ? new Uint8Array(length).fill(15) : crypto.getRandomValues(new Uint8Array(length));
	const mixer = startMixer({ randomBytes });
	const first = await issueCode(mixer);

	mixer.pass(121 * second);
	const again = await issueCode(mixer);

	expect(again.code).toBe(first.code);
	expect((await poll(mixer, first.handle)).status).toBe(404);
	expect((await poll(mixer, again.handle)).status).toBe(204);
});

test('a handle with a wrong secret learns nothing, and after thirty of them the code is dead', async () => {
	const mixer = startMixer();
	const { code, handle } = await issueCode(mixer);
	const wrong = `${code}-${'A'.repeat(26)}`;

	for (let i = 0; i < 29; i++) expect((await poll(mixer, wrong)).status).toBe(404);
	const before = await poll(mixer, handle);
	await poll(mixer, wrong);
	const after = await poll(mixer, handle);

	expect([before.status, after.status]).toEqual([204, 404]);
	expect((await answerCode(mixer, 'approve', code)).status).toBe(404);
});

test.each(['', 'x', 'AAAAAA', '../../config', 'AAAAAA-%00', 'a'.repeat(500)])('"%s" is no handle', async (handle) => {
	expect((await poll(startMixer(), encodeURIComponent(handle))).status).toBe(404);
});
