import type { Badge } from '#lib/model/chat.ts';
import type { BadgePicture, ChatPictures, EmoteGroup, PictureService, PictureSet } from '#lib/model/chat-pictures.ts';
import { decorateFragments } from '#lib/model/decorate-fragments.ts';
import { changeEmotes } from '#lib/model/emote-change.ts';
import type { Fragment } from '#lib/model/fragment.ts';
import { badgeName, createPictureIndex, type PictureIndex } from '#lib/model/picture-index.ts';
import type { PictureSource } from '#lib/platforms/picture-source.ts';
import type { Environment } from '#lib/transport/environment.ts';
import { keepLoading } from './picture-loading.ts';
import type { Storage } from './storage.ts';

/** What a channel's pictures are loaded with. */
export interface ChannelPicturesOptions {
	readonly environment: Environment;
	readonly storage?: Storage;
	/** Called when another service is out, or one is back. */
	readonly onOut: (services: readonly PictureService[]) => void;
}

/** The pictures of one channel: each source comes, fails and comes back by itself. */
export class ChannelPictures implements ChatPictures {
	readonly #sets: PictureSet[];
	readonly #sources: readonly PictureSource[];
	readonly #out = new Map<string, PictureService>();
	readonly #stops: readonly (() => void)[];
	#index: PictureIndex;
	#groups: readonly EmoteGroup[] | undefined;

	constructor(sources: readonly PictureSource[], { environment, storage, onOut }: ChannelPicturesOptions) {
		this.#sources = sources;
		this.#sets = sources.map(() => ({}));
		this.#index = createPictureIndex([]);
		this.#stops = sources.map((source, place) =>
			keepLoading(source, {
				environment,
				...(storage && { storage }),
				onSet: (set) => this.#take(place, set),
				onChange: (change) => this.#take(place, changeEmotes(this.#sets[place] ?? {}, change)),
				onOutcome: ({ failed }) => {
					if (!source.global || failed === this.#out.has(source.key)) return;
					if (failed) this.#out.set(source.key, source.service);
					else this.#out.delete(source.key);
					onOut([...this.#out.values()]);
				}
			})
		);
	}

	decorate(fragments: readonly Fragment[], bits?: number): readonly Fragment[] {
		return decorateFragments(fragments, this.#index, bits);
	}

	badge(badge: Badge): BadgePicture | undefined {
		return this.#index.badges.get(badgeName(badge));
	}

	get emoteGroups(): readonly EmoteGroup[] {
		this.#groups ??= this.#sources.flatMap(({ service, global }, place) => {
			const emotes = this.#sets[place]?.emotes ?? [];
			return emotes.length > 0 ? [{ service, global, emotes }] : [];
		});
		return this.#groups;
	}

	get out(): readonly PictureService[] {
		return [...this.#out.values()];
	}

	close(): void {
		for (const stop of this.#stops) stop();
	}

	#take(place: number, set: PictureSet): void {
		this.#sets[place] = set;
		this.#index = createPictureIndex(this.#sets);
		this.#groups = undefined;
	}
}
