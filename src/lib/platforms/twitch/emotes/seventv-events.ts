import type { PublicConfig } from '#lib/model/public-config.ts';
import type { PictureNewsListener } from '#lib/platforms/picture-source.ts';
import type { Environment } from '#lib/transport/environment.ts';
import { EventSocket } from './event-socket.ts';
import { NewsFollowers } from './news-followers.ts';
import {
	decodeSevenTvFrame,
	encodeResumption,
	encodeSubscription,
	encodeUnsubscription,
	type SevenTvFrame
} from './seventv-frame.ts';

/** 7TV itself counts a session as dead after so many heartbeats. */
const mostMissedHeartbeats = 3;
/** A server that knows nothing of resuming may not answer. */
const resumptionTimeoutMs = 5_000;

/** What we sent was wrong: the same again would be refused again. @see https://github.com/SevenTV/EventAPI#close-codes */
const finalCodes: ReadonlySet<number> = new Set([4001, 4002, 4003, 4004, 4009, 4010, 4011]);

/** 7TV's event socket: one for all channels of a page, open while somebody follows a set. */
export class SevenTvEvents {
	readonly #environment: Environment;
	readonly #followers = new NewsFollowers();
	readonly #socket: EventSocket;
	#welcomed = false;
	#sessionId: string | undefined;
	/** What the session was asked for. */
	readonly #subscribed = new Set<string>();
	#resuming = false;
	#resumptionTimer: unknown;

	constructor(environment: Environment, emotes: PublicConfig['emotes']) {
		this.#environment = environment;
		this.#socket = new EventSocket(environment, {
			url: emotes.sevenTvEventsUrl,
			finalCodes,
			onText: (text) => {
				const frame = decodeSevenTvFrame(text, emotes.sevenTvImageUrl);
				if (frame) this.#take(frame);
			},
			onLost: () => {
				this.#environment.clock.clearTimeout(this.#resumptionTimer);
				this.#welcomed = false;
				this.#resuming = false;
			}
		});
	}

	/** Tells a listener of a set's changes until the returned function is called. */
	follow(setId: string, listener: PictureNewsListener): () => void {
		if (this.#followers.add(setId, listener)) {
			if (this.#welcomed && !this.#resuming) this.#subscribe(setId);
			if (this.#followers.topics.length === 1) this.#socket.open();
		}
		return () => this.#leave(setId, listener);
	}

	#leave(setId: string, listener: PictureNewsListener): void {
		if (!this.#followers.remove(setId, listener)) return;
		if (this.#followers.topics.length === 0) return this.#end();
		if (this.#welcomed && this.#subscribed.delete(setId)) this.#socket.send(encodeUnsubscription(setId));
	}

	#take(frame: SevenTvFrame): void {
		switch (frame.type) {
			case 'hello':
				return this.#welcome(frame);
			case 'heartbeat':
			case 'acknowledgement':
				return;
			case 'resumption':
				return this.#takeResumption(frame);
			case 'farewell':
				return this.#socket.lose();
			case 'change':
				return this.#followers.tellChange(frame.setId, frame.change);
			default:
				return frame satisfies never;
		}
	}

	#welcome({ heartbeatMs, sessionId }: SevenTvFrame & { readonly type: 'hello' }): void {
		const earlier = this.#sessionId;
		this.#sessionId = sessionId;
		this.#welcomed = true;
		this.#socket.allowSilence(mostMissedHeartbeats * heartbeatMs);
		if (earlier === undefined) return this.#subscribeToOthers();
		this.#resuming = true;
		this.#resumptionTimer = this.#environment.clock.setTimeout(
			() => this.#takeResumption({ successful: false }),
			resumptionTimeoutMs
		);
		this.#socket.send(encodeResumption(earlier));
	}

	#takeResumption({ successful }: { readonly successful: boolean }): void {
		if (!this.#resuming) return;
		this.#resuming = false;
		this.#environment.clock.clearTimeout(this.#resumptionTimer);
		if (!successful) this.#subscribed.clear();
		this.#subscribeToOthers();
		if (!successful) this.#followers.tellMissed();
	}

	/** To every set that the session does not hold yet. */
	#subscribeToOthers(): void {
		for (const setId of this.#followers.topics) if (!this.#subscribed.has(setId)) this.#subscribe(setId);
	}

	#subscribe(setId: string): void {
		this.#subscribed.add(setId);
		this.#socket.send(encodeSubscription(setId));
	}

	#end(): void {
		this.#socket.close();
		this.#sessionId = undefined;
		this.#subscribed.clear();
	}
}

const opened = new WeakMap<Environment, SevenTvEvents>();

/** The socket that all channels of an environment share. */
export function sevenTvEventsOf(environment: Environment, emotes: PublicConfig['emotes']): SevenTvEvents {
	const known = opened.get(environment) ?? new SevenTvEvents(environment, emotes);
	opened.set(environment, known);
	return known;
}
