import { systemClock, type Clock } from '#lib/transport/clock.ts';
import { createSubscriber } from 'svelte/reactivity';

/** What time it is, for whatever shows how long ago something was; it moves only while somebody reads it. */
export class TickingTime {
	readonly #clock: Clock;
	readonly #subscribe: () => void;

	constructor(everyMs: number, clock: Clock = systemClock) {
		this.#clock = clock;
		this.#subscribe = createSubscriber((update) => {
			const tick = () => {
				timer = clock.setTimeout(tick, everyMs);
				update();
			};
			let timer = clock.setTimeout(tick, everyMs);
			return () => clock.clearTimeout(timer);
		});
	}

	/** Epoch ms. */
	get now(): number {
		this.#subscribe();
		return this.#clock.now();
	}
}
