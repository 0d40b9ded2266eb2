/** At most so many times in so long. */
export interface RateCap {
	readonly count: number;
	readonly perMs: number;
}

/** Remembers when something was done, to say when it is too often. */
export class RateLimit {
	readonly #cap: RateCap;
	#times: readonly number[] = [];

	constructor(cap: RateCap) {
		this.#cap = cap;
	}

	/** Whether it may be done now; if so, it counts as done. */
	take(now: number): boolean {
		const { count, perMs } = this.#cap;
		this.#times = this.#times.filter((time) => time > now - perMs);
		if (this.#times.length >= count) return false;
		this.#times = [...this.#times, now];
		return true;
	}
}
