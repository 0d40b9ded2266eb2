import type { Clock } from '#lib/transport/clock.ts';

/** Somewhere a stick or pointer can be. */
export interface Point {
	readonly x: number;
	readonly y: number;
}

const settleMs = 250;
/** What arrives a little early would be dropped by the host. */
const slack = 1.15;

/** Tells where something that moves is: at most once a period, the newest, and at the end in any case where it rests. */
export class Sampler {
	readonly #clock: Clock;
	readonly #send: (point: Point) => void;
	readonly #rateMs: () => number;
	#timer: unknown;
	#settling: unknown;
	#next: Point | undefined;
	#sentAt: number | undefined;

	/** `rateMs` may change while it moves. */
	constructor(clock: Clock, rateMs: () => number, send: (point: Point) => void) {
		this.#clock = clock;
		this.#rateMs = rateMs;
		this.#send = send;
	}

	move(point: Point): void {
		this.#clock.clearTimeout(this.#settling);
		this.#next = point;
		if (this.#timer !== undefined) return;
		const waitMs = this.#sentAt === undefined ? 0 : this.#sentAt + this.#rateMs() * slack - this.#clock.now();
		if (waitMs <= 0) this.#flush();
		else this.#timer = this.#clock.setTimeout(() => this.#flush(), waitMs);
	}

	/** Tells where it rests, at once, and nothing that was waiting. */
	rest(point: Point): void {
		this.stop();
		this.#sentAt = this.#clock.now();
		this.#send(point);
	}

	/** Forgets what was waiting. */
	stop(): void {
		this.#clock.clearTimeout(this.#timer);
		this.#clock.clearTimeout(this.#settling);
		this.#timer = undefined;
		this.#next = undefined;
	}

	#flush(): void {
		this.#timer = undefined;
		const point = this.#next;
		if (point === undefined) return;
		this.#next = undefined;
		this.#sentAt = this.#clock.now();
		this.#send(point);
		// A host drops what came too early, and that may have been the last: so what is held still is told once more.
		this.#settling = this.#clock.setTimeout(() => this.#send(point), Math.max(settleMs, this.#rateMs() * 2));
	}
}
