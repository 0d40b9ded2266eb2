import type { Clock } from '#lib/transport/clock.ts';
import { formatTimetoken } from '#lib/platforms/theta/timetoken.ts';

/** Gives timetokens by the wall clock, each greater than every one given before. */
export class TimetokenSource {
	readonly #clock: Clock;
	#last = 0n;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** The token given last. */
	get last(): string {
		return String(this.#last).padStart(17, '0');
	}

	next(): string {
		const now = BigInt(formatTimetoken(this.#clock.now()));
		this.#last = now > this.#last ? now : this.#last + 1n;
		return this.last;
	}

	/** Goes on after a token that an earlier run gave. */
	raise(timetoken: string): void {
		const earlier = BigInt(timetoken);
		if (earlier > this.#last) this.#last = earlier;
	}
}
