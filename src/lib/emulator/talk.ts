import type { Clock } from '#lib/transport/clock.ts';
import type { Beat, Thread } from './population.ts';

/** Where and about what is talked. */
export interface TalkOptions {
	readonly clock: Clock;
	readonly random: () => number;
	readonly channel: string;
	readonly threads: readonly Thread[];
}

/** So many lines greet whoever comes in, nearly at once. */
const openingBeats = 5;
const openingMs = 90;
const shortestMs = 700;
const longestMs = 3_500;
const typingMsPerCharacter = 18;
const excitedBeats = 3;
const excitedMs = { from: 280, to: 900 } as const;

/** The endless conversation of one channel: thread after thread, all of them before one comes again. */
export class Talk {
	readonly #options: TalkOptions;
	#deck: Thread[] = [];
	#thread: Thread = [];
	#position = 0;
	#ids: string[] = [];
	#told = 0;
	#excited = 0;
	#timer: unknown;

	constructor(options: TalkOptions) {
		this.#options = options;
	}

	start(): void {
		this.#wait(openingMs);
	}

	stop(): void {
		this.#options.clock.clearTimeout(this.#timer);
	}

	#wait(delayMs: number): void {
		this.#timer = this.#options.clock.setTimeout(() => this.#tell(), delayMs);
	}

	#tell(): void {
		const beat = this.#next();
		if (!beat) return;
		this.#ids.push(beat.perform(this.#options.channel, this.#ids));
		this.#told++;
		this.#excited = beat.exciting ? excitedBeats : Math.max(0, this.#excited - 1);
		this.#wait(this.#pause());
	}

	#next(): Beat | undefined {
		if (this.#position >= this.#thread.length) {
			if (this.#deck.length === 0) this.#deck = this.#shuffle();
			this.#thread = this.#deck.shift() ?? [];
			this.#position = 0;
			this.#ids = [];
		}
		return this.#thread[this.#position++];
	}

	#shuffle(): Thread[] {
		const { threads, random } = this.#options;
		const [first, ...others] = threads;
		const drawn = others.map((thread) => ({ thread, at: random() })).sort((left, right) => left.at - right.at);
		const rest = drawn.map(({ thread }) => thread);
		return first && this.#told === 0 ? [first, ...rest] : rest;
	}

	#pause(): number {
		const { random } = this.#options;
		if (this.#told < openingBeats) return openingMs;
		if (this.#excited > 0) return excitedMs.from + random() * (excitedMs.to - excitedMs.from);
		const typing = (this.#thread[this.#position]?.length ?? 0) * typingMsPerCharacter;
		return Math.min(longestMs, shortestMs + typing + random() * 1_400);
	}
}
