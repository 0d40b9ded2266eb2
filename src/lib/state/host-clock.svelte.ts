import { createSubscriber } from 'svelte/reactivity';

const tickMs = 200;

/** The time by a host's clock, read anew five times a second while anybody looks. */
export class HostClock {
	readonly #offsetMs: () => number;
	readonly #watch = createSubscriber((update) => {
		const timer = setInterval(update, tickMs);
		return () => clearInterval(timer);
	});

	/** `offsetMs` is by how much the host's clock is ahead of ours. */
	constructor(offsetMs: () => number = () => 0) {
		this.#offsetMs = offsetMs;
	}

	/** Epoch ms; ticks only until `end`, after which nothing changes any more. */
	until(end: number): number {
		const now = Date.now() + this.#offsetMs();
		if (now < end) this.#watch();
		return now;
	}
}
