import { expect, test } from 'vitest';
import type { ChatEvent, ChatMessage, ChatNotice } from '#lib/model/chat.ts';
import { fragmentsText } from '#lib/model/fragment.ts';
import { decodeThetaMessage } from '#lib/platforms/theta/chat-codec.ts';

const owner = 'usrfedcba9876543210';
const publishedAt = 1_760_000_000_000;
const meta = {
	channel: { platform: 'theta', key: owner },
	timetoken: '17600000000000000',
	receivedAt: publishedAt + 40
};
const viewer = { id: 'usr0123456789abcdef', username: 'Viewer_One', avatar_url: null };

function decode(type: string, data: unknown): ChatEvent | undefined {
	return decodeThetaMessage({ type, data }, meta);
}

function decodeLine(data: object): ChatMessage {
	const event = decode('chat_message', { text: 'hello', user: viewer, ...data });
	if (event?.type !== 'message') throw new Error('Expected a message.');
	return event.message;
}

function decodeNotice(type: string, data: object): ChatNotice {
	const event = decode(type, data);
	if (event?.type !== 'notice') throw new Error('Expected a notice.');
	return event.notice;
}

test('a chat line becomes a message with its author, text and time', () => {
	const line = { message_id: 'msg0001', text: 'hello :tfuel:', timestamp: publishedAt - 15, user: viewer };

	const event = decode('chat_message', {
		...line,
		emotes: [{ code: ':tfuel:', image_url: 'https://cdn.invalid/t.png' }]
	});

	expect(event).toEqual({
		type: 'message',
		message: {
			id: 'msg0001',
			channel: meta.channel,
			author: { userId: viewer.id, login: 'viewer_one', displayName: 'Viewer_One', badges: [], roles: [] },
			text: 'hello :tfuel:',
			fragments: [{ type: 'text', text: 'hello :tfuel:' }],
			sentAt: publishedAt - 15,
			action: false,
			firstMessage: false,
			highlighted: false
		}
	});
});

test.each(['chat_message', 'chat_message_usrfedcba9876543210'])('%s is a chat line', (type) => {
	expect(decode(type, { text: 'hi', user: viewer })?.type).toBe('message');
});

test('mentions and links are cut out and the fragments still make up the text', () => {
	const { text, fragments } = decodeLine({ text: 'hi @Northpier see https://example.com/a now' });

	expect(fragments.map(({ type }) => type)).toEqual(['text', 'mention', 'text', 'link', 'text']);
	expect(fragmentsText(fragments)).toBe(text);
});

test('the owner of the channel is its broadcaster', () => {
	const { author } = decodeLine({ user: { id: owner, username: 'the_streamer' } });

	expect(author.roles).toEqual(['broadcaster']);
	expect(author.badges).toEqual([{ set: 'broadcaster', version: '1' }]);
});

test.each([
	['that runs', meta.receivedAt + 1, ['subscriber']],
	['that runs, told as text', String(meta.receivedAt + 1), ['subscriber']],
	['that ended', meta.receivedAt - 1, []],
	['without an end', undefined, []]
])('a subscription %s', (_name, current_period_end, roles) => {
	const user = { ...viewer, sub: { subscription_status: 'active', count: 2, current_period_end } };

	expect(decodeLine({ user }).author.roles).toEqual(roles);
});

test('a subscriber wears a badge with the months', () => {
	const sub = { count: 14, current_period_end: meta.receivedAt + 1 };

	expect(decodeLine({ user: { ...viewer, sub } }).author.badges).toEqual([{ set: 'subscriber', version: '14' }]);
});

test('a line without an id is known by its timetoken', () => {
	expect(decodeLine({}).id).toBe(meta.timetoken);
});

test.each([
	['missing', undefined],
	['of another year', 1_600_000_000_000],
	['far ahead', publishedAt * 10],
	['no number', 'yesterday']
])("a time that is %s gives way to PubNub's own", (_name, timestamp) => {
	expect(decodeLine({ timestamp }).sentAt).toBe(publishedAt);
});

test('a line without a user has an author without a name', () => {
	expect(decodeLine({ user: undefined }).author).toEqual({
		userId: '',
		login: '',
		displayName: '',
		badges: [],
		roles: []
	});
});

const user = viewer;
const sender = { id: 'usr1111111111111111', username: 'kind_one' };

