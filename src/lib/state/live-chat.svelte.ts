import { formatChannel, type ChannelRef } from '#lib/model/channel.ts';
import type { ChatEvent, ChatMessage, ReplyParent, Role } from '#lib/model/chat.ts';
import type { ConnectionStatus } from '#lib/model/connection-status.ts';
import { RejectionError } from '#lib/model/errors.ts';
import type { ChatConnection, CommandHint, SendOptions } from '#lib/platforms/chat-connection.ts';
import { ChatHub } from '#lib/services/chat-hub.ts';
import { ChatFeed } from './chat-feed.svelte.ts';
import { onWake } from './wake.ts';

/** One channel of a chat that several platforms share. */
export interface LiveChannel {
	readonly channel: ChannelRef;
	readonly status: ConnectionStatus;
	readonly canSend: boolean;
	/** Whether a message may be answered. */
	readonly canReply: boolean;
}

/** A message to answer, and where. */
export interface ReplyTarget {
	readonly channel: ChannelRef;
	readonly parent: ReplyParent;
}

interface OpenConnection {
	readonly connection: ChatConnection;
	readonly remove: () => void;
}

/** The chats of several channels as one feed. */
export class LiveChat {
	readonly feed: ChatFeed;
	channels = $state.raw<readonly LiveChannel[]>([]);
	/** The message that the next line answers. */
	reply = $state.raw<ReplyTarget>();
	readonly hub = new ChatHub();
	readonly #stopWake: () => void;
	#open: readonly OpenConnection[] = [];

	constructor(feed = new ChatFeed(), listenForWake = onWake) {
		this.feed = feed;
		this.hub.onEvent((event) => feed.take(event));
		this.#stopWake = listenForWake(() => {
			for (const { connection } of this.#open) connection.check();
		});
	}

	/** Opens a connection and shows it; the returned function closes and removes it. */
	add(connection: ChatConnection): () => void {
		const leaveHub = this.hub.add(connection);
		const stopStatus = connection.onStatus(() => this.#readChannels());
		const remove = () => {
			stopStatus();
			leaveHub();
			connection.close();
			this.#open = this.#open.filter((open) => open.connection !== connection);
			this.#readChannels();
		};
		this.#open = [...this.#open, { connection, remove }];
		connection.open();
		this.#readChannels();
		return remove;
	}

	/** Shows lines from before; they count as heard. */
	restore(events: readonly ChatEvent[]): void {
		for (const event of events) if (this.hub.remember(event)) this.feed.take(event);
	}

	/** Adds a listener for what is heard from now on, and returns what removes it. */
	onEvent(listener: (event: ChatEvent) => void): () => void {
		return this.hub.onEvent(listener);
	}

	/** Epoch ms until when a connected channel is known to be complete. */
	heardAt(channel: ChannelRef): number | undefined {
		return this.#find(channel)?.heardAt;
	}

	/** Where a channel is read on the next time, if its platform has such a place. */
	cursor(channel: ChannelRef): string | undefined {
		return this.#find(channel)?.cursor;
	}

	/** What the connected account is in a channel. */
	ownRoles(channel: ChannelRef): readonly Role[] {
		return this.#find(channel)?.ownRoles ?? [];
	}

	/** Tries a waiting or stopped channel again at once. */
	retry(channel: ChannelRef): void {
		this.#find(channel)?.retry();
	}

	/** Sends a line; throws as `ChatConnection.send` does, and `RejectionError` for a read-only channel. */
	async send(channel: ChannelRef, text: string, options?: SendOptions): Promise<void> {
		const connection = this.#find(channel);
		if (!connection?.send) throw new RejectionError('read_only', 'This chat can only be read.');
		await connection.send(text, options);
	}

	/** Makes the next line an answer to a message; false where its chat takes none. */
	startReply({ channel, id, author, text }: ChatMessage): boolean {
		const connection = this.#find(channel);
		if (!connection?.send || !connection.canReply) return false;
		this.reply = { channel, parent: { messageId: id, displayName: author.displayName, text } };
		return true;
	}

	/** The commands that may be sent to a channel in place of a line. */
	async loadCommands(channel: ChannelRef): Promise<readonly CommandHint[]> {
		return (await this.#find(channel)?.loadCommands?.()) ?? [];
	}

	/** Closes every connection. */
	close(): void {
		this.#stopWake();
		for (const { remove } of this.#open) remove();
		this.feed.close();
	}

	#find(channel: ChannelRef): ChatConnection | undefined {
		const wanted = formatChannel(channel);
		return this.#open.find(({ connection }) => formatChannel(connection.channel) === wanted)?.connection;
	}

	#readChannels(): void {
		this.channels = this.#open.map(({ connection }) => ({
			channel: connection.channel,
			status: connection.status,
			canSend: connection.send !== undefined,
			canReply: connection.canReply === true
		}));
	}
}
