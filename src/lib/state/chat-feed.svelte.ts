import type { ChatEvent } from '#lib/model/chat.ts';
import { Emitter } from '#lib/model/emitter.ts';
import { changeInFeed, isPlacedByTime, placeByTime, toFeedEntry, type FeedEntry } from './feed-entry.ts';
import { requestFrame } from './frame.ts';

export type { FeedEntry } from './feed-entry.ts';

/** What a frame changed; `dropped` counts lines gone from the old end of what was there before. */
export interface FeedChange {
	readonly appended: readonly FeedEntry[];
	readonly dropped: number;
	/** Lines that were taken back or have grown, with the keys they had. */
	readonly changed: readonly FeedEntry[];
	/** Lines that were put between others by their time; `dropped` then says nothing. */
	readonly inserted: readonly FeedEntry[];
}

/** From so many lines in one frame on, chat is too fast to be read line by line, and is drawn less often. */
const floodLines = 6;
const floodPauseMs = 80;

/** The newest lines of chat: events are gathered, sorted by time and handed on at most once a frame. */
export class ChatFeed {
	readonly limit: number;
	size = $state(0);
	readonly #changes = new Emitter<FeedChange>();
	readonly #schedule: typeof requestFrame;
	#entries: readonly FeedEntry[] = [];
	#pending: FeedEntry[] = [];
	#changed: FeedEntry[] = [];
	#cancelFrame: (() => void) | undefined;
	#flooded = false;

	constructor(limit = 300, schedule = requestFrame) {
		this.limit = limit;
		this.#schedule = schedule;
	}

	/** Oldest first. */
	get entries(): readonly FeedEntry[] {
		return this.#entries;
	}

	/** Adds a listener, called at most once a frame, and returns what removes it. */
	onChange(listener: (change: FeedChange) => void): () => void {
		return this.#changes.on(listener);
	}

	/** Takes in one event. */
	take(event: ChatEvent): void {
		const entry = toFeedEntry(event);
		if (entry) this.#append(entry);
		else this.#change(event);
	}

	/** Forgets what waits for the next frame. */
	close(): void {
		this.#cancelFrame?.();
		this.#cancelFrame = undefined;
	}

	#append(entry: FeedEntry): void {
		this.#pending.push(entry);
		if (this.#pending.length > 2 * this.limit) this.#pending = this.#pending.slice(-this.limit);
		this.#requestFlush();
	}

	#change(event: ChatEvent): void {
		this.#pending = this.#pending.map((entry) => changeInFeed(entry, event) ?? entry);
		this.#entries = this.#entries.map((entry) => {
			const changed = changeInFeed(entry, event);
			if (changed) this.#changed.push(changed);
			return changed ?? entry;
		});
		if (this.#changed.length > 0) this.#requestFlush();
	}

	#requestFlush(): void {
		this.#cancelFrame ??= this.#schedule(
			() => {
				this.#cancelFrame = undefined;
				this.#flush();
			},
			this.#flooded ? floodPauseMs : 0
		);
	}

	#flush(): void {
		const pending = this.#pending.sort((one, other) => one.at - other.at);
		const inserted = this.#insert(pending.filter(isPlacedByTime));
		const live = inserted.length > 0 ? pending.filter((entry) => !isPlacedByTime(entry)) : pending;
		const appended = live.slice(-this.limit);
		this.#flooded = appended.length >= floodLines;
		const dropped = Math.max(0, this.#entries.length + appended.length - this.limit);
		const change = { appended, dropped, changed: this.#changed, inserted };
		this.#entries = [...this.#entries.slice(dropped), ...appended];
		this.#pending = [];
		this.#changed = [];
		this.size = this.#entries.length;
		this.#changes.emit(change);
	}

	#insert(placed: readonly FeedEntry[]): readonly FeedEntry[] {
		if (placed.length > 0) this.#entries = placeByTime(this.#entries, placed).slice(-this.limit);
		return placed;
	}
}
