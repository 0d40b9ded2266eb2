import { expect, test } from 'vitest';
import { ChatSocket, createEmulator, openChatter, openReader } from '../emulator-fixture.ts';

const roomState =
	'@emote-only=0;followers-only=-1;r9k=0;room-id=100001;slow=0;subs-only=0 :tmi.twitch.tv ROOMSTATE #tidalkit';

test('an anonymous reader is told JOIN, names and ROOMSTATE', () => {
	const { emulator } = createEmulator();
	const socket = openReader(emulator);

	expect(socket.write('JOIN #tidalkit')).toEqual([
		':justinfan123!justinfan123@justinfan123.tmi.twitch.tv JOIN #tidalkit',
		':justinfan123.tmi.twitch.tv 353 justinfan123 = #tidalkit :justinfan123',
		':justinfan123.tmi.twitch.tv 366 justinfan123 #tidalkit :End of /NAMES list',
		roomState
	]);
});

test('an account is told its USERSTATE too', async () => {
	const { emulator } = createEmulator();
	const socket = await openChatter(emulator, 'mosslantern');

	const lines = socket.write('JOIN #tidalkit');

	expect(lines.slice(3)).toEqual([
		'@badge-info=subscriber/26;badges=moderator/1,subscriber/24,premium/1;color=#2E8B57;display-name=MossLantern;' +
			'emote-sets=0,300000000,300000001;mod=1;subscriber=1;user-type=mod :tmi.twitch.tv USERSTATE #tidalkit',
		roomState
	]);
});

test('without capabilities there are no tags and no Twitch commands', () => {
	const { emulator } = createEmulator();
	const socket = new ChatSocket(emulator);
	socket.write('NICK justinfan1');

	const lines = socket.write('JOIN #tidalkit');

	expect(lines).toHaveLength(3);
	expect(lines.every((line) => line.startsWith(':'))).toBe(true);
});

test('commands without tags give a ROOMSTATE without tags', () => {
	const { emulator } = createEmulator();
	const socket = new ChatSocket(emulator);
	socket.write('CAP REQ :twitch.tv/commands', 'NICK justinfan1');

	expect(socket.write('JOIN #tidalkit').at(-1)).toBe(':tmi.twitch.tv ROOMSTATE #tidalkit');
});

test.each(['JOIN #nobody', 'JOIN #TidalKit', 'JOIN tidalkit', 'JOIN', 'JOIN #'])(
	'%s is passed over in silence',
	(line) => {
		const { emulator } = createEmulator();
		const socket = openReader(emulator);

		expect(socket.write(line)).toEqual([]);
	}
);

test('a suspended channel says so', () => {
	const { emulator } = createEmulator();
	const socket = openReader(emulator);

	expect(socket.write('JOIN #sunkenship')).toEqual([
		'@msg-id=msg_channel_suspended :tmi.twitch.tv NOTICE #sunkenship :This channel does not exist or has been suspended.'
	]);
});

test('a list joins every channel that exists', () => {
	const { emulator } = createEmulator();
	const socket = openReader(emulator);

	socket.write('JOIN #tidalkit,#nobody,#mosslantern');

	expect(emulator.joinedChannels()).toEqual(['tidalkit', 'mosslantern']);
});

test('the twenty-first JOIN within ten seconds is ignored', () => {
	const { emulator, clock } = createEmulator();
	const socket = openReader(emulator);
	for (let count = 0; count < 20; count++) socket.write('JOIN #nobody');

	const ignored = socket.write('JOIN #tidalkit');
	clock.tick(10_000);
	const heard = socket.write('JOIN #tidalkit');

	expect(ignored).toEqual([]);
	expect(heard).not.toEqual([]);
});

test('PART is echoed and ends delivery', () => {
	const { emulator } = createEmulator();
	const socket = openReader(emulator, 'tidalkit', 'mosslantern');

	const lines = socket.write('PART #tidalkit,#mosslantern');

	expect(lines.map((line) => line.split(' ').slice(1).join(' '))).toEqual(['PART #tidalkit', 'PART #mosslantern']);
	expect(emulator.joinedChannels()).toEqual([]);
});

test('a connection that closes leaves its channels', () => {
	const { emulator } = createEmulator();
	const socket = openReader(emulator, 'tidalkit');

	socket.close();

	expect(emulator.joinedChannels()).toEqual([]);
});

test('someone banned for good cannot join', async () => {
	const { emulator } = createEmulator();
	const socket = await openChatter(emulator, 'quietharbor');
	emulator.ban({ channel: 'tidalkit', login: 'quietharbor' });

	const lines = socket.write('JOIN #tidalkit');

	expect(lines).toHaveLength(1);
	expect(lines[0]).toMatch(/^@msg-id=msg_banned :tmi\.twitch\.tv NOTICE #tidalkit :/);
});

test('the membership capability tells who comes and goes', async () => {
	const { emulator } = createEmulator();
	const watcher = new ChatSocket(emulator);
	watcher.write('CAP REQ :twitch.tv/membership', 'NICK justinfan1', 'JOIN #tidalkit');
	const plain = openReader(emulator, 'tidalkit');
	watcher.forget();

	const chatter = await openChatter(emulator, 'quietharbor', 'tidalkit');
	chatter.write('PART #tidalkit');

	expect(watcher.lines).toEqual([
		':quietharbor!quietharbor@quietharbor.tmi.twitch.tv JOIN #tidalkit',
		':quietharbor!quietharbor@quietharbor.tmi.twitch.tv PART #tidalkit'
	]);
	expect(plain.lines).toEqual([]);
});
