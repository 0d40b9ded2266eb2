import { expect, test } from 'vitest';
import { parseIrcMessage } from '#lib/platforms/twitch/irc.ts';
import { allCapabilities, ChatSocket, createEmulator, openChatter, openReader, signIn } from '../emulator-fixture.ts';

const noticeId = (lines: readonly string[]) => parseIrcMessage(lines[0] ?? '')?.tags.get('msg-id');

test('others read the line, the sender gets a USERSTATE with its id and nonce', async () => {
	const { emulator, clock } = createEmulator();
	const sender = await openChatter(emulator, 'quietharbor', 'tidalkit');
	const reader = openReader(emulator, 'tidalkit');

	const [confirmation = ''] = sender.write('@client-nonce=abc PRIVMSG #tidalkit :hello Kappa');

	const line = parseIrcMessage(reader.lines[0] ?? '');
	const state = parseIrcMessage(confirmation);
	expect(Object.fromEntries(line?.tags ?? [])).toEqual({
		'badge-info': '',
		badges: '',
		'client-nonce': 'abc',
		color: '#9ACD32',
		'display-name': 'QuietHarbor',
		emotes: '25:6-10',
		'first-msg': '0',
		flags: '',
		id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
		mod: '0',
		'returning-chatter': '0',
		'room-id': '100001',
		subscriber: '0',
		'tmi-sent-ts': String(clock.now),
		turbo: '0',
		'user-id': '100003',
		'user-type': ''
	});
	expect(line?.prefix).toBe('quietharbor!quietharbor@quietharbor.tmi.twitch.tv');
	expect(line?.params).toEqual(['#tidalkit', 'hello Kappa']);
	expect(state?.command).toBe('USERSTATE');
	expect(state?.tags.get('id')).toBe(line?.tags.get('id'));
	expect(state?.tags.get('client-nonce')).toBe('abc');
	expect(sender.lines.join()).not.toContain('PRIVMSG');
});

test('another connection of the same account reads the line, and the host hears it', async () => {
	const { emulator } = createEmulator();
	const sender = await openChatter(emulator, 'tidalkit', 'tidalkit');
	const second = await openChatter(emulator, 'tidalkit', 'tidalkit');
	const heard: unknown[] = [];
	const stop = emulator.onSay((line) => heard.push(line));

	sender.write('PRIVMSG #tidalkit :one');
	stop();
	sender.write('PRIVMSG #tidalkit :two');

	expect(second.lines).toHaveLength(2);
	expect(heard).toEqual([{ channel: 'tidalkit', login: 'tidalkit', text: 'one', id: expect.any(String) }]);
});

test('one frame may carry several lines', async () => {
	const { emulator } = createEmulator();
	const sender = await openChatter(emulator, 'tidalkit', 'tidalkit');
	const reader = openReader(emulator, 'tidalkit');

	sender.onmessage?.('PRIVMSG #tidalkit :one\nPRIVMSG #tidalkit :two\r\n');

	expect(reader.lines).toHaveLength(2);
});

test('an anonymous reader cannot write', () => {
	const { emulator } = createEmulator();
	const writer = openReader(emulator, 'tidalkit');
	const reader = openReader(emulator, 'tidalkit');

	expect(writer.write('PRIVMSG #tidalkit :hello')).toEqual([]);
	expect(reader.lines).toEqual([]);
});

test('writing needs the scope chat:edit', async () => {
	const { emulator } = createEmulator();
	const { access_token } = await signIn(emulator, 'tidalkit', 'chat:read');
	const socket = new ChatSocket(emulator);
	socket.write(allCapabilities, `PASS oauth:${access_token}`, 'NICK tidalkit', 'JOIN #tidalkit');

	expect(noticeId(socket.write('PRIVMSG #tidalkit :hello'))).toBe('no_permission');
});

test('500 characters pass, one more is dropped in silence; emoji count as one', async () => {
	const { emulator } = createEmulator();
	const sender = await openChatter(emulator, 'tidalkit', 'tidalkit');

	const fitting = sender.write(`PRIVMSG #tidalkit :${'🌊'.repeat(500)}`);
	const longer = sender.write(`PRIVMSG #tidalkit :${'a'.repeat(501)}`);

	expect(fitting).toHaveLength(1);
	expect(longer).toEqual([]);
});

test('the same text within thirty seconds is a duplicate', async () => {
	const { emulator, clock } = createEmulator();
	const sender = await openChatter(emulator, 'quietharbor', 'tidalkit');
	sender.write('PRIVMSG #tidalkit :again');
	clock.tick(29_999);

	const refused = sender.write('PRIVMSG #tidalkit :again');
	clock.tick(1);
	const allowed = sender.write('PRIVMSG #tidalkit :again');

	expect(noticeId(refused)).toBe('msg_duplicate');
	expect(allowed[0]).toContain('USERSTATE');
});

test('two messages within a second are too quick for a viewer and fine for a moderator', async () => {
	const { emulator, clock } = createEmulator();
	const viewer = await openChatter(emulator, 'quietharbor', 'tidalkit');
	const moderator = await openChatter(emulator, 'mosslantern', 'tidalkit');
	for (const sender of [viewer, moderator]) sender.write('PRIVMSG #tidalkit :one');

	const tooQuick = viewer.write('PRIVMSG #tidalkit :two');
	const fine = moderator.write('PRIVMSG #tidalkit :two');
	clock.tick(1000);
	const later = viewer.write('PRIVMSG #tidalkit :two');

	expect(noticeId(tooQuick)).toBe('msg_ratelimit');
	expect(fine[0]).toContain('USERSTATE');
	expect(later[0]).toContain('USERSTATE');
});

