import { expect, test } from 'vitest';
import { parseIrcMessage } from '#lib/platforms/twitch/irc.ts';
import { base, ChatSocket, createEmulator, get, openChatter, openReader, signIn } from './emulator-fixture.ts';

test('it serves the paths below its prefix and nothing else', async () => {
	const { emulator } = createEmulator();
	const silent = { onmessage: null, onclose: null, send: () => undefined, close: () => undefined };

	const outside = await emulator.fetch(new Request('http://127.0.0.1:8788/theta/users'));

	expect(emulator.prefixes).toEqual(['twitch']);
	expect(outside.status).toBe(404);
	expect(emulator.accept(silent, new URL(`${base}/irc`))).toBe(true);
	expect(emulator.accept(silent, new URL(`${base}/elsewhere`))).toBe(false);
});

test('raw lines reach those who joined their channel, unchanged', () => {
	const { emulator } = createEmulator();
	const readers = [openReader(emulator, 'tidalkit'), openReader(emulator, 'tidalkit', 'mosslantern')];
	const stranger = openReader(emulator, 'mosslantern');
	const odd = '@emotes=25:0-99;;=x :a!b PRIVMSG  #tidalkit   :  spaced  ';

	const deliveries = emulator.deliver(`${odd}\nCLEARMSG #tidalkit sup\r\n:x PRIVMSG #nobody :lost\n`);

	expect(deliveries).toBe(4);
	for (const reader of readers) expect(reader.frames).toEqual([`${odd}\r\nCLEARMSG #tidalkit sup\r\n`]);
	expect(stranger.frames).toEqual([]);
});

test('raw lines of no channel and of no grammar reach every connection', () => {
	const { emulator } = createEmulator();
	const sockets = [openReader(emulator, 'tidalkit'), new ChatSocket(emulator)];

	const deliveries = emulator.deliver('RECONNECT\r\n:tmi.twitch.tv NOTICE * :Login unsuccessful\r\n@broken\nPRIVMSG #');

	expect(deliveries).toBe(8);
	for (const socket of sockets)
		expect(socket.lines).toEqual(['RECONNECT', ':tmi.twitch.tv NOTICE * :Login unsuccessful', '@broken', 'PRIVMSG #']);
});

test('many raw lines come in frames of twenty', () => {
	const { emulator } = createEmulator();
	const reader = openReader(emulator, 'tidalkit');

	const deliveries = emulator.deliver(Array.from({ length: 50 }, (_, index) => `X #tidalkit ${index}`).join('\n'));

	expect(deliveries).toBe(50);
	expect(reader.frames).toHaveLength(3);
	expect(reader.lines.at(-1)).toBe('X #tidalkit 49');
});

test('what a seeded account says carries its badges, bits and first message', async () => {
	const { emulator } = createEmulator();
	const reader = openReader(emulator, 'tidalkit');

	const id = emulator.say({
		channel: 'tidalkit',
		login: 'pixelgull',
		text: 'Cheer100 nice',
		bits: 100,
		firstMessage: true
	});

	const tags = parseIrcMessage(reader.lines[0] ?? '')?.tags;
	expect(tags?.get('id')).toBe(id);
	expect(tags?.get('badges')).toBe('vip/1,subscriber/12');
	expect(tags?.get('badge-info')).toBe('subscriber/14');
	expect(tags?.get('vip')).toBe('1');
	expect(tags?.get('bits')).toBe('100');
	expect(tags?.get('first-msg')).toBe('1');
});

test('a name outside ASCII and a color never chosen are told as they are', () => {
	const { emulator } = createEmulator();
	const reader = openReader(emulator, 'tidalkit');

	emulator.say({ channel: 'tidalkit', login: 'mawj_hadi', text: 'مرحبا 😀' });
	emulator.say({ channel: 'tidalkit', login: 'driftwood_dan', text: 'hi', action: true });

	const [rightToLeft, plain] = reader.lines.map((line) => parseIrcMessage(line));
	expect(rightToLeft?.tags.get('display-name')).toBe('موج_هادئ');
	expect(rightToLeft?.params[1]).toBe('مرحبا 😀');
	expect(plain?.tags.get('color')).toBe('');
	expect(plain?.tags.has('vip')).toBe(false);
	expect(plain?.params[1]).toBe('\u0001ACTION hi\u0001');
});

test('a line break in what is said does not end the line', () => {
	const { emulator } = createEmulator();
	const reader = openReader(emulator, 'tidalkit');

	emulator.say({ channel: 'tidalkit', login: 'nightferry', text: 'one\r\nPING :two' });

	expect(reader.lines).toHaveLength(1);
});

test('an account or channel that the emulator does not have is named in the error', () => {
	const { emulator } = createEmulator();

	expect(() => emulator.say({ channel: 'nobody', login: 'tidalkit', text: 'hi' })).toThrow(/nobody/);
	expect(() => emulator.say({ channel: 'tidalkit', login: 'nobody', text: 'hi' })).toThrow(/nobody/);
	expect(() => emulator.say({ channel: 'sunkenship', login: 'tidalkit', text: 'hi' })).toThrow(/sunkenship/);
});

test('a reset closes every connection and forgets tokens, modes and bans', async () => {
	const { emulator, clock } = createEmulator();
	const { access_token } = await signIn(emulator);
	const socket = await openChatter(emulator, 'quietharbor', 'tidalkit');
	emulator.setRoomModes('tidalkit', { emoteOnly: true });
	emulator.ban({ channel: 'tidalkit', login: 'quietharbor' });
	emulator.requestReconnect();

	emulator.reset();

	const validation = await get(emulator, '/oauth2/validate', { authorization: `OAuth ${access_token}` });
	const returned = await openChatter(emulator, 'quietharbor', 'tidalkit');
	expect(socket.closed).toBe(true);
	expect(validation.status).toBe(401);
	expect(returned.write('PRIVMSG #tidalkit :hello')[0]).toContain('USERSTATE');
	returned.close();
	expect(clock.countTimers()).toBe(0);
});

test('logins, ids and colors of the seed are what Twitch would accept', () => {
	const { emulator } = createEmulator();
	const { users } = emulator;

	expect(new Set(users.map((user) => user.id)).size).toBe(users.length);
	expect(new Set(users.map((user) => user.login)).size).toBe(users.length);
	for (const user of users) {
		expect(user.login).toMatch(/^[a-z0-9_]{4,25}$/);
		expect(user.color).toMatch(/^(?:#[0-9A-F]{6})?$/);
	}
	expect(users.filter((user) => user.canSignIn).map((user) => user.displayName)).toEqual([
		'TidalKit',
		'MossLantern',
		'QuietHarbor',
		'TideBot'
	]);
});
