const defaultFirstMs = 1_000;
const defaultCapMs = 15_000;

/** Waiting times between attempts: each up to twice the last, jittered so that many pages do not come back at once. */
export class Backoff {
	readonly #random: () => number;
	readonly #firstMs: number;
	readonly #capMs: number;
	#attempt = 0;

	constructor(random: () => number, { firstMs = defaultFirstMs, capMs = defaultCapMs } = {}) {
		this.#random = random;
		this.#firstMs = firstMs;
		this.#capMs = capMs;
	}

	/** The wait before the next attempt, in ms: a quarter of the first step at once, then 1, 2, 4, 8, 15 s by default, half of it jitter. */
	next(): number {
		const stepMs =
			this.#attempt === 0
				? this.#firstMs / 4
				: Math.min(this.#capMs, this.#firstMs * 2 ** Math.min(this.#attempt - 1, 16));
		this.#attempt++;
		return Math.round(stepMs * (0.5 + this.#random() / 2));
	}

	/** Starts over, after a success. */
	reset(): void {
		this.#attempt = 0;
	}
}
