import type { Clock } from '#lib/transport/clock.ts';

/** Twitch asks to have every token checked hourly. @see https://dev.twitch.tv/docs/authentication/validate-tokens */
const intervalMs = 60 * 60_000;
const leastIntervalMs = 60_000;
/** A page that was away for longer may have missed that its account ended. */
const longestAwayMs = 3 * 60_000;

/** What a watch needs of the page. */
export interface TokenWatchOptions {
	readonly clock: Clock;
	/** Rejects where it is to be tried again soon. */
	readonly validate: () => Promise<void>;
}

/** Has the accounts' tokens checked once an hour and after a sleep, one check at a time and one a minute at most. */
export class TokenWatch {
	readonly #options: TokenWatchOptions;
	#checking = false;
	#failed = false;
	#checkedAt = -Infinity;
	#awakeAt: number;
	#timer: unknown;

	constructor(options: TokenWatchOptions) {
		this.#options = options;
		this.#awakeAt = options.clock.now();
	}

	/** Checks now and from now on; returns what stops it. */
	open(): () => void {
		this.#planBeat();
		void this.#check();
		return () => this.#options.clock.clearTimeout(this.#timer);
	}

	/** The page may have slept until now. */
	wake(): void {
		const { clock } = this.#options;
		const awayMs = clock.now() - this.#awakeAt;
		this.#awakeAt = clock.now();
		if (awayMs > longestAwayMs) void this.#check();
	}

	/** A hidden page's timers come once a minute, a sleeping one's not at all. */
	#planBeat(): void {
		this.#timer = this.#options.clock.setTimeout(() => {
			this.wake();
			if (this.#failed || this.#options.clock.now() - this.#checkedAt >= intervalMs) void this.#check();
			this.#planBeat();
		}, leastIntervalMs);
	}

	async #check(): Promise<void> {
		const now = this.#options.clock.now();
		if (this.#checking || Math.abs(now - this.#checkedAt) < leastIntervalMs) return;
		this.#checking = true;
		this.#checkedAt = now;
		this.#failed = await this.#options.validate().then(
			() => false,
			() => true
		);
		this.#checking = false;
	}
}
