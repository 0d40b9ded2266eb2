import { expect, test } from 'vitest';
import type { ChatEvent } from '#lib/model/chat.ts';
import type { ConnectionStatus } from '#lib/model/connection-status.ts';
import { Emitter } from '#lib/model/emitter.ts';
import type { ChatConnection } from '#lib/platforms/chat-connection.ts';
import { ChatHistory } from '#lib/services/chat-history.ts';
import { runExclusively } from '#lib/services/lock.ts';
import { createMemoryStorage } from '#lib/services/storage.ts';
import { ChatFeed } from '#lib/state/chat-feed.svelte.ts';
import { keepHistory } from '#lib/state/keep-history.ts';
import { LiveChat } from '#lib/state/live-chat.svelte.ts';
import { adaptClock, createFakeEnvironment, fakeNow } from '#tests/support/fake-environment.ts';

const channel = { platform: 'twitch', key: 'pool' };

class ScriptedConnection implements ChatConnection {
	readonly channel = channel;
	readonly status: ConnectionStatus = { state: 'connected', identity: 'anonymous' };
	readonly events = new Emitter<ChatEvent>();
	heardAt: number | undefined;
	cursor: string | undefined;

	open = () => {};
	close = () => {};
	retry = () => {};
	check = () => {};
	onEvent = (listener: (event: ChatEvent) => void) => this.events.on(listener);
	onStatus = () => () => {};

	hear(id: string, sentAt: number) {
		const author = { userId: 'u1', login: 'bo', displayName: 'Bo', badges: [], roles: [] };
		const flags = { action: false, firstMessage: false, highlighted: false };
		this.events.emit({ type: 'message', message: { id, channel, author, text: id, fragments: [], sentAt, ...flags } });
	}
}

/** One page's life; several may share a storage, as one after the other does. */
async function openPage(storage = createMemoryStorage(), startsAt = fakeNow) {
	const { clock } = createFakeEnvironment({ startsAt });
	const history = new ChatHistory({ openStorage: async () => storage, clock: adaptClock(clock), runExclusively });
	const leaving = new Emitter<void>();
	const frames: (() => void)[] = [];
	const feed = new ChatFeed(10, (callback) => (frames.push(callback), () => {}));
	const live = new LiveChat(feed, () => () => {});
	const keeper = keepHistory(live, history, (callback) => leaving.on(callback));
	const left = await keeper.restore(channel);
	const connection = new ScriptedConnection();
	live.add(connection);
	return { clock, storage, live, leaving, connection, left, draw: () => frames.shift()?.() };
}

const shown = ({ live }: Awaited<ReturnType<typeof openPage>>) =>
	live.feed.entries.map((entry) => (entry.type === 'notice' ? entry.notice.kind : entry.key));

test('what was shown is shown again above a divider, and not twice when it is heard again', async () => {
	const first = await openPage();
	first.connection.hear('a', first.clock.now);
	first.connection.hear('b', first.clock.now);
	first.leaving.emit();
	await first.clock.tickAsync(0);

	const second = await openPage(first.storage, first.clock.now);
	second.connection.hear('b', second.clock.now);
	second.connection.hear('c', second.clock.now);
	second.draw();

	expect(shown(second)).toEqual(['twitch:pool/a', 'twitch:pool/b', 'left', 'twitch:pool/c']);
});

test('a channel was read until its last sign of life, not until the page was left, and is read on from there', async () => {
	const page = await openPage();
	page.connection.hear('a', page.clock.now);
	await page.clock.tickAsync(60_000);
	const heardAt = page.clock.now - 12_000;
	page.connection.heardAt = heardAt;
	page.connection.cursor = 'place 7';

	page.leaving.emit();
	await page.clock.tickAsync(0);

	expect(await openPage(page.storage, page.clock.now)).toMatchObject({
		left: { missingSince: heardAt, cursor: 'place 7' }
	});
});

test('a channel that nothing is kept of starts without a divider and without a gap', async () => {
	const page = await openPage();

	page.draw();

	expect(page.left).toBeUndefined();
	expect(shown(page)).toEqual([]);
});