test.each<[string, string, object, Partial<ChatNotice>]>([
	[
		'a tip',
		'donation',
		{ note: 'gg', sender, tfuel: '25', user },
		{ kind: 'tip', amount: 25, currency: 'TFuel', systemText: '' }
	],
	['a tip in fractions', 'donation', { sender, tfuel: '0.5' }, { kind: 'tip', amount: 0.5 }],
	[
		'a tip by gift',
		'donation_gift',
		{ gift: { name: 'Rose', tfuel: 5 }, text: 'v sent Rose', user },
		{ kind: 'tip', amount: 5, currency: 'TFuel', itemName: 'Rose', systemText: '' }
	],
	[
		'a gift',
		'gift_item',
		{ item: { name: 'Rocket' }, text: 'v sent Rocket', user },
		{ kind: 'gift', itemName: 'Rocket', amount: 1 }
	],
	['a follow', 'follow', { text: 'v followed', user }, { kind: 'follow', systemText: 'v followed' }],
	[
		'a subscription',
		'subscribe',
		{ text: 'v subscribed', user, sub: { count: 2 } },
		{ kind: 'subscription', amount: 2 }
	],
	['a given subscription', 'subscribe', { user, sub: { count: 1, gifter: sender } }, { kind: 'gift', amount: 1 }],
	[
		'an arrival',
		'hello_message',
		{ metadata: { message: 'v joined' }, user },
		{ kind: 'arrival', systemText: 'v joined' }
	],
	['an arrival told otherwise', 'hello_message', { text: 'v joined' }, { kind: 'arrival', systemText: 'v joined' }],
	['a level', 'level_up', { text: 'up', user: { ...user, channel_xp: { level: 7 } } }, { kind: 'level', amount: 7 }],
	['a stream that starts', 'turn_on_channel', {}, { kind: 'stream-online' }],
	['a stream that ends', 'turn_off_channel', {}, { kind: 'stream-offline' }],
	['a system line', 'system_chat_message', { text: 'Slow down' }, { kind: 'system', systemText: 'Slow down' }],
	['a raid', 'system_chat_message', { text: 'x has raided the stream with 12 viewers' }, { kind: 'raid', amount: 12 }],
	['a raffle won', 'raffle_winner', { text: 'v won', user }, { kind: 'system', systemText: 'v won' }],
	['an unknown type with text', 'raffle', { text: 'A raffle!' }, { kind: 'system', systemText: 'A raffle!' }]
])('%s becomes a notice', (_name, type, data, expected) => {
	expect(decodeNotice(type, data)).toMatchObject(expected);
});

test('a tip is by its sender and carries their note', () => {
	const { author, fragments } = decodeNotice('donation', { note: 'gg @emberwake', sender, tfuel: '25', user });

	expect(author?.displayName).toBe('kind_one');
	expect(fragmentsText(fragments)).toBe('gg @emberwake');
});

test('a chatter cannot fake a raid', () => {
	expect(decode('raffle', { text: 'x has raided the stream' })).toMatchObject({ notice: { kind: 'system' } });
});

test.each([
	undefined,
	null,
	0,
	'',
	'chat_message',
	[],
	[[]],
	{},
	{ type: 7 },
	{ type: 'raffle' },
	{ type: 'raffle', data: {} },
	{ type: 'chat_message' },
	{ type: 'chat_message', data: null },
	{ type: 'chat_message', data: [] },
	{ type: 'chat_message', data: { text: 7 } },
	{ type: 'chat_message', data: { text: '\u0000\u202e \u2066' } },
	{ type: '__proto__', data: {} },
	{ type: 'constructor', data: {} },
	{ type: 'toString' },
	{ type: 'chat_message', data: { text: 'x'.repeat(1_000_000) } },
	{ type: 'x'.repeat(100_000), data: { text: 'x' } }
])('nothing to show comes of hostile payload %#', (payload) => {
	expect(decodeThetaMessage(payload, meta)).toBeUndefined();
});

test.each<[string, object, Partial<ChatMessage>]>([
	['an odd id', { message_id: '"><script>' }, { id: meta.timetoken }],
	['an id that is an object', { message_id: {} }, { id: meta.timetoken }],
	['a user that is a text', { user: 'me' }, { author: expect.objectContaining({ userId: '' }) as never }],
	[
		'a user with a hostile id',
		{ user: { id: '../*', username: 'x' } },
		{ author: expect.objectContaining({ userId: '' }) as never }
	],
	[
		'a name with an override',
		{ user: { ...viewer, username: 'a\u202eb\u0007' } },
		{ author: expect.objectContaining({ displayName: 'ab' }) as never }
	],
	[
		'odd experience',
		{ user: { ...viewer, channel_xp: 'lots', sub: [] } },
		{ author: expect.objectContaining({ userId: viewer.id }) as never }
	],
	['control characters', { text: 'a\u0000b\u0085c\u202ed' }, { text: 'abcd' }],
	['too much text', { text: '😀'.repeat(600) }, { text: '😀'.repeat(500) }],
	['markup', { text: '<img src=x onerror=alert(1)>' }, { text: '<img src=x onerror=alert(1)>' }]
])('a line with %s is still shown', (_name, data, expected) => {
	expect(decodeLine(data)).toMatchObject(expected);
});

test.each([['-5'], ['1e9'], ['NaN'], [Infinity], [{}], ['9'.repeat(400)]])('a tip of %j has no amount', (tfuel) => {
	expect(decodeNotice('donation', { sender, tfuel })).not.toHaveProperty('amount');
});
