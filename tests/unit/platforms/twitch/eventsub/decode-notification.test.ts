import { expect, test } from 'vitest';
import { decodeNotification } from '#lib/platforms/twitch/eventsub/decode-notification.ts';
import { eventTypes } from '#lib/platforms/twitch/eventsub/event-types.ts';
import { panelScopes } from '#lib/platforms/twitch/panel-scopes.ts';
import { eventSamples } from './event-samples.ts';

const ownId = '7';
const decode = (type: string, event: Record<string, unknown>) =>
	decodeNotification({ id: 'e1', at: 1, type, event }, ownId);

test.each(eventSamples)('%s is read', (type, event, body) => {
	expect(decode(type, event)).toEqual({ id: 'e1', platform: 'twitch', at: 1, ...(body as object) });
});

test('every type that is subscribed to has been read', () => {
	const types = (list: readonly { readonly type: string }[]) => [...new Set(list.map(({ type }) => type))].sort();

	expect(types(eventSamples.map(([type]) => ({ type })))).toEqual(types(eventTypes));
});

test('what the panel asks a streamer to allow is enough for every type', () => {
	const missing = eventTypes.filter(
		({ scopes }) => !scopes.every((list) => list.some((scope) => panelScopes.includes(scope)))
	);

	expect(missing.map(({ type }) => type)).toEqual([]);
});

test.each(['ban', 'timeout', 'unban', 'untimeout', 'mod', 'unmod', 'vip', 'unvip', 'warn', 'deny_unban_request'])(
	'that a moderator did "%s" is told by its own type alone',
	(action) => {
		const moderator = { moderator_user_id: '8', moderator_user_login: 'cy', moderator_user_name: 'Cy' };

		expect(decode('channel.moderate', { ...moderator, action })).toBeUndefined();
	}
);

test('a type that nobody knows is ignored, and a rerun is no broadcast', () => {
	expect(decode('channel.dance.begin', {})).toBeUndefined();
	expect(decode('stream.online', { type: 'rerun', started_at: '2026-01-01T12:00:00Z' })).toBeUndefined();
});

test.each(eventSamples.filter(([type]) => !['stream.offline', 'channel.chat_settings.update'].includes(type)))(
	'%s with its values gone wrong is refused whole',
	(type, event) => {
		const broken = Object.fromEntries(Object.keys(event).map((key) => [key, { toString: 'no' }]));

		expect(() => decode(type, broken)).toThrow(expect.objectContaining({ name: 'ProtocolError' }));
	}
);

test('names and texts of strangers are cleaned', () => {
	const event = { user_id: '9', user_login: 'bo', user_name: 'B\u202eo\u0000'.padEnd(90, '!') };

	const follow = decode('channel.follow', event);

	expect(follow).toMatchObject({ person: { displayName: `Bo${'!'.repeat(56)}` } });
});