test('the twenty-first message of a viewer within thirty seconds locks the account for an hour', async () => {
	const { emulator, clock } = createEmulator();
	const viewer = await openChatter(emulator, 'quietharbor', 'tidalkit');
	const sendAfter = (socket: ChatSocket, delayMs: number, text: string) => {
		clock.tick(delayMs);
		return socket.write(`PRIVMSG #tidalkit :${text}`);
	};
	for (let count = 1; count <= 20; count++) sendAfter(viewer, 1000, `line ${count}`);

	const refused = sendAfter(viewer, 1000, 'one too many');
	clock.tick(59 * 60_000);
	const returned = await openChatter(emulator, 'quietharbor', 'tidalkit');
	const stillRefused = sendAfter(returned, 0, 'soon?');
	const allowed = sendAfter(returned, 60_000, 'back');

	expect(noticeId(refused)).toBe('msg_ratelimit');
	expect(noticeId(stillRefused)).toBe('msg_ratelimit');
	expect(allowed[0]).toContain('USERSTATE');
});

test('the streamer may write a hundred messages within thirty seconds, counted over all connections', async () => {
	const { emulator } = createEmulator();
	const first = await openChatter(emulator, 'tidalkit', 'tidalkit');
	const second = await openChatter(emulator, 'tidalkit', 'tidalkit');
	for (let count = 1; count <= 100; count++) (count % 2 ? first : second).write(`PRIVMSG #tidalkit :line ${count}`);

	expect(noticeId(first.write('PRIVMSG #tidalkit :one too many'))).toBe('msg_ratelimit');
});

test.each(['/ban quietharbor', '/announce hello', '.timeout quietharbor 5', '/me'])(
	'"%s" is no longer a chat command',
	async (text) => {
		const { emulator } = createEmulator();
		const sender = await openChatter(emulator, 'tidalkit', 'tidalkit');
		const reader = openReader(emulator, 'tidalkit');

		expect(noticeId(sender.write(`PRIVMSG #tidalkit :${text}`))).toBe('unrecognized_cmd');
		expect(reader.lines).toEqual([]);
	}
);

test('text that only begins with dots is text', async () => {
	const { emulator } = createEmulator();
	const sender = await openChatter(emulator, 'tidalkit', 'tidalkit');

	expect(sender.write('PRIVMSG #tidalkit :...well')[0]).toContain('USERSTATE');
});

test.each(['/me waves Kappa', '\u0001ACTION waves Kappa\u0001'])(
	'%j is an action whose emotes count from its text',
	async (text) => {
		const { emulator } = createEmulator();
		const sender = await openChatter(emulator, 'tidalkit', 'tidalkit');
		const reader = openReader(emulator, 'tidalkit');

		sender.write(`PRIVMSG #tidalkit :${text}`);

		const line = parseIrcMessage(reader.lines[0] ?? '');
		expect(line?.params[1]).toBe('\u0001ACTION waves Kappa\u0001');
		expect(line?.tags.get('emotes')).toBe('25:6-10');
	}
);

test('/disconnect hangs up', async () => {
	const { emulator } = createEmulator();
	const sender = await openChatter(emulator, 'tidalkit', 'tidalkit');

	sender.write('PRIVMSG #tidalkit :/disconnect');

	expect(sender.closed).toBe(true);
	expect(emulator.joinedChannels()).toEqual([]);
});

test('a reply names its parent and its thread, and mentions whom it answers', async () => {
	const { emulator } = createEmulator();
	const sender = await openChatter(emulator, 'tidalkit', 'tidalkit');
	const reader = openReader(emulator, 'tidalkit');
	const root = emulator.say({ channel: 'tidalkit', login: 'nightferry', text: 'any; plans?' });
	const parent = emulator.say({ channel: 'tidalkit', login: 'pixelgull', text: 'yes', replyTo: { messageId: root } });
	reader.forget();

	sender.write(`@reply-parent-msg-id=${parent} PRIVMSG #tidalkit :tell us Kappa`);

	const line = parseIrcMessage(reader.lines[0] ?? '');
	expect(line?.params[1]).toBe('@PixelGull tell us Kappa');
	expect(line?.tags.get('emotes')).toBe('25:19-23');
	expect(Object.fromEntries([...(line?.tags ?? [])].filter(([key]) => key.startsWith('reply-')))).toEqual({
		'reply-parent-msg-id': parent,
		'reply-parent-user-id': '100101',
		'reply-parent-user-login': 'pixelgull',
		'reply-parent-display-name': 'PixelGull',
		'reply-parent-msg-body': '@nightferry yes',
		'reply-thread-parent-msg-id': root,
		'reply-thread-parent-user-id': '100106',
		'reply-thread-parent-user-login': 'nightferry',
		'reply-thread-parent-display-name': 'nightferry'
	});
});

test('nobody hears what is written to a channel that does not exist or is suspended', async () => {
	const { emulator } = createEmulator();
	const sender = await openChatter(emulator, 'tidalkit');

	expect(sender.write('PRIVMSG #nobody :hello')).toEqual([]);
	expect(noticeId(sender.write('PRIVMSG #sunkenship :hello'))).toBe('msg_channel_suspended');
});

test('a command that does not exist is answered with 421', async () => {
	const { emulator } = createEmulator();
	const sender = await openChatter(emulator, 'tidalkit');

	expect(sender.write('WHO #tidalkit')).toEqual([':tmi.twitch.tv 421 tidalkit WHO :Unknown command']);
});
