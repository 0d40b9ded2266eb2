import { expect, test } from 'vitest';
import { parseIrcMessage } from '#lib/platforms/twitch/irc.ts';
import type { RoomModes } from '#lib/platforms/twitch/emulator/twitch-emulator.ts';
import { createEmulator, openChatter, openReader, type ChatSocket } from '../emulator-fixture.ts';

const send = (socket: ChatSocket, text: string) => parseIrcMessage(socket.write(`PRIVMSG #tidalkit :${text}`)[0] ?? '');

test('a changed mode is told alone, with its NOTICE', () => {
	const { emulator } = createEmulator();
	const reader = openReader(emulator, 'tidalkit');

	emulator.setRoomModes('tidalkit', { slowSeconds: 30 });

	expect(reader.lines[0]).toBe('@room-id=100001;slow=30 :tmi.twitch.tv ROOMSTATE #tidalkit');
	expect(reader.lines[1]).toMatch(/^@msg-id=slow_on :tmi\.twitch\.tv NOTICE #tidalkit :/);
});

test('who joins later is told all modes as they are', () => {
	const { emulator } = createEmulator();
	emulator.setRoomModes('tidalkit', { followersOnlyMinutes: 10, uniqueChat: true });
	const reader = openReader(emulator);

	expect(reader.write('JOIN #tidalkit').at(-1)).toBe(
		'@emote-only=0;followers-only=10;r9k=1;room-id=100001;slow=0;subs-only=0 :tmi.twitch.tv ROOMSTATE #tidalkit'
	);
});

test.each<[Partial<RoomModes>, string, string, string]>([
	[{ subscribersOnly: true }, 'quietharbor', 'hello', 'msg_subsonly'],
	[{ emoteOnly: true }, 'quietharbor', 'hello Kappa', 'msg_emoteonly'],
	[{ followersOnlyMinutes: 0 }, 'quietharbor', 'hello', 'msg_followersonly_zero'],
	[{ followersOnlyMinutes: 10 }, 'quietharbor', 'hello', 'msg_followersonly'],
	[{ uniqueChat: true }, 'quietharbor', 'said before', 'msg_r9k']
])('%j stops %s from writing "%s" with %s', async (modes, login, text, id) => {
	const { emulator } = createEmulator();
	emulator.setRoomModes('mosslantern', modes);
	emulator.say({ channel: 'mosslantern', login: 'nightferry', text: 'said before' });
	const viewer = await openChatter(emulator, login, 'mosslantern');
	const streamer = await openChatter(emulator, 'mosslantern', 'mosslantern');

	const refusal = parseIrcMessage(viewer.write(`PRIVMSG #mosslantern :${text}`)[0] ?? '');
	const allowed = parseIrcMessage(streamer.write(`PRIVMSG #mosslantern :${text}`)[0] ?? '');

	expect(refusal?.command).toBe('NOTICE');
	expect(refusal?.tags.get('msg-id')).toBe(id);
	expect(allowed?.command).toBe('USERSTATE');
});

test('a follower who came too late is told so', async () => {
	const { emulator } = createEmulator();
	const viewer = await openChatter(emulator, 'quietharbor', 'tidalkit');
	emulator.setRoomModes('tidalkit', { followersOnlyMinutes: 10 * 365 * 24 * 60 });
	viewer.forget();

	expect(send(viewer, 'hello')?.tags.get('msg-id')).toBe('msg_followersonly_followed');
});

test('emotes alone pass in emote-only mode', async () => {
	const { emulator } = createEmulator();
	const viewer = await openChatter(emulator, 'quietharbor', 'tidalkit');
	emulator.setRoomModes('tidalkit', { emoteOnly: true });
	viewer.forget();

	expect(send(viewer, 'Kappa HeyGuys')?.command).toBe('USERSTATE');
});

test('slow mode lets a viewer write again when its seconds are over', async () => {
	const { emulator, clock } = createEmulator();
	emulator.setRoomModes('tidalkit', { slowSeconds: 10 });
	const viewer = await openChatter(emulator, 'quietharbor', 'tidalkit');
	send(viewer, 'one');
	clock.tick(4000);

	const refusal = send(viewer, 'two');
	clock.tick(6000);
	const allowed = send(viewer, 'three');

	expect(refusal?.tags.get('msg-id')).toBe('msg_slowmode');
	expect(refusal?.params[1]).toContain('6 seconds');
	expect(allowed?.command).toBe('USERSTATE');
});

test('a ban is told to the room and ends with unban, a timeout with its time', async () => {
	const { emulator, clock } = createEmulator();
	const viewer = await openChatter(emulator, 'quietharbor', 'tidalkit');
	const reader = openReader(emulator, 'tidalkit');

	emulator.ban({ channel: 'tidalkit', login: 'quietharbor' });
	const banned = send(viewer, 'one');
	emulator.unban({ channel: 'tidalkit', login: 'quietharbor' });
	emulator.ban({ channel: 'tidalkit', login: 'quietharbor', durationSeconds: 60 });
	const timedOut = parseIrcMessage(viewer.write('PRIVMSG #tidalkit :two').at(0) ?? '');
	clock.tick(60_000);
	const allowed = send(viewer, 'three');

	expect(reader.lines.slice(0, 2)).toEqual([
		`@room-id=100001;target-user-id=100003;tmi-sent-ts=${clock.now - 60_000} :tmi.twitch.tv CLEARCHAT #tidalkit :quietharbor`,
		`@ban-duration=60;room-id=100001;target-user-id=100003;tmi-sent-ts=${clock.now - 60_000} ` +
			':tmi.twitch.tv CLEARCHAT #tidalkit :quietharbor'
	]);
	expect(banned?.tags.get('msg-id')).toBe('msg_banned');
	expect(timedOut?.tags.get('msg-id')).toBe('msg_timedout');
	expect(allowed?.command).toBe('USERSTATE');
});
