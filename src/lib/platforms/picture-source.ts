import type { PictureService, PictureSet } from '#lib/model/chat-pictures.ts';
import type { EmoteChange } from '#lib/model/emote-change.ts';
import type { PublicConfig } from '#lib/model/public-config.ts';
import type { Environment } from '#lib/transport/environment.ts';

/** One place that pictures come from; asking it and reading its answer are two steps, so that an answer can be kept. */
export interface PictureSource {
	readonly service: PictureService;
	/** Unique among all sources of all channels. */
	readonly key: string;
	/** The same for every channel: when it fails, its service is out, and not only this channel unknown to it. */
	readonly global: boolean;
	/** Resolves to `undefined` where the place has nothing for the channel; throws as `requestJson` and `assertSuccess` do. */
	request(): Promise<unknown>;
	/** Leaves out entries that are wrong, one by one; throws `ProtocolError` for an answer of another shape. */
	decode(answer: unknown): PictureSet;
	/** Absent where changes show with the next reading. */
	readonly news?: PictureNews;
}

/** Where a place tells of changes as they happen. */
export interface PictureNews {
	/** What an answer's changes go by; `undefined` where nothing tells of them. */
	topicOf(answer: unknown): string | undefined;
	/** Listens until the returned function is called. */
	follow(topic: string, listener: PictureNewsListener): () => void;
}

/** Who hears of changes. */
export interface PictureNewsListener {
	readonly onChange: (change: EmoteChange) => void;
	/** Changes may have been missed: only reading the place again shows what there is. */
	readonly onMissed: () => void;
}

/** What the sources of a channel are made from. */
export interface PictureOptions {
	/** As in `ChannelRef`. */
	readonly channelKey: string;
	readonly config: PublicConfig;
	/** Where the Worker answers. */
	readonly appOrigin: string;
	readonly environment: Environment;
}
