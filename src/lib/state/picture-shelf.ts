import { formatChannel, type ChannelRef } from '#lib/model/channel.ts';
import type { ChatPictures, PictureService } from '#lib/model/chat-pictures.ts';
import type { PublicConfig } from '#lib/model/public-config.ts';

/** The first lines of a chat come before anything is loaded that only decorates them. */
const patienceMs = 1_000;

interface Place {
	pictures?: ChatPictures & { close(): void };
	out: readonly PictureService[];
	readonly timer: ReturnType<typeof setTimeout>;
}

/** What a page wants of its pictures. */
export interface PictureShelfOptions {
	/** Whether they are kept in this browser. */
	readonly kept: boolean;
	/** Called with all services whose pictures do not come, when that changes. */
	readonly onOut?: (services: readonly PictureService[]) => void;
}

/** The pictures of a page's channels; their code is loaded a second after a channel opened. */
export class PictureShelf {
	readonly #options: PictureShelfOptions;
	readonly #places = new Map<string, Place>();

	constructor(options: PictureShelfOptions) {
		this.#options = options;
	}

	/** What is loaded for a channel by now. */
	readonly of = (channel: ChannelRef): ChatPictures | undefined => this.#places.get(formatChannel(channel))?.pictures;

	/** Keeps exactly the pictures of these channels. */
	show(channels: readonly ChannelRef[], config: PublicConfig): void {
		const wanted = new Set(channels.map(formatChannel));
		for (const name of [...this.#places.keys()]) if (!wanted.has(name)) this.#remove(name);
		for (const channel of channels) if (!this.#places.has(formatChannel(channel))) this.#add(channel, config);
	}

	/** Stops loading and forgets all. */
	close(): void {
		for (const name of [...this.#places.keys()]) this.#remove(name);
	}

	#add(channel: ChannelRef, config: PublicConfig): void {
		const timer = setTimeout(() => void this.#load(channel, config, place).catch(() => undefined), patienceMs);
		const place: Place = { out: [], timer };
		this.#places.set(formatChannel(channel), place);
	}

	async #load(channel: ChannelRef, config: PublicConfig, place: Place): Promise<void> {
		const { openPictures } = await import('#lib/services/open-pictures.ts');
		const onOut = (out: readonly PictureService[]) => {
			place.out = out;
			this.#reportOut();
		};
		const pictures = await openPictures(channel, { config, kept: this.#options.kept, onOut });
		if (this.#places.get(formatChannel(channel)) !== place) pictures?.close();
		else if (pictures) place.pictures = pictures;
	}

	#remove(name: string): void {
		const place = this.#places.get(name);
		clearTimeout(place?.timer);
		place?.pictures?.close();
		this.#places.delete(name);
		if (place?.out.length) this.#reportOut();
	}

	#reportOut(): void {
		this.#options.onOut?.([...new Set([...this.#places.values()].flatMap(({ out }) => out))]);
	}
}
