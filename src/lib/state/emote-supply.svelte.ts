import { formatChannel, type ChannelRef } from '#lib/model/channel.ts';
import type { ChatPictures, EmoteGroup, PictureService } from '#lib/model/chat-pictures.ts';
import type { OwnEmotes } from '#lib/platforms/platform.ts';
import { createSubscriber, SvelteMap } from 'svelte/reactivity';

/** The emotes that can be written in a channel, as far as they have come. */
export interface EmoteChoice {
	readonly groups: readonly EmoteGroup[];
	readonly loading: boolean;
	/** Services that do not answer. */
	readonly out: readonly PictureService[];
	/** What the account would have to allow for the list to be complete. */
	readonly missingScope?: string;
}

/** Where a supply takes emotes from. */
export interface EmoteSupplyOptions {
	/** Those of third parties, which are loaded for the lines anyhow. */
	readonly pictures: (channel: ChannelRef) => ChatPictures | undefined;
	/** The platform's own. */
	readonly loadOwn: (channel: ChannelRef) => Promise<OwnEmotes>;
}

/** Third parties' emotes come without a sign: who shows a choice has it read again this often. */
const readAgainMs = 1_000;

type Own = OwnEmotes | 'loading' | 'failed';

/** The emotes to write, of every channel that was asked for. */
export class EmoteSupply {
	readonly #own = new SvelteMap<string, Own>();
	readonly #options: EmoteSupplyOptions;
	readonly #followThirdParties = createSubscriber((update) => {
		const timer = setInterval(update, readAgainMs);
		return () => clearInterval(timer);
	});

	constructor(options: EmoteSupplyOptions) {
		this.#options = options;
	}

	/** Asks for a channel's emotes once, after a failure again. */
	async load(channel: ChannelRef): Promise<void> {
		const name = formatChannel(channel);
		const own = this.#own.get(name);
		if (own !== undefined && own !== 'failed') return;
		this.#own.set(name, 'loading');
		this.#own.set(name, await this.#options.loadOwn(channel).catch(() => 'failed' as const));
	}

	/** What can be chosen now. */
	of(channel: ChannelRef): EmoteChoice {
		this.#followThirdParties();
		const own = this.#own.get(formatChannel(channel));
		const pictures = this.#options.pictures(channel);
		const known = typeof own === 'object' ? own : undefined;
		return {
			groups: [...(known?.groups ?? []), ...(pictures?.emoteGroups ?? [])],
			loading: own === 'loading',
			out: [
				...(own === 'failed' ? (['twitch'] as const) : []),
				...(pictures?.out ?? []).filter((one) => one !== 'twitch')
			],
			...(known?.missingScope !== undefined && { missingScope: known.missingScope })
		};
	}

	/** Every word that stands for an emote in a channel, a channel's own before global ones. */
	names(channel: ChannelRef): readonly string[] {
		const { groups } = this.of(channel);
		const ordered = [...groups.filter(({ global }) => !global), ...groups.filter(({ global }) => global)];
		return ordered.flatMap(({ emotes }) => emotes.map(({ name }) => name));
	}
}
