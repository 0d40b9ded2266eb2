import { expect, test } from 'vitest';
import type { ChatEvent } from '#lib/model/chat.ts';
import { fragmentsText } from '#lib/model/fragment.ts';
import { decodeLine } from '#lib/platforms/twitch/chat-codec.ts';
import { parseIrcMessage } from '#lib/platforms/twitch/irc.ts';
import { seededRandom } from '#lib/emulator/seeded-random.ts';

const context = { receivedAt: 1_000, createId: () => 'made-up' };
const channel = { platform: 'twitch', key: 'pool' };

function decode(text: string): ChatEvent | undefined {
	const line = parseIrcMessage(text);
	return line && decodeLine(line, context);
}

function decodeMessage(text: string) {
	const event = decode(text);
	if (event?.type !== 'message') throw new Error('no message');
	return event.message;
}

test('a chat line becomes a message with its author', () => {
	const message = decodeMessage(
		'@badges=moderator/1,subscriber/12;color=#8A2BE2;display-name=Ada;id=m1;tmi-sent-ts=1700000000000;user-id=7 :ada!ada@ada.tmi.twitch.tv PRIVMSG #pool :hello'
	);

	expect(message).toMatchObject({ id: 'm1', channel, text: 'hello', sentAt: 1_700_000_000_000, action: false });
	expect(message.author).toEqual({
		userId: '7',
		login: 'ada',
		displayName: 'Ada',
		color: '#8a2be2',
		badges: [
			{ set: 'moderator', version: '1' },
			{ set: 'subscriber', version: '12' }
		],
		roles: ['moderator', 'subscriber']
	});
});

test('a line without any tags is still a message', () => {
	const message = decodeMessage(':ada!ada@ada.tmi.twitch.tv PRIVMSG #pool :hello');

	expect(message).toMatchObject({ id: 'made-up', text: 'hello', sentAt: 1_000 });
	expect(message.author).toMatchObject({ login: 'ada', displayName: 'ada', userId: 'ada', roles: [] });
	expect(message.author.color).toBeUndefined();
});

test('/me is an action and its emotes count from after the mark', () => {
	const message = decodeMessage('@emotes=25:6-10 :a!a@a PRIVMSG #pool :\u0001ACTION waves Kappa\u0001');

	expect(message.action).toBe(true);
	expect(message.text).toBe('waves Kappa');
	expect(message.fragments.at(-1)).toMatchObject({ type: 'emote', text: 'Kappa' });
});

test('an action without its closing byte loses nothing', () => {
	expect(decodeMessage(':a!a@a PRIVMSG #pool :\u0001ACTION waves').text).toBe('waves');
});

test('a reply carries what it answers', () => {
	const message = decodeMessage(
		'@reply-parent-msg-id=p1;reply-parent-display-name=Bo;reply-parent-msg-body=are\\syou\\sthere? :a!a@a PRIVMSG #pool :@Bo yes'
	);

	expect(message.replyTo).toEqual({ messageId: 'p1', displayName: 'Bo', text: 'are you there?' });
});

test('bits, first message and highlight are read', () => {
	const message = decodeMessage('@bits=100;first-msg=1;msg-id=highlighted-message :a!a@a PRIVMSG #pool :Cheer100');

	expect(message).toMatchObject({ bits: 100, firstMessage: true, highlighted: true });
});

test.each(['red', '#12345', '#12345g', 'url(x)', '#ff00000'])('%j is no colour', (color) => {
	expect(decodeMessage(`@color=${color} :a!a@a PRIVMSG #pool :x`).author.color).toBeUndefined();
});

test('a name of prototype keys gives no role and throws nothing', () => {
	const message = decodeMessage('@badges=__proto__/1,constructor/1 :a!a@a PRIVMSG #pool :x');

	expect(message.author.roles).toEqual([]);
});

test('a display name that ends in a space is trimmed, bidirectional overrides are taken out', () => {
	expect(decodeMessage('@display-name=\u202eAda\\s :a!a@a PRIVMSG #pool :x').author.displayName).toBe('Ada');
});

