import { expect, test } from 'vitest';
import type { ChatEvent } from '#lib/model/chat.ts';
import { Emitter } from '#lib/model/emitter.ts';
import type { ChatConnection } from '#lib/platforms/chat-connection.ts';
import { ChatHub } from '#lib/services/chat-hub.ts';

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
