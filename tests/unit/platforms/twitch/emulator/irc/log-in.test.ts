import { expect, test } from 'vitest';
import { allCapabilities, ChatSocket, createEmulator, requestAppToken, signIn } from '../emulator-fixture.ts';

const numerics = (lines: readonly string[]) => lines.map((line) => / (\d{3}) /.exec(line)?.[1]).filter(Boolean);

test('an account is welcomed by the login of its token, whatever NICK says', async () => {
	const { emulator } = createEmulator();
	const { access_token } = await signIn(emulator, 'quietharbor');
	const socket = new ChatSocket(emulator);

	const lines = socket.write(allCapabilities, `PASS oauth:${access_token}`, 'NICK somebodyelse');

	expect(lines[0]).toBe(':tmi.twitch.tv CAP * ACK :twitch.tv/tags twitch.tv/commands');
	expect(numerics(lines)).toEqual(['001', '002', '003', '004', '375', '372', '376']);
	expect(lines[1]).toMatch(/^:tmi\.twitch\.tv 001 quietharbor :/);
	expect(lines.at(-1)).toBe(
		'@badge-info=;badges=;color=#9ACD32;display-name=QuietHarbor;emote-sets=0;turbo=0;user-id=100003;user-type= ' +
			':tmi.twitch.tv GLOBALUSERSTATE'
	);
});

test('the welcome comes in one frame', async () => {
	const { emulator } = createEmulator();
	const socket = new ChatSocket(emulator);

	socket.write('NICK justinfan1');

	expect(socket.frames).toHaveLength(1);
	expect(socket.frames[0]?.endsWith('\r\n')).toBe(true);
});

test('an anonymous reader needs no PASS and gets no GLOBALUSERSTATE', () => {
	const { emulator } = createEmulator();
	const socket = new ChatSocket(emulator);

	const lines = socket.write(allCapabilities, 'NICK justinfan987');

	expect(numerics(lines)).toHaveLength(7);
	expect(lines.join()).not.toContain('GLOBALUSERSTATE');
});

test('without the commands capability there is no GLOBALUSERSTATE', async () => {
	const { emulator } = createEmulator();
	const { access_token } = await signIn(emulator);
	const socket = new ChatSocket(emulator);

	const lines = socket.write(`PASS oauth:${access_token}`, 'NICK tidalkit');

	expect(lines.join()).not.toContain('GLOBALUSERSTATE');
});

test.each([
	['an unknown token', ['PASS oauth:guess', 'NICK tidalkit'], 'Login authentication failed'],
	['a token without its oauth:', ['PASS guess', 'NICK tidalkit'], 'Improperly formatted auth'],
	['NICK before PASS', ['NICK tidalkit', 'PASS oauth:guess'], 'Improperly formatted auth'],
	['a nick that cannot be one', ['PASS oauth:guess', 'NICK tidal-kit'], 'Invalid NICK'],
	['justinfan without digits', ['NICK justinfan'], 'Improperly formatted auth']
])('%s gets a NOTICE without msg-id and is hung up on', (_, login, notice) => {
	const { emulator } = createEmulator();
	const socket = new ChatSocket(emulator);
	socket.write(allCapabilities);

	const lines = socket.write(...login);

	expect(lines).toEqual([`:tmi.twitch.tv NOTICE * :${notice}`]);
	expect(socket.closed).toBe(true);
});

test.each([
	[
		'has expired',
		'chat:read',
		(emulator: ReturnType<typeof createEmulator>['emulator']) => emulator.expireAccessTokens()
	],
	['was revoked', 'chat:read', (emulator: ReturnType<typeof createEmulator>['emulator']) => emulator.revokeGrants()],
	['has not the scope chat:read', 'chat:edit', () => 0]
])('a token that %s cannot log in', async (_, scope, spoil) => {
	const { emulator } = createEmulator();
	const { access_token } = await signIn(emulator, 'tidalkit', scope);
	spoil(emulator);
	const socket = new ChatSocket(emulator);

	const lines = socket.write(`PASS oauth:${access_token}`, 'NICK tidalkit');

	expect(lines).toEqual([':tmi.twitch.tv NOTICE * :Login authentication failed']);
});

test('an app access token cannot log in', async () => {
	const { emulator } = createEmulator();
	const { access_token } = await requestAppToken(emulator);
	const socket = new ChatSocket(emulator);

	const lines = socket.write(`PASS oauth:${access_token}`, 'NICK tidalkit');

	expect(lines).toEqual([':tmi.twitch.tv NOTICE * :Login authentication failed']);
});

test('the twenty-first login of an account within ten seconds is refused', async () => {
	const { emulator, clock } = createEmulator();
	const { access_token } = await signIn(emulator);
	const logIn = () => new ChatSocket(emulator).write(`PASS oauth:${access_token}`, 'NICK tidalkit');
	for (let count = 0; count < 20; count++) logIn();

	const refused = logIn();
	clock.tick(10_000);
	const allowed = logIn();

	expect(refused).toEqual([':tmi.twitch.tv NOTICE * :Login unsuccessful']);
	expect(allowed[0]).toContain(' 001 ');
});

test.each([
	['CAP REQ :twitch.tv/commands', 'ACK :twitch.tv/commands'],
	['CAP REQ twitch.tv/commands', 'ACK :twitch.tv/commands'],
	['CAP REQ :twitch.tv/membership', 'ACK :twitch.tv/membership'],
	['CAP REQ :twitch.tv/tags', 'NAK :twitch.tv/tags'],
	['CAP REQ :twitch.tv/commands twitch.tv/wishes', 'NAK :twitch.tv/commands twitch.tv/wishes'],
	['CAP REQ :', 'NAK :'],
	['CAP LS 302', 'LS :twitch.tv/tags twitch.tv/commands twitch.tv/membership']
])('%s is answered with %s', (request, answer) => {
	const { emulator } = createEmulator();

	expect(new ChatSocket(emulator).write(request)).toEqual([`:tmi.twitch.tv CAP * ${answer}`]);
});

test('tags may be asked for once commands are held', () => {
	const { emulator } = createEmulator();

	const lines = new ChatSocket(emulator).write('CAP REQ :twitch.tv/commands', 'CAP REQ :twitch.tv/tags');

	expect(lines[1]).toBe(':tmi.twitch.tv CAP * ACK :twitch.tv/tags');
});

test('before the login nothing can be joined', () => {
	const { emulator } = createEmulator();

	expect(new ChatSocket(emulator).write('JOIN #tidalkit')).toEqual([]);
	expect(emulator.joinedChannels()).toEqual([]);
});

test('an open connection outlives its token', async () => {
	const { emulator } = createEmulator();
	const { access_token } = await signIn(emulator);
	const socket = new ChatSocket(emulator);
	socket.write(`PASS oauth:${access_token}`, 'NICK tidalkit', 'JOIN #tidalkit');
	emulator.expireAccessTokens();
	socket.forget();

	emulator.say({ channel: 'tidalkit', login: 'nightferry', text: 'still here' });

	expect(socket.lines).toHaveLength(1);
	expect(socket.closed).toBe(false);
});
