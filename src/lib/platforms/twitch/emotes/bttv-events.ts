import type { PublicConfig } from '#lib/model/public-config.ts';
import type { PictureNewsListener } from '#lib/platforms/picture-source.ts';
import type { Environment } from '#lib/transport/environment.ts';
import { decodeBttvFrame, encodeJoin, encodePart } from './bttv-frame.ts';
import { EventSocket } from './event-socket.ts';
import { NewsFollowers } from './news-followers.ts';

/** BetterTTV has no heartbeat: a socket that is silent for so long may be dead, and is replaced. */
const longestSilenceMs = 10 * 60_000;

/** BetterTTV's event socket: one for all channels of a page, open while somebody follows one. */
export class BttvEvents {
	readonly #followers = new NewsFollowers();
	readonly #socket: EventSocket;
	#open = false;
	/** Whether there was a time without a socket. */
	#missed = false;

	constructor(environment: Environment, emotes: PublicConfig['emotes']) {
		this.#socket = new EventSocket(environment, {
			url: emotes.bttvEventsUrl,
			onOpen: () => this.#join(longestSilenceMs * (0.75 + environment.random() / 2)),
			onText: (text) => {
				const news = decodeBttvFrame(text, emotes.bttvImageUrl);
				if (news) this.#followers.tellChange(news.userId, news.change);
			},
			onLost: () => {
				this.#open = false;
				this.#missed = true;
			}
		});
	}

	/** Tells a listener of the changes of a Twitch user's channel until the returned function is called. */
	follow(userId: string, listener: PictureNewsListener): () => void {
		if (this.#followers.add(userId, listener)) {
			if (this.#open) this.#socket.send(encodeJoin(userId));
			if (this.#followers.topics.length === 1) this.#socket.open();
		}
		return () => this.#leave(userId, listener);
	}

	#leave(userId: string, listener: PictureNewsListener): void {
		if (!this.#followers.remove(userId, listener)) return;
		if (this.#followers.topics.length === 0) return this.#end();
		if (this.#open) this.#socket.send(encodePart(userId));
	}

	#join(silenceMs: number): void {
		this.#open = true;
		this.#socket.allowSilence(silenceMs);
		for (const userId of this.#followers.topics) this.#socket.send(encodeJoin(userId));
		if (this.#missed) this.#followers.tellMissed();
		this.#missed = false;
	}

	#end(): void {
		this.#socket.close();
		this.#missed = false;
	}
}

const opened = new WeakMap<Environment, BttvEvents>();

/** The socket that all channels of an environment share. */
export function bttvEventsOf(environment: Environment, emotes: PublicConfig['emotes']): BttvEvents {
	const known = opened.get(environment) ?? new BttvEvents(environment, emotes);
	opened.set(environment, known);
	return known;
}
