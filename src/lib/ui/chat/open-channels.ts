import { formatChannel, type ChannelRef } from '#lib/model/channel.ts';
import type { ChatConnection } from '#lib/platforms/chat-connection.ts';
import type { LiveChat } from '#lib/state/live-chat.svelte.ts';

/** Keeps exactly the wanted channels open in a chat. */
export class OpenChannels {
	readonly #live: Pick<LiveChat, 'add'>;
	readonly #create: (channel: ChannelRef) => Promise<ChatConnection>;
	readonly #onFailure: (channel: ChannelRef, error: unknown) => void;
	readonly #open = new Map<string, { remove?: () => void }>();

	constructor(
		live: Pick<LiveChat, 'add'>,
		create: (channel: ChannelRef) => Promise<ChatConnection>,
		onFailure: (channel: ChannelRef, error: unknown) => void
	) {
		this.#live = live;
		this.#create = create;
		this.#onFailure = onFailure;
	}

	/** Opens what is wanted and not open, closes what is open and not wanted. */
	show(wanted: readonly ChannelRef[]): void {
		const names = new Set(wanted.map(formatChannel));
		for (const name of [...this.#open.keys()]) if (!names.has(name)) this.#close(name);
		for (const channel of wanted) if (!this.#open.has(formatChannel(channel))) void this.#start(channel);
	}

	/** Closes all. */
	close(): void {
		this.show([]);
	}

	async #start(channel: ChannelRef): Promise<void> {
		const name = formatChannel(channel);
		const place: { remove?: () => void } = {};
		this.#open.set(name, place);
		try {
			const connection = await this.#create(channel);
			if (this.#open.get(name) === place) place.remove = this.#live.add(connection);
		} catch (error) {
			if (this.#open.get(name) === place) this.#open.delete(name);
			this.#onFailure(channel, error);
		}
	}

	#close(name: string): void {
		this.#open.get(name)?.remove?.();
		this.#open.delete(name);
	}
}
