import type { Clock } from '#lib/transport/clock.ts';
import { Talk } from './talk.ts';

/** One thing that a chatter does. */
export interface Beat {
	/** Characters, which take their time to be typed. */
	readonly length: number;
	/** Makes the next few chatters answer quickly. */
	readonly exciting: boolean;
	/** Does it in a channel; `earlier` holds the message ids of the beats before it in the same thread. */
	perform(channel: string, earlier: readonly string[]): string;
}

/** A little conversation. */
export type Thread = readonly Beat[];

/** A platform as the population sees it. */
export interface Stage {
	/** Told in an order of its own for each channel, the first one first. */
	readonly threads: readonly Thread[];
	/** Channels that somebody listens to; nobody talks to an empty room. */
	audience(): readonly string[];
}

/** What a population lives on. */
export interface PopulationOptions {
	readonly clock: Clock;
	readonly random: () => number;
	readonly stages: readonly Stage[];
}

const lookAroundMs = 300;

/** Seeded chatters who talk wherever somebody listens, the same for the same randomness. */
export class Population {
	readonly #options: PopulationOptions;
	readonly #talks = new Map<string, Talk>();
	#timer: unknown;
	#running = false;

	constructor(options: PopulationOptions) {
		this.#options = options;
	}

	get running(): boolean {
		return this.#running;
	}

	start(): void {
		if (this.#running) return;
		this.#running = true;
		this.#lookAround();
	}

	stop(): void {
		this.#running = false;
		this.#options.clock.clearTimeout(this.#timer);
		for (const talk of this.#talks.values()) talk.stop();
		this.#talks.clear();
	}

	#lookAround(): void {
		const { clock, random, stages } = this.#options;
		const heard = new Set<string>();
		for (const [index, stage] of stages.entries())
			for (const channel of stage.audience()) {
				const key = `${index}:${channel}`;
				heard.add(key);
				if (this.#talks.has(key)) continue;
				const talk = new Talk({ clock, random, channel, threads: stage.threads });
				this.#talks.set(key, talk);
				talk.start();
			}
		for (const [key, talk] of this.#talks) {
			if (heard.has(key)) continue;
			talk.stop();
			this.#talks.delete(key);
		}
		this.#timer = clock.setTimeout(() => this.#lookAround(), lookAroundMs);
	}
}
