import type { Category } from '#lib/model/category.ts';
import { systemClock, type Clock } from '#lib/transport/clock.ts';

/** So long after the last key the categories are asked for. */
const settleMs = 250;

/** Finds categories while a name is typed; an answer that a newer question has overtaken is dropped. */
export class CategorySearch {
	found = $state.raw<readonly Category[]>();
	problem = $state.raw<unknown>();
	busy = $state(false);
	readonly #search: (query: string) => Promise<readonly Category[]>;
	readonly #clock: Clock;
	#timer: unknown;
	#asked = 0;

	constructor(search: (query: string) => Promise<readonly Category[]>, clock: Clock = systemClock) {
		this.#search = search;
		this.#clock = clock;
	}

	/** Takes what was typed; the answer is in `found` once nothing was typed for a moment. */
	type(text: string): void {
		this.stop();
		const query = text.trim();
		this.busy = query !== '';
		if (query === '') this.found = undefined;
		else this.#timer = this.#clock.setTimeout(() => void this.#ask(query), settleMs);
	}

	/** Asks once more what was asked last. */
	retry(text: string): void {
		this.stop();
		this.busy = true;
		void this.#ask(text.trim());
	}

	/** Nothing that is under way is waited for. */
	stop(): void {
		this.#clock.clearTimeout(this.#timer);
		this.#asked++;
		this.busy = false;
	}

	async #ask(query: string): Promise<void> {
		const asked = this.#asked;
		const answer = await this.#search(query).then(
			(found) => ({ found, problem: undefined }),
			(problem: unknown) => ({ found: undefined, problem })
		);
		if (asked !== this.#asked) return;
		this.busy = false;
		this.found = answer.found;
		this.problem = answer.problem;
	}
}
