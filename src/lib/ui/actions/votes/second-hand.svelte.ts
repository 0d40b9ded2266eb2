import { createSubscriber } from 'svelte/reactivity';

const second = 1_000;

/** The time of day, read anew each second while anybody looks: one timer for all that counts down. */
class SecondHand {
	readonly #watch = createSubscriber((update) => {
		let timer = setTimeout(tick, second - (Date.now() % second));
		function tick() {
			update();
			timer = setTimeout(tick, second - (Date.now() % second));
		}
		return () => clearTimeout(timer);
	});

	/** Epoch ms. */
	get now(): number {
		this.#watch();
		return Date.now();
	}
}

/** The second hand of the page. */
export const secondHand = new SecondHand();
