import { expect, test } from 'vitest';
import type { ChatEvent } from '#lib/model/chat.ts';
import { fragmentsText } from '#lib/model/fragment.ts';
import { decodeLine } from '#lib/platforms/twitch/chat-codec.ts';
import { parseIrcMessage } from '#lib/platforms/twitch/irc.ts';
import { seededRandom } from '#lib/emulator/seeded-random.ts';
import { createHostileLine } from '#tests/support/hostile-lines.ts';
import { lineProblem } from '#tests/support/line-problem.ts';

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

test.each([
	['custom-reward-id=r1', { rewardId: 'r1' }],
	['returning-chatter=1', { returning: true }],
	['msg-id=animated-message', { powerUp: 'effect' }],
	['msg-id=gigantified-emote-message', { powerUp: 'gigantified' }],
	[
		'pinned-chat-paid-amount=1250;pinned-chat-paid-currency=EUR;pinned-chat-paid-exponent=2',
		{ payment: { amount: 12.5, currency: 'EUR' } }
	],
	['id=m2;room-id=1;source-room-id=2;source-id=m1', { source: { channelId: '2', messageId: 'm1', foreign: true } }],
	['id=m1;room-id=2;source-room-id=2', { source: { channelId: '2', messageId: 'm1', foreign: false } }]
])('a message with %s says so', (tags, expected) => {
	expect(decodeMessage(`@${tags} :a!a@a PRIVMSG #pool :x`)).toMatchObject(expected);
});

test.each([
	'bits=0',
	'bits=1e3',
	'bits=-5',
	'returning-chatter=0',
	'custom-reward-id=',
	'source-room-id=',
	'pinned-chat-paid-amount=100;pinned-chat-paid-currency=<b>',
	'msg-id=constructor'
])('a message with %s is like one without', (tags) => {
	expect(decodeMessage(`@${tags} :a!a@a PRIVMSG #pool :x`)).toEqual(decodeMessage(':a!a@a PRIVMSG #pool :x'));
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

test('a notice mirrored from a shared chat has its real kind and says where it comes from', () => {
	const event = decode(
		'@msg-id=sharedchatnotice;source-msg-id=raid;msg-param-viewerCount=8;id=n2;source-id=n1;room-id=1;source-room-id=2;login=a :tmi.twitch.tv USERNOTICE #pool'
	);

	expect(event).toMatchObject({
		notice: { kind: 'raid', amount: 8, source: { channelId: '2', messageId: 'n1', foreign: true } }
	});
});

test.each([
	['msg-id=sub;msg-param-sub-plan=Prime', { kind: 'subscription', tier: 'prime' }],
	[
		'msg-id=resub;msg-param-cumulative-months=9;msg-param-streak-months=3;msg-param-sub-plan=3000',
		{ kind: 'subscription', amount: 9, streak: 3, tier: '3' }
	],
	[
		'msg-id=subgift;msg-param-recipient-display-name=Bo;msg-param-origin-id=o1;msg-param-sub-plan=1000',
		{ kind: 'gift', recipients: ['Bo'], originId: 'o1', tier: '1' }
	],
	[
		'msg-id=submysterygift;msg-param-mass-gift-count=5;msg-param-origin-id=o1;msg-param-community-gift-id=c1',
		{ kind: 'gift', amount: 5, originId: 'c1' }
	],
	['msg-id=giftpaidupgrade;msg-param-sender-name=Bo', { kind: 'subscription' }],
	['msg-id=standardpayforward', { kind: 'gift' }],
	['msg-id=raid;msg-param-viewerCount=42', { kind: 'raid', amount: 42 }],
	['msg-id=announcement;msg-param-color=ORANGE', { kind: 'announcement', color: 'orange' }],
	['msg-id=bitsbadgetier;msg-param-threshold=1000', { kind: 'milestone', amount: 1_000 }],
	['msg-id=viewermilestone;msg-param-value=7', { kind: 'milestone', amount: 7, streak: 7 }],
	['msg-id=modiversary;msg-param-months=12', { kind: 'milestone', amount: 12 }],
	['msg-id=rewardgift;msg-param-selected-count=3', { kind: 'gift', amount: 3 }],
	['msg-id=charitydonation', { kind: 'tip' }],
	['msg-id=unraid', { kind: 'system' }]
])('a USERNOTICE with %s has what it tells', (tags, expected) => {
	expect(decode(`@${tags};login=ada :tmi.twitch.tv USERNOTICE #pool`)).toMatchObject({ notice: expected });
});

test("gifts with Twitch's origin of nothing are not tied together", () => {
	const origin = 'da\\s39\\sa3\\see\\s5e\\s6b\\s4b\\s0d\\s32\\s55\\sbf\\sef\\s95\\s60\\s18\\s90\\saf\\sd8\\s07\\s09';
	const event = decode(`@msg-id=subgift;msg-param-origin-id=${origin} :tmi.twitch.tv USERNOTICE #pool`);

	expect(event?.type === 'notice' && event.notice.originId).toBeUndefined();
});

test.each(['WHISPER #pool :psst', 'HOSTTARGET #pool :- 1', 'USERSTATE #pool', 'GLOBALUSERSTATE', 'JOIN #pool'])(
	'%s adds no line',
	(text) => {
		expect(decode(`@message-id=1;user-id=7 :a!a@a ${text}`)).toBeUndefined();
	}
);

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

test('none of 50,000 hostile lines throws, loses text, or has a text that is not the sum of its fragments', () => {
	const random = seededRandom(7);

	const problems = Array.from({ length: 50_000 }, () => createHostileLine(random)).flatMap((line) => {
		const problem = lineProblem(line);
		return problem === undefined ? [] : [{ line, problem }];
	});

	expect(problems).toEqual([]);
});
