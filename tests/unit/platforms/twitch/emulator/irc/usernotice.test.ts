import { expect, test } from 'vitest';
import type { EmulatedNotice } from '#lib/platforms/twitch/emulator/twitch-emulator.ts';
import { parseIrcMessage } from '#lib/platforms/twitch/irc.ts';
import { ChatSocket, createEmulator, openReader } from '../emulator-fixture.ts';

const base = { channel: 'tidalkit', login: 'nightferry' };

function announce(notice: EmulatedNotice) {
	const { emulator } = createEmulator();
	const reader = openReader(emulator, notice.channel);
	const id = emulator.notice(notice);
	return { id, lines: reader.lines.map((line) => parseIrcMessage(line)) };
}

test.each<[EmulatedNotice, Record<string, string>, RegExp]>([
	[{ ...base, type: 'sub', plan: 'Prime' }, { 'cumulative-months': '1', 'sub-plan': 'Prime' }, /with Prime/],
	[
		{ ...base, type: 'resub', months: 14, streakMonths: 3 },
		{ 'cumulative-months': '14', 'should-share-streak': '1', 'streak-months': '3', 'sub-plan': '1000' },
		/14 months/
	],
	[
		{ ...base, type: 'subgift', recipientLogin: 'sazanami_boat', plan: '3000' },
		{ 'recipient-id': '100108', 'recipient-display-name': 'さざなみ', 'sub-plan': '3000', 'sender-count': '1' },
		/gifted a Tier 3 sub to さざなみ!/
	],
	[
		{ ...base, type: 'raid', viewers: 42 },
		{ displayName: 'nightferry', login: 'nightferry', viewerCount: '42' },
		/^42 raiders from nightferry have joined\n!$/
	],
	[{ ...base, type: 'announcement', text: 'soon', color: 'PURPLE' }, { color: 'PURPLE' }, /^$/],
	[
		{ ...base, type: 'viewermilestone', streak: 5 },
		{ category: 'watch-streak', value: '5', copoReward: '450' },
		/5 consecutive streams/
	],
	[{ ...base, type: 'bitsbadgetier', threshold: 1000 }, { threshold: '1000' }, /1000 Bits badge/],
	[{ ...base, type: 'giftpaidupgrade', senderLogin: 'pixelgull' }, { 'sender-name': 'PixelGull' }, /PixelGull/],
	[{ ...base, type: 'primepaidupgrade' }, { 'sub-plan': '1000' }, /Tier 1/]
])('%j carries its parameters and its sentence', (notice, params, systemText) => {
	const { id, lines } = announce(notice);

	const [line] = lines;
	expect(lines).toHaveLength(1);
	expect(line?.command).toBe('USERNOTICE');
	expect(line?.tags.get('id')).toBe(id);
	expect(line?.tags.get('msg-id')).toBe(notice.type);
	expect(line?.tags.get('login')).toBe('nightferry');
	expect(line?.tags.get('room-id')).toBe('100001');
	expect(line?.tags.get('system-msg')).toMatch(systemText);
	for (const [key, value] of Object.entries(params)) expect(line?.tags.get(`msg-param-${key}`)).toBe(value);
});

test("a chatter's text follows with its emotes", () => {
	const { lines } = announce({ ...base, type: 'resub', months: 2, text: 'still here Kappa' });

	expect(lines[0]?.params).toEqual(['#tidalkit', 'still here Kappa']);
	expect(lines[0]?.tags.get('emotes')).toBe('25:11-15');
});

test('a notice without text has no second parameter', () => {
	const { lines } = announce({ ...base, type: 'sub' });

	expect(lines[0]?.params).toEqual(['#tidalkit']);
});

test('a mystery gift is followed by its gifts, tied by one id', () => {
	const { lines } = announce({ ...base, type: 'submysterygift', recipientLogins: ['pixelgull', 'tinytrawler'] });

	const origins = lines.map((line) => line?.tags.get('msg-param-origin-id'));
	expect(lines.map((line) => line?.tags.get('msg-id'))).toEqual(['submysterygift', 'subgift', 'subgift']);
	expect(lines[0]?.tags.get('msg-param-mass-gift-count')).toBe('2');
	expect(new Set(origins).size).toBe(1);
	expect(lines[2]?.tags.get('msg-param-recipient-user-name')).toBe('tinytrawler');
});

test('without the commands capability no notice is told', () => {
	const { emulator } = createEmulator();
	const socket = new ChatSocket(emulator);
	socket.write('NICK justinfan1', 'JOIN #tidalkit');
	socket.forget();

	emulator.notice({ ...base, type: 'sub' });

	expect(socket.lines).toEqual([]);
});
