import type { Clock } from '#lib/transport/clock.ts';
import { systemEnvironment } from '#lib/transport/environment.ts';

/** Several changes in a row are asked about once. */
const soonMs = 2_000;
/** Nothing is asked for more often without a reason. */
const freshMs = 30_000;

/** Why something is asked for again: the page woke, or events were surely missed. */
export type RefreshCause = 'woke' | 'missed';

/** Something that a platform keeps: asked for, then moved on by what is heard of it. */
export class LiveValue<Value> {
	current = $state.raw<Value>();
	/** Why it could not be loaded. */
	problem = $state.raw<unknown>();
	loading = $state(false);
	readonly #request: () => Promise<Value>;
	readonly #clock: Clock;
	#turn = 0;
	#timer: unknown;
	#askedAt = -Infinity;

	constructor(request: () => Promise<Value>, clock: Clock = systemEnvironment.clock) {
		this.#request = request;
		this.#clock = clock;
	}

	/** Asks for it; an answer that something newer has overtaken is dropped. */
	async load(): Promise<void> {
		const turn = ++this.#turn;
		this.loading = true;
		this.#askedAt = this.#clock.now();
		try {
			const value = await this.#request();
			if (turn === this.#turn) this.set(value);
		} catch (error) {
			if (turn !== this.#turn) return;
			this.loading = false;
			this.problem = error;
		}
	}

	/** Takes what is known to be so now. */
	set(value: Value): void {
		this.#turn++;
		this.loading = false;
		this.problem = undefined;
		this.current = value;
	}

	/** Changes it where it is known; where it is just being asked for, the answer may be older, so it is asked again. */
	change(change: (value: Value) => Value): void {
		if (this.loading) this.loadSoon();
		else if (this.current !== undefined) this.set(change(this.current));
	}

	/** Asks again in a moment, once, however often this is called. */
	loadSoon(): void {
		this.#timer ??= this.#clock.setTimeout(() => {
			this.#timer = undefined;
			void this.load();
		}, soonMs);
	}

	/** Asks again where a change may have been missed, it could not be loaded, or was not asked for lately. */
	refresh(cause: RefreshCause): void {
		if (cause === 'missed') return void this.load();
		const fresh = this.#clock.now() - this.#askedAt < freshMs;
		if (!this.loading && (this.problem !== undefined || !fresh)) void this.load();
	}

	/** Forgets it, and what is under way. */
	clear(): void {
		this.#turn++;
		this.#clock.clearTimeout(this.#timer);
		this.#timer = undefined;
		this.loading = false;
		this.problem = undefined;
		this.current = undefined;
	}
}
