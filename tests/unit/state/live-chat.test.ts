import { expect, test } from 'vitest';
import type { ChatEvent, ChatMessage } from '#lib/model/chat.ts';
import type { ConnectionStatus } from '#lib/model/connection-status.ts';
import { Emitter } from '#lib/model/emitter.ts';
import type { ChatConnection } from '#lib/platforms/chat-connection.ts';
import { ChatFeed } from '#lib/state/chat-feed.svelte.ts';
import { LiveChat } from '#lib/state/live-chat.svelte.ts';

class ScriptedConnection implements ChatConnection {
	readonly channel = { platform: 'twitch', key: 'pool' };
	readonly calls: string[] = [];
	readonly #events = new Emitter<ChatEvent>();
	readonly #statuses = new Emitter<ConnectionStatus>();
	status: ConnectionStatus = { state: 'closed', identity: 'anonymous' };

	open = () => void this.calls.push('open');
	close = () => void this.calls.push('close');
	retry = () => void this.calls.push('retry');
	check = () => void this.calls.push('check');
	onEvent = (listener: (event: ChatEvent) => void) => this.#events.on(listener);
	onStatus = (listener: (status: ConnectionStatus) => void) => this.#statuses.on(listener);

	tell(status: Partial<ConnectionStatus>) {
		this.status = { ...this.status, ...status };
		this.#statuses.emit(this.status);
	}
}

function createChat() {
	const wake = new Emitter<void>();
	const chat = new LiveChat(new ChatFeed(10, () => () => {}), (callback) => wake.on(callback));
	return { chat, wake };
}

function message({ channel }: ScriptedConnection): ChatMessage {
	return {
		id: 'm1',
		channel,
		author: { userId: '7', login: 'ada', displayName: 'Ada', badges: [], roles: [] },
		text: 'hello',
		fragments: [],
		sentAt: 0,
		action: false,
		firstMessage: false,
		highlighted: false
	};
}

test('an added connection is opened, and its status is shown as it changes', () => {
	const { chat } = createChat();
	const connection = new ScriptedConnection();

	chat.add(connection);
	connection.tell({ state: 'connected' });

	expect(connection.calls).toEqual(['open']);
	expect(chat.channels).toEqual([
		{
			channel: connection.channel,
			status: { state: 'connected', identity: 'anonymous' },
			canSend: false,
			canReply: false
		}
	]);
});

test('removing a connection closes it and takes it away', () => {
	const { chat } = createChat();
	const connection = new ScriptedConnection();

	chat.add(connection)();

	expect(connection.calls).toEqual(['open', 'close']);
	expect(chat.channels).toEqual([]);
});

test('sending to a read-only channel is refused in words', async () => {
	const { chat } = createChat();
	const connection = new ScriptedConnection();
	chat.add(connection);

	await expect(chat.send(connection.channel, 'x')).rejects.toMatchObject({ code: 'read_only' });
});

test('an answer is begun only where it can be sent', () => {
	const { chat } = createChat();
	const connection = new ScriptedConnection();
	chat.add(connection);
	chat.startReply(message(connection));
	const readOnly = chat.reply;

	chat.add(
		Object.assign(new ScriptedConnection(), {
			channel: { platform: 'twitch', key: 'sea' },
			send: async () => {},
			canReply: true
		})
	);
	chat.startReply({ ...message(connection), channel: { platform: 'twitch', key: 'sea' } });

	expect(readOnly).toBeUndefined();
	expect(chat.reply).toEqual({
		channel: { platform: 'twitch', key: 'sea' },
		parent: { messageId: 'm1', displayName: 'Ada', text: 'hello' }
	});
});

test('where the platform has no replies none is begun', () => {
	const { chat } = createChat();
	const connection = Object.assign(new ScriptedConnection(), { send: async () => {} });
	chat.add(connection);

	expect(chat.startReply(message(connection))).toBe(false);
	expect(chat.reply).toBeUndefined();
	expect(chat.channels).toMatchObject([{ canSend: true, canReply: false }]);
});

test('when the page wakes, every connection makes sure that it lives', () => {
	const { chat, wake } = createChat();
	const connections = [new ScriptedConnection(), new ScriptedConnection()];
	for (const connection of connections) chat.add(connection);

	wake.emit();

	expect(connections.map(({ calls }) => calls.at(-1))).toEqual(['check', 'check']);
});

test('a closed chat is woken no more', () => {
	const { chat, wake } = createChat();
	const connection = new ScriptedConnection();
	chat.add(connection);

	chat.close();
	wake.emit();

	expect(connection.calls.at(-1)).toBe('close');
});
