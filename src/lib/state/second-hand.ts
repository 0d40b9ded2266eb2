import { systemClock, type Clock } from '#lib/transport/clock.ts';
import { createSubscriber } from 'svelte/reactivity';

const stepMs = 250;

/** The time, for countdowns: whoever reads it in an effect or a component is told as it passes. */
export class SecondHand {
	readonly #clock: Clock;
	readonly #subscribe: () => void;

	constructor(clock: Clock = systemClock) {
		this.#clock = clock;
		this.#subscribe = createSubscriber((update) => {
			const timer = setInterval(update, stepMs);
			return () => clearInterval(timer);
		});
	}

	/** Epoch ms. */
	get now(): number {
		this.#subscribe();
		return this.#clock.now();
	}

	/** Whole seconds until a moment, none once it has come. */
	secondsTo(at: number): number {
		return Math.max(0, Math.ceil((at - this.now) / 1_000));
	}
}
