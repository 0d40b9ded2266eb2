import type { ChatEvent } from '#lib/model/chat.ts';
import type { Clock } from '#lib/transport/clock.ts';

const stepMs = 5_000;
const steps = 12;

/** How fast chat is: lines of the last minute, counted anew every five seconds. */
export class ChatRate {
	linesPerMinute = $state(0);
	readonly #clock: Clock;
	/** Of each step of the last minute, the newest last. */
	#counts: readonly number[] = [0];

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** Counts until the returned function is called. */
	open(): () => void {
		const step = () => {
			this.linesPerMinute = this.#counts.reduce((sum, count) => sum + count, 0);
			this.#counts = [...this.#counts, 0].slice(-steps);
			timer = this.#clock.setTimeout(step, stepMs);
		};
		let timer = this.#clock.setTimeout(step, stepMs);
		return () => this.#clock.clearTimeout(timer);
	}

	/** Counts an event that is a line which somebody just wrote. */
	take(event: ChatEvent): void {
		if (event.type !== 'message' || event.message.historical) return;
		this.#counts = [...this.#counts.slice(0, -1), (this.#counts.at(-1) ?? 0) + 1];
	}
}