test.each([
	[
		'@ban-duration=600;target-user-id=7 :tmi.twitch.tv CLEARCHAT #pool :ada',
		{ type: 'timeout', userId: '7', durationSeconds: 600 }
	],
	['@target-user-id=7 :tmi.twitch.tv CLEARCHAT #pool :ada', { type: 'timeout', userId: '7' }],
	[':tmi.twitch.tv CLEARCHAT #pool', { type: 'clear' }],
	['@target-msg-id=m1;login=ada :tmi.twitch.tv CLEARMSG #pool :bad', { type: 'deletion', messageId: 'm1' }],
	[
		'@emote-only=0;followers-only=-1;r9k=0;slow=30;subs-only=1 :tmi.twitch.tv ROOMSTATE #pool',
		{
			type: 'room-state',
			state: { emoteOnly: false, followersOnlyMinutes: -1, uniqueChat: false, slowSeconds: 30, subscribersOnly: true }
		}
	],
	['@slow=5 :tmi.twitch.tv ROOMSTATE #pool', { type: 'room-state', state: { slowSeconds: 5 } }]
])('%s', (text, expected) => {
	expect(decode(text)).toEqual({ channel, ...expected });
});

test('a resubscription keeps its sentence, its months and its text', () => {
	const event = decode(
		'@display-name=Ada;emotes=25:0-4;id=n1;login=ada;msg-id=resub;msg-param-cumulative-months=12;system-msg=Ada\\ssubscribed.;user-id=7 :tmi.twitch.tv USERNOTICE #pool :Kappa again'
	);

	expect(event).toMatchObject({
		type: 'notice',
		notice: { id: 'n1', kind: 'subscription', amount: 12, systemText: 'Ada subscribed.', author: { login: 'ada' } }
	});
	expect(event?.type === 'notice' && fragmentsText(event.notice.fragments)).toBe('Kappa again');
});

test.each([
	['raid', 'raid'],
	['submysterygift', 'gift'],
	['announcement', 'announcement'],
	['viewermilestone', 'milestone'],
	['something-new', 'system'],
	['constructor', 'system']
])('a USERNOTICE of %s is a notice of kind %s', (messageId, kind) => {
	const event = decode(`@msg-id=${messageId};login=ada;system-msg=x :tmi.twitch.tv USERNOTICE #pool`);

	expect(event).toMatchObject({ notice: { kind, systemText: 'x' } });
});

test('a notice mirrored from a shared chat has its real kind', () => {
	const event = decode('@msg-id=sharedchatnotice;source-msg-id=raid;login=a :tmi.twitch.tv USERNOTICE #pool');

	expect(event).toMatchObject({ notice: { kind: 'raid' } });
});

test.each([
	'PRIVMSG',
	'PRIVMSG pool :x',
	':a CLEARCHAT',
	'PRIVMSG # :x',
	'@target-msg-id= CLEARMSG #pool :x',
	'PING :x'
])('%j is nothing that chat shows', (text) => {
	expect(decode(text)).toBeUndefined();
});

test('a line of 64 KB becomes a message of bounded length', () => {
	expect(decodeMessage(`:a!a@a PRIVMSG #pool :${'long '.repeat(13_000)}`).text.length).toBeLessThanOrEqual(1_500);
});

test('no mutated line throws, and every text is the sum of its fragments', () => {
	const random = seededRandom(7);
	const sample =
		'@badge-info=subscriber/12;badges=broadcaster/1,subscriber/12;color=#8A2BE2;display-name=Ada\\s;emotes=25:0-4,12-16/emotesv2_ab:6-10;id=m1;tmi-sent-ts=17;user-id=7 :ada!ada@ada.tmi.twitch.tv PRIVMSG #pool :Kappa hello Kappa 😀 @bo https://x.invalid \u0301';
	const alphabet = '@:; =\\/,-#\u0001!0aé😀\u202e\u0301\r';

	for (let round = 0; round < 20_000; round++) {
		const at = Math.floor(random() * sample.length);
		const insert = alphabet[Math.floor(random() * alphabet.length)] ?? '';
		const event = decode(sample.slice(0, at) + insert + sample.slice(at + Math.floor(random() * 4)));
		if (event?.type === 'message') expect(fragmentsText(event.message.fragments)).toBe(event.message.text);
	}
});
