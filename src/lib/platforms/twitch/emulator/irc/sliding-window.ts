/** Counts what each key did within the last stretch of time. */
export class SlidingWindow {
	readonly #lengthMs: number;
	readonly #times = new Map<string, readonly number[]>();

	constructor(lengthMs: number) {
		this.#lengthMs = lengthMs;
	}

	/** Counts one more if there are fewer than `limit`. */
	take(key: string, limit: number, now: number): boolean {
		const recent = this.#recent(key, now);
		const free = recent.length < limit;
		this.#times.set(key, free ? [...recent, now] : recent);
		return free;
	}

	/** Whether one more would be counted. */
	isFree(key: string, limit: number, now: number): boolean {
		return this.#recent(key, now).length < limit;
	}

	clear(): void {
		this.#times.clear();
	}

	#recent(key: string, now: number): readonly number[] {
		return (this.#times.get(key) ?? []).filter((time) => time > now - this.#lengthMs);
	}
}
