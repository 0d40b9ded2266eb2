import type { KeyEffect } from '#lib/interactive/board/overlay-effect.ts';
import type { Clock } from '#lib/transport/clock.ts';
import type { KeyPort } from './effect-context.ts';

/** Whoever let go unheard does not hold a key for ever. */
const longestHoldMs = 10_000;
const mostHeld = 8;

interface HeldKey {
	readonly timer: unknown;
}

/** The keys of a game page that are down; each change is told once, however many people press. */
export class HeldKeys implements KeyPort {
	readonly #clock: Clock;
	readonly #onStroke: (stroke: KeyEffect) => void;
	readonly #held = new Map<number, HeldKey>();

	constructor(clock: Clock, onStroke: (stroke: KeyEffect) => void) {
		this.#clock = clock;
		this.#onStroke = onStroke;
	}

	/** Presses anew what is down already: the first press is over then. */
	tap(keyCode: number, durationMs: number): void {
		this.release(keyCode);
		this.#press(keyCode, durationMs);
	}

	hold(keyCode: number): void {
		this.#press(keyCode, longestHoldMs);
	}

	release(keyCode: number): void {
		const held = this.#held.get(keyCode);
		if (!held) return;
		this.#clock.clearTimeout(held.timer);
		this.#held.delete(keyCode);
		this.#onStroke({ type: 'key', event: 'keyup', keyCode });
	}

	/** Lets go of everything. */
	close(): void {
		for (const keyCode of [...this.#held.keys()]) this.release(keyCode);
	}

	#press(keyCode: number, durationMs: number): void {
		const held = this.#held.get(keyCode);
		if (!held && this.#held.size >= mostHeld) return;
		this.#clock.clearTimeout(held?.timer);
		this.#held.set(keyCode, { timer: this.#clock.setTimeout(() => this.release(keyCode), durationMs) });
		if (!held) this.#onStroke({ type: 'key', event: 'keydown', keyCode });
	}
}
