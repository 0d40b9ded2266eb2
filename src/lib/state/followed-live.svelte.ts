import type { FoundChannel } from '#lib/model/found-channel.ts';
import { systemClock, type Clock } from '#lib/transport/clock.ts';

const freshMs = 30_000;

/** What the list of followed channels works with. */
export interface FollowedLiveOptions {
	readonly request: () => AsyncIterable<FoundChannel>;
	/** Profile pictures by user ID. */
	readonly requestAvatars: (userIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
	readonly clock?: Clock;
}

/** The channels that the streamer follows and that are live. */
export class FollowedLive {
	/** Absent until they are known. */
	channels = $state.raw<readonly FoundChannel[]>();
	problem = $state.raw<unknown>();
	readonly #options: Required<FollowedLiveOptions>;
	#loadedAt = -Infinity;

	constructor(options: FollowedLiveOptions) {
		this.#options = { clock: systemClock, ...options };
	}

	/** Asks who is live, unless it was asked just now. */
	async load(): Promise<void> {
		const { clock, request } = this.#options;
		if (clock.now() - this.#loadedAt < freshMs) return;
		this.#loadedAt = clock.now();
		this.problem = undefined;
		try {
			const channels: FoundChannel[] = [];
			for await (const channel of request()) channels.push(channel);
			this.channels = channels;
		} catch (error) {
			this.problem = error;
			this.#loadedAt = -Infinity;
			return;
		}
		await this.#loadAvatars();
	}

	/** Without pictures the list is as good. */
	async #loadAvatars(): Promise<void> {
		const channels = this.channels ?? [];
		const userIds = channels.map(({ person }) => person.userId);
		const avatars = await this.#options.requestAvatars(userIds).catch(() => undefined);
		if (this.channels !== channels || !avatars) return;
		this.channels = channels.map((channel) => {
			const avatarUrl = avatars.get(channel.person.userId);
			return avatarUrl === undefined ? channel : { ...channel, avatarUrl };
		});
	}
}
