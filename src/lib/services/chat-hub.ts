import { formatChannel } from '#lib/model/channel.ts';
import type { ChatEvent } from '#lib/model/chat.ts';
import { Emitter } from '#lib/model/emitter.ts';
import { SeenIds } from '#lib/model/seen-ids.ts';
import type { ChatConnection } from '#lib/platforms/chat-connection.ts';
import { GiftBombs } from './gift-bombs.ts';

/** More than the lines that are kept of as many channels as a panel has. */
const rememberedIds = 6_000;

/** Joins the events of several connections into one stream in which nothing comes twice. */
export class ChatHub {
	readonly #events = new Emitter<ChatEvent>();
	readonly #drops = new Emitter<ChatEvent>();
	readonly #seen = new SeenIds(rememberedIds);
	readonly #giftBombs = new GiftBombs();

	/** Takes in a connection's events until the returned function is called; it neither opens nor closes it. */
	add(connection: ChatConnection): () => void {
		return connection.onEvent((event) => {
			if (this.remember(event)) this.tell(event);
			else this.#drops.emit(event);
		});
	}

	/** Tells an event as if a connection had. */
	tell(event: ChatEvent): void {
		this.#events.emit(this.#giftBombs.take(event));
	}

	/** Remembers a line that came by another way; false when it was there already. */
	remember(event: ChatEvent): boolean {
		return this.#isNew(eventId(event)) && this.#isNew(sharedId(event));
	}

	/** Adds a listener and returns what removes it. */
	onEvent(listener: (event: ChatEvent) => void): () => void {
		return this.#events.on(listener);
	}

	/** Adds a listener for what comes a second time, and returns what removes it. */
	onDrop(listener: (event: ChatEvent) => void): () => void {
		return this.#drops.on(listener);
	}

	#isNew(id: string | undefined): boolean {
		return id === undefined || this.#seen.add(id);
	}
}

/** What makes a line the same line; commands such as deletions are harmless to repeat and have no id. */
function eventId(event: ChatEvent): string | undefined {
	switch (event.type) {
		case 'message':
			return `${formatChannel(event.message.channel)}/${event.message.id}`;
		case 'notice':
			return `${formatChannel(event.notice.channel)}/${event.notice.id}`;
		case 'gap':
			return `${formatChannel(event.gap.channel)}/${event.gap.id}`;
		default:
			return undefined;
	}
}

/** What the copies of a line have in common that every room of a shared chat gets. */
function sharedId(event: ChatEvent): string | undefined {
	switch (event.type) {
		case 'message':
			return event.message.source && `${event.message.channel.platform}/${event.message.source.messageId}`;
		case 'notice':
			return event.notice.source && `${event.notice.channel.platform}/${event.notice.source.messageId}`;
		default:
			return undefined;
	}
}
