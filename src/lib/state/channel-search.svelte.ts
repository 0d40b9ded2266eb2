import type { FoundChannel } from '#lib/model/found-channel.ts';
import { systemClock, type Clock } from '#lib/transport/clock.ts';

const pauseMs = 300;
const shortestQuery = 2;
/** As long as a login, with some space for slips. */
export const longestChannelQuery = 40;

/** What a search for channels works with. */
export interface ChannelSearchOptions {
	readonly request: (query: string) => Promise<readonly FoundChannel[]>;
	readonly clock?: Clock;
}

/** Looks channels up while somebody types; an answer to what was typed before is not shown. */
export class ChannelSearch {
	query = $state('');
	/** Absent until there is an answer to what is typed. */
	found = $state.raw<readonly FoundChannel[]>();
	problem = $state.raw<unknown>();
	readonly active = $derived(this.query.trim().length >= shortestQuery);
	readonly #request: ChannelSearchOptions['request'];
	readonly #clock: Clock;
	#timer: unknown;

	constructor({ request, clock = systemClock }: ChannelSearchOptions) {
		this.#request = request;
		this.#clock = clock;
	}

	type(query: string): void {
		this.query = query;
		this.found = this.problem = undefined;
		this.#clock.clearTimeout(this.#timer);
		if (this.active) this.#timer = this.#clock.setTimeout(() => void this.ask(), pauseMs);
	}

	/** Asks for what is typed, again if need be. */
	async ask(): Promise<void> {
		const { query } = this;
		this.problem = undefined;
		try {
			const found = await this.#request(query.trim());
			if (query === this.query) this.found = found;
		} catch (error) {
			if (query === this.query) this.problem = error;
		}
	}
}
