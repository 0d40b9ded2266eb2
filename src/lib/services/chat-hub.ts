import { formatChannel } from '#lib/model/channel.ts';
import type { ChatEvent } from '#lib/model/chat.ts';
import { Emitter } from '#lib/model/emitter.ts';
import { SeenIds } from '#lib/model/seen-ids.ts';
import type { ChatConnection } from '#lib/platforms/chat-connection.ts';

/** More than the lines that are kept of as many channels as a panel has. */
const rememberedIds = 6_000;

/** Joins the events of several connections into one stream in which nothing comes twice. */
export class ChatHub {
	readonly #events = new Emitter<ChatEvent>();
	readonly #seen = new SeenIds(rememberedIds);

	/** Takes in a connection's events until the returned function is called; it neither opens nor closes it. */
	add(connection: ChatConnection): () => void {
		return connection.onEvent((event) => {
			if (this.remember(event)) this.#events.emit(event);
		});
	}

	/** Remembers a line that came by another way; false when it was there already. */
	remember(event: ChatEvent): boolean {
		const id = eventId(event);
		return id === undefined || this.#seen.add(id);
	}

	/** Adds a listener and returns what removes it. */
	onEvent(listener: (event: ChatEvent) => void): () => void {
		return this.#events.on(listener);
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
