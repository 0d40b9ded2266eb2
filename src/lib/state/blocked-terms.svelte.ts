import type { BlockedTerm } from '#lib/platforms/twitch/helix/blocked-terms.ts';
import { Attempt } from './attempt.svelte.ts';

/** What blocked terms are asked for with. */
export interface BlockedTermsApi {
	request(): AsyncIterable<BlockedTerm>;
	add(text: string): Promise<BlockedTerm>;
	remove(id: string): Promise<void>;
}

/** How far a list of terms has been added. */
export interface Progress {
	readonly done: number;
	readonly total: number;
}

const shownAtOnce = 100;

/** The blocked terms of a channel, in the order of the alphabet. */
export class BlockedTerms {
	list = $state.raw<readonly BlockedTerm[]>([]);
	loaded = $state(false);
	readonly loading = new Attempt();
	/** Adding or removing. */
	readonly changing = new Attempt();
	/** While many are added. */
	progress = $state.raw<Progress>();
	#stopped = false;
	readonly #api: BlockedTermsApi;

	constructor(api: BlockedTermsApi) {
		this.#api = api;
	}

	/** Loads all of them and shows them as they come. */
	async load(): Promise<void> {
		await this.loading.run(async () => {
			const terms: BlockedTerm[] = [];
			for await (const term of this.#api.request()) {
				terms.push(term);
				if (terms.length % shownAtOnce === 0) this.#show(terms);
			}
			this.#show(terms);
			this.loaded = true;
		});
	}

	/** Adds terms one after another; those that were not added are returned. */
	async add(texts: readonly string[]): Promise<readonly string[]> {
		if (this.changing.busy) return texts;
		let done = 0;
		this.#stopped = false;
		await this.changing.run(async () => {
			for (const text of texts) {
				if (this.#stopped) return;
				if (texts.length > 1) this.progress = { done, total: texts.length };
				this.#put(await this.#api.add(text));
				done++;
			}
		});
		this.progress = undefined;
		return texts.slice(done);
	}

	/** Adds no more of the terms that are being added. */
	stop(): void {
		this.#stopped = true;
	}

	/** Removes a term; whether it is gone. */
	async remove(term: BlockedTerm): Promise<boolean> {
		return this.changing.run(async () => {
			await this.#api.remove(term.id);
			this.list = this.list.filter(({ id }) => id !== term.id);
		});
	}

	#put(term: BlockedTerm): void {
		this.#show([...this.list.filter(({ id }) => id !== term.id), term]);
	}

	#show(terms: readonly BlockedTerm[]): void {
		this.list = [...terms].sort((one, other) => one.text.localeCompare(other.text));
	}
}
