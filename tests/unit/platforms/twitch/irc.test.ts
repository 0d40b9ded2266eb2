import { expect, test } from 'vitest';
import { escapeTagValue, parseIrcMessage, prefixNick, unescapeTagValue } from '#lib/platforms/twitch/irc.ts';

test('a full line is cut into tags, prefix, command and parameters', () => {
	const line = parseIrcMessage('@id=a1;color=#FF0000 :ada!ada@ada.tmi.twitch.tv PRIVMSG #chan :hello there\r\n');

	expect(line?.tags.get('id')).toBe('a1');
	expect(line?.tags.get('color')).toBe('#FF0000');
	expect(line?.prefix).toBe('ada!ada@ada.tmi.twitch.tv');
	expect(line?.command).toBe('PRIVMSG');
	expect(line?.params).toEqual(['#chan', 'hello there']);
});

test.each([
	['PING', [], 'PING'],
	['PING :tmi.twitch.tv', ['tmi.twitch.tv'], 'PING'],
	[':tmi.twitch.tv RECONNECT\r\n', [], 'RECONNECT'],
	['CLEARMSG #pool sup', ['#pool', 'sup'], 'CLEARMSG'],
	['PRIVMSG  #pool   :two  spaces ', ['#pool', 'two  spaces '], 'PRIVMSG'],
	['PRIVMSG #pool :', ['#pool', ''], 'PRIVMSG'],
	['PRIVMSG #pool ::)', ['#pool', ':)'], 'PRIVMSG'],
	['PRIVMSG #pool   ', ['#pool'], 'PRIVMSG'],
	['PRIVMSG :#pool :x', ['#pool :x'], 'PRIVMSG'],
	['PRIVMSGS #pool x :y', ['#pool', 'x', 'y'], 'PRIVMSGS'],
	[':tmi.twitch.tv 353 me = #pool :me you', ['me', '=', '#pool', 'me you'], '353']
])('%j has its parameters', (text, params, command) => {
	const line = parseIrcMessage(text);

	expect(line?.command).toBe(command);
	expect(line?.params).toEqual(params);
});

test.each(['', '\r\n', '   ', '@', '@tags-only', ':prefix-only', '@a=b :prefix', '@a=b '])(
	'%j has no command and is no message',
	(text) => {
		expect(parseIrcMessage(text)).toBeUndefined();
	}
);

test('tag keys are case-sensitive and match whole', () => {
	const tags = parseIrcMessage('@msg-param-displayName=Ada;xid=1;id2=2;id=3 PING')?.tags;

	expect(tags?.get('msg-param-displayName')).toBe('Ada');
	expect(tags?.get('msg-param-displayname')).toBeUndefined();
	expect(tags?.get('id')).toBe('3');
	expect(tags?.get('d')).toBeUndefined();
});

test('a missing value equals an empty one, and the last of two tags counts', () => {
	const tags = parseIrcMessage('@a;b=;c=1;c=2;d=x=y PING')?.tags;

	expect(tags?.get('a')).toBe('');
	expect(tags?.get('b')).toBe('');
	expect(tags?.get('c')).toBe('2');
	expect(tags?.get('d')).toBe('x=y');
	expect(tags?.has('a')).toBe(true);
	expect(tags?.has('e')).toBe(false);
});

test('tags of two lines may be read in turns', () => {
	const one = parseIrcMessage('@a=1;b=2 PING')?.tags;
	const other = parseIrcMessage('@b=3\\s PING')?.tags;

	expect(one?.get('a')).toBe('1');
	expect(other?.get('b')).toBe('3 ');
	expect(one?.get('b')).toBe('2');
	expect(other?.has('a')).toBe(false);
});

test('of many tags with one first letter each is found', () => {
	const keys = Array.from({ length: 300 }, (_, index) => `a${index}`);
	const tags = parseIrcMessage(`@${keys.map((key) => `${key}=${key}!`).join(';')} PING`)?.tags;

	expect(keys.filter((key) => tags?.get(key) !== `${key}!`)).toEqual([]);
});

test('a semicolon after the last tag is not part of it', () => {
	expect(parseIrcMessage('@a=1;b=2; PING')?.tags.get('b')).toBe('2');
});

test('a line of 100,000 parameters has them all', () => {
	expect(parseIrcMessage(`PRIVMSG${' #a'.repeat(100_000)}`)?.params).toHaveLength(100_000);
});

test('iterating tags gives every key with its unescaped value', () => {
	const tags = parseIrcMessage('@a=1;b;;c=x\\sy PING')?.tags ?? [];

	expect([...tags]).toEqual([
		['a', '1'],
		['b', ''],
		['c', 'x y']
	]);
});

test.each([
	['plain', 'plain'],
	['a\\sb', 'a b'],
	['a\\:b', 'a;b'],
	['a\\\\sb', 'a\\sb'],
	['\\r\\n', '\r\n'],
	['a\\xb', 'axb'],
	['end\\', 'end'],
	['\\', ''],
	['\\\\', '\\']
])('the tag value %j unescapes to %j', (escaped, value) => {
	expect(unescapeTagValue(escaped)).toBe(value);
});

test('escaping and unescaping a tag value give the value back', () => {
	const value = 'a; b\\ c\r\nd\\s😀';

	expect(unescapeTagValue(escapeTagValue(value))).toBe(value);
});

test('the nick is the part of a prefix before the bang', () => {
	expect(prefixNick('ada!ada@host')).toBe('ada');
	expect(prefixNick('tmi.twitch.tv')).toBe('tmi.twitch.tv');
	expect(prefixNick(undefined)).toBe('');
});
