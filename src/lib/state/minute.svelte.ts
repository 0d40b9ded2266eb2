import { systemClock, type Clock } from '#lib/transport/clock.ts';
import { createSubscriber } from 'svelte/reactivity';

const minuteMs = 60_000;

/** What time it is, to the minute, for whatever shows how long ago something was. */
export class Minute {
	readonly #clock: Clock;
	readonly #subscribe: () => void;

	constructor(clock: Clock = systemClock) {
		this.#clock = clock;
		this.#subscribe = createSubscriber((update) => {
			const tick = () => {
				timer = clock.setTimeout(tick, minuteMs);
				update();
			};
			let timer = clock.setTimeout(tick, minuteMs);
			return () => clock.clearTimeout(timer);
		});
	}

	/** Epoch ms. */
	get now(): number {
		this.#subscribe();
		return this.#clock.now();
	}
}
