import { ProtocolError } from '#lib/model/errors.ts';
import { decodeBttvFrame, encodeJoin, encodePart } from '#lib/platforms/twitch/emotes/bttv-frame.ts';
import { expect, test } from 'vitest';

const host = 'https://cdn.betterttv.net';
const channel = 'twitch:100001';
const none = { added: [], removed: [], renamed: [] };
const emote = { id: 'A1', code: 'nod', imageType: 'gif', animated: true, user: { displayName: 'Somebody' } };
const decode = (name: string, data: unknown) => decodeBttvFrame(JSON.stringify({ name, data }), host);

test('an added emote is read; its address is built from its id', () => {
	expect(decode('emote_create', { channel, emote })).toEqual({
		userId: '100001',
		change: {
			...none,
			added: [
				{
					provider: 'bttv',
					id: 'A1',
					name: 'nod',
					url: `${host}/emote/A1/2x`,
					stillUrl: `${host}/emote/A1/static/2x.webp`,
					ratio: 1
				}
			]
		}
	});
});

test('renamed and removed emotes are read', () => {
	expect(decode('emote_update', { channel, emote: { id: 'A1', code: 'nodNod' } })).toEqual({
		userId: '100001',
		change: { ...none, renamed: [{ id: 'A1', name: 'nodNod' }] }
	});
	expect(decode('emote_delete', { channel, emoteId: 'A1' })).toEqual({
		userId: '100001',
		change: { ...none, removed: ['A1'] }
	});
});

test.each([
	['lookup_user', { providerId: '100001', badge: {} }],
	['emote_update', { channel, emote: { id: 'A1', user: {} } }],
	['toString', undefined]
])('%s that changes no emote is passed over', (name, data) => {
	expect(decode(name, data)).toBeUndefined();
});

test.each([
	['emote_create', { channel, emote: { ...emote, id: '../1' } }],
	['emote_create', { channel, emote: { ...emote, code: 'two words' } }],
	['emote_create', { channel }],
	['emote_create', { channel: 'youtube:1', emote }],
	['emote_update', { channel, emote: { id: 'A1', code: 'a\u202eb' } }],
	['emote_delete', { channel, emoteId: null }],
	['emote_delete', { channel: 'twitch:../1', emoteId: 'A1' }],
	['emote_delete', null]
])('%s with %j is refused', (name, data) => {
	expect(() => decode(name, data)).toThrow(ProtocolError);
});

test.each(['<html>', 'null', '[]', '{"name":1}', `{"name":"${'x'.repeat(65 * 1024)}"}`])(
	'what is no frame is refused',
	(text) => {
		expect(() => decodeBttvFrame(text, host)).toThrow(ProtocolError);
	}
);

test('a channel is joined and left by the id of its Twitch user', () => {
	expect(JSON.parse(encodeJoin('100001'))).toEqual({ name: 'join_channel', data: { name: channel } });
	expect(JSON.parse(encodePart('100001'))).toEqual({ name: 'part_channel', data: { name: channel } });
});
