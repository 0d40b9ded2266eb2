import { expect, test } from 'vitest';
import type { ChatEvent } from '#lib/model/chat.ts';
import { Emitter } from '#lib/model/emitter.ts';
import type { ChatConnection } from '#lib/platforms/chat-connection.ts';
import { ChatHub } from '#lib/services/chat-hub.ts';
import { followCopies } from '#lib/services/shared-copies.ts';

function source(platform: string): ChatConnection & { emit(event: ChatEvent): void } {
	const events = new Emitter<ChatEvent>();
	return {
		channel: { platform, key: 'pool' },
		status: { state: 'connected', identity: 'anonymous' },
		open() {},
		close() {},
		retry() {},
		check() {},
		onEvent: (listener) => events.on(listener),
		onStatus: () => () => {},
		emit: (event) => events.emit(event)
	};
}

const notice = (platform: string, id: string): ChatEvent => ({
	type: 'notice',
	notice: { id, channel: { platform, key: 'pool' }, kind: 'system', systemText: id, fragments: [], sentAt: 0 }
});

test('the same line from two connections comes once, the same id of two platforms twice', () => {
	const hub = new ChatHub();
	const [first, second, theta] = [source('twitch'), source('twitch'), source('theta')];
	const events: ChatEvent[] = [];
	hub.onEvent((event) => events.push(event));
	for (const connection of [first, second, theta]) hub.add(connection);

	first.emit(notice('twitch', 'a'));
	second.emit(notice('twitch', 'a'));
	theta.emit(notice('theta', 'a'));

	expect(events).toHaveLength(2);
});

test('a removed connection is heard no more', () => {
	const hub = new ChatHub();
	const connection = source('twitch');
	const events: ChatEvent[] = [];
	hub.onEvent((event) => events.push(event));

	hub.add(connection)();
	connection.emit(notice('twitch', 'a'));

	expect(events).toEqual([]);
});

const sharedNotice = (key: string, id: string, foreign: boolean): ChatEvent => ({
	type: 'notice',
	notice: {
		id,
		channel: { platform: 'twitch', key },
		kind: 'raid',
		systemText: '',
		fragments: [],
		sentAt: 0,
		source: { channelId: '1', messageId: 'shared', foreign }
	}
});

test('of the copies of a shared line in several rooms one comes', () => {
	const hub = new ChatHub();
	const connection = source('twitch');
	const events: ChatEvent[] = [];
	hub.onEvent((event) => events.push(event));
	hub.add(connection);

	connection.emit(sharedNotice('pool', 'a', false));
	connection.emit(sharedNotice('other', 'b', true));

	expect(events).toEqual([sharedNotice('pool', 'a', false)]);
});

const sharedMessage = (key: string, id: string, line: string): ChatEvent => ({
	type: 'message',
	message: {
		id,
		channel: { platform: 'twitch', key },
		author: { userId: 'u1', login: 'bo', displayName: 'Bo', badges: [], roles: [] },
		text: line,
		fragments: [],
		sentAt: 0,
		action: false,
		firstMessage: false,
		highlighted: false,
		source: { channelId: '1', messageId: line, foreign: key !== 'pool' }
	}
});

const other = { platform: 'twitch', key: 'other' };

test.each<[string, ChatEvent]>([
	['deletes it', { type: 'deletion', channel: other, messageId: 'b1' }],
	['times its author out', { type: 'timeout', channel: other, userId: 'u1', durationSeconds: 600 }]
])('a line is taken back when a moderator of a room whose copy was dropped %s', (_name, event) => {
	const hub = new ChatHub();
	followCopies(hub);
	const connection = source('twitch');
	hub.add(connection);
	connection.emit(sharedMessage('pool', 'a1', 'first'));
	connection.emit(sharedMessage('other', 'b1', 'first'));
	connection.emit(sharedMessage('pool', 'a2', 'second'));
	const events: ChatEvent[] = [];
	hub.onEvent((told) => events.push(told));

	connection.emit(event);

	const meant = { type: 'deletion', channel: { platform: 'twitch', key: 'pool' }, messageId: 'a1' };
	expect(events).toHaveLength(2);
	expect(events).toContainEqual(meant);
});

test('what is taken back in one room leaves the lines of others alone', () => {
	const hub = new ChatHub();
	followCopies(hub);
	const connection = source('twitch');
	hub.add(connection);
	connection.emit(sharedMessage('pool', 'a1', 'first'));
	connection.emit(sharedMessage('other', 'b1', 'first'));
	const events: ChatEvent[] = [];
	hub.onEvent((told) => events.push(told));

	connection.emit({ type: 'timeout', channel: other, userId: 'u2' });
	connection.emit({ type: 'deletion', channel: { platform: 'twitch', key: 'third' }, messageId: 'b1' });
	connection.emit({ type: 'deletion', channel: { platform: 'twitch', key: 'pool' }, messageId: 'a1' });

	expect(events.map(({ type }) => type)).toEqual(['timeout', 'deletion', 'deletion']);
});
