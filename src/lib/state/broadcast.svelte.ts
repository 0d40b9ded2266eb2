import type { PlatformId } from '#lib/model/platform-id.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import type { LiveStream } from '#lib/platforms/twitch/helix/streams.ts';
import type { Clock } from '#lib/transport/clock.ts';
import * as v from 'valibot';

/** Whether the streamer is on the air; `unknown` where nobody has told for a while. */
export type OnAir = 'unknown' | 'offline' | 'live';

/** What a broadcast says of its stream. */
export type StreamFacts = Partial<Pick<LiveStream, 'startedAt' | 'viewers' | 'title'>>;

/** How many viewers there were. */
export interface ViewerSample {
	/** Epoch ms. */
	readonly at: number;
	readonly viewers: number;
}

/** How many samples make the history of viewers. */
export const mostSamples = 60;

/** What is kept of samples for a reload. */
export const samplesSchema = v.array(v.object({ at: v.number(), viewers: v.pipe(v.number(), v.minValue(0)) }));

const askEveryMs = 60_000;
/** After an event, or an answer that did not come. */
const soonMs = 30_000;
/** What was known so long ago may be wrong by now. */
const staleMs = 180_000;
/** The platform's list is behind its events by up to this. */
const laggingMs = 180_000;

/** What a broadcast needs of the page. */
export interface BroadcastOptions {
	readonly clock: Clock;
	readonly platform: PlatformId;
	/** The stream, or `undefined` when it is offline; absent where the platform cannot be asked. */
	readonly request?: () => Promise<StreamFacts | undefined>;
	readonly visible: () => boolean;
	/** Where the samples are kept. */
	readonly samples: { current: readonly ViewerSample[] };
}

/** The streamer's own stream: asked for once a minute while somebody looks, and told by events in between. */
export class Broadcast {
	onAir = $state<OnAir>('unknown');
	/** Of the stream that is on the air, as far as it is known. */
	stream = $state.raw<StreamFacts>({});
	readonly #options: BroadcastOptions;
	#timer: unknown;
	#nextAt = 0;
	#knownAt = 0;
	#toldAt = 0;
	#asking = false;
	#open = false;

	constructor(options: BroadcastOptions) {
		this.#options = options;
	}

	/** Oldest first. */
	get samples(): readonly ViewerSample[] {
		return this.#options.samples.current;
	}

	/** Asks from now on, until the returned function is called. */
	open(): () => void {
		this.#open = true;
		void this.#ask();
		return () => {
			this.#open = false;
			this.#options.clock.clearTimeout(this.#timer);
		};
	}

	/** The page is before somebody again: what has become old is asked for. */
	wake(): void {
		if (this.#open && this.#options.clock.now() >= this.#nextAt) void this.#ask();
	}

	/** Takes in what happened on the stream. */
	take(event: StreamEvent): void {
		if (event.simulated || event.platform !== this.#options.platform) return;
		switch (event.type) {
			case 'stream-online':
				this.#tell('live', { ...(this.onAir === 'live' && this.stream), startedAt: event.startedAt });
				return;
			case 'stream-offline':
				this.#tell('offline', {});
				return;
			case 'stream-changed':
				this.stream = { ...this.stream, title: event.title };
				return;
		}
	}

	#tell(onAir: OnAir, stream: StreamFacts): void {
		const now = this.#options.clock.now();
		this.#show(onAir, stream, now);
		this.#toldAt = now;
		if (this.#open && this.#options.request) this.#plan(soonMs);
	}

	#show(onAir: OnAir, stream: StreamFacts, now: number): void {
		if (onAir === 'live' && this.onAir === 'offline') this.#options.samples.current = [];
		this.onAir = onAir;
		this.stream = stream;
		this.#knownAt = now;
	}

	async #ask(): Promise<void> {
		const { clock, request, visible } = this.#options;
		if (this.#asking || !request) return;
		this.#plan(askEveryMs);
		if (!visible()) {
			this.#nextAt = clock.now();
			return;
		}
		this.#asking = true;
		try {
			this.#read(await request());
		} catch {
			if (clock.now() - this.#knownAt > staleMs) this.onAir = 'unknown';
			if (this.#open) this.#plan(soonMs);
		} finally {
			this.#asking = false;
		}
	}

	#read(stream: StreamFacts | undefined): void {
		if (!this.#open) return;
		const now = this.#options.clock.now();
		const onAir = stream ? 'live' : 'offline';
		if (onAir !== this.onAir && now - this.#toldAt < laggingMs) return;
		this.#show(onAir, stream ?? {}, now);
		if (stream?.viewers === undefined) return;
		const { samples } = this.#options;
		samples.current = [...samples.current, { at: now, viewers: stream.viewers }].slice(-mostSamples);
	}

	#plan(delayMs: number): void {
		const { clock } = this.#options;
		clock.clearTimeout(this.#timer);
		this.#nextAt = clock.now() + delayMs;
		this.#timer = clock.setTimeout(() => void this.#ask(), delayMs);
	}
}
