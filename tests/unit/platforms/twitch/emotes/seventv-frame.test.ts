import { ProtocolError } from '#lib/model/errors.ts';
import { decodeSevenTvFrame } from '#lib/platforms/twitch/emotes/seventv-frame.ts';
import { expect, test } from 'vitest';

const host = 'https://cdn.7tv.app';
const decode = (value: unknown) => decodeSevenTvFrame(JSON.stringify(value), host);
const update = (body: object) => decode({ op: 0, d: { type: 'emote_set.update', body: { id: 'SET1', ...body } } });

test('added, removed and renamed emotes are read; addresses are built from their ids', () => {
	expect(
		update({
			pushed: [{ key: 'emotes', index: 3, value: { id: 'A1', name: 'nod', flags: 1, data: { animated: true } } }],
			pulled: [{ key: 'emotes', index: 1, old_value: { id: 'B2', name: 'gone' } }],
			updated: [{ key: 'emotes', index: 2, old_value: { id: 'C3', name: 'x' }, value: { id: 'C3', name: 'y' } }]
		})
	).toEqual({
		type: 'change',
		setId: 'SET1',
		change: {
			added: [
				{
					provider: '7tv',
					id: 'A1',
					name: 'nod',
					url: `${host}/emote/A1/2x.webp`,
					stillUrl: `${host}/emote/A1/2x_static.webp`,
					ratio: 1,
					overlaid: true
				}
			],
			removed: ['B2'],
			renamed: [{ id: 'C3', name: 'y' }]
		}
	});
});

test('wrong entries are left out one by one, and so are changes of what is no emote', () => {
	expect(
		update({
			pushed: [
				{ key: 'emotes', value: { id: '../1', name: 'a' } },
				{ key: 'emotes', value: { id: '1', name: 'two words' } },
				{ key: 'name', value: { id: '1', name: 'a' } },
				null
			],
			pulled: [{ key: 'emotes', old_value: null }],
			updated: null
		})
	).toMatchObject({ change: { added: [], removed: [], renamed: [] } });
});

test.each([
	[{ op: 1, d: { heartbeat_interval: 25_000, session_id: 'abc' } }, 'hello'],
	[{ op: 2, d: { count: 1 } }, 'heartbeat'],
	[{ op: 4, d: {} }, 'farewell'],
	[{ op: 7, d: {} }, 'farewell'],
	[{ op: 5, d: { command: 'SUBSCRIBE', data: {} } }, 'acknowledgement'],
	[{ op: 99, d: {} }, undefined],
	[{ op: 0, d: { type: 'user.update', body: {} } }, undefined]
])('%j is read as %s', (frame, type) => {
	expect(decode(frame)?.type).toBe(type);
});

test('only a session that says so was resumed', () => {
	expect(decode({ op: 5, d: { command: 'RESUME', data: { success: true } } })).toMatchObject({ successful: true });
	for (const data of [{ success: false }, { success: 'true' }, null])
		expect(decode({ op: 5, d: { command: 'RESUME', data } })).toMatchObject({ successful: false });
});

test.each([
	'<html>',
	'[]',
	'{"op":"1"}',
	'{"op":1,"d":{"heartbeat_interval":0,"session_id":"a"}}',
	'{"op":1,"d":{"heartbeat_interval":25000,"session_id":"a b"}}',
	'{"op":0,"d":{"type":"emote_set.update","body":{"id":"../x"}}}',
	`{"op":2,"d":"${'x'.repeat(5 * 1024 * 1024)}"}`
])('a frame that lies is refused', (text) => {
	expect(() => decodeSevenTvFrame(text, host)).toThrow(ProtocolError);
});
