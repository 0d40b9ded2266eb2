import { createTextMatch, isFiltering, type ChatFilter, type TextMatch } from '#lib/model/chat-filter.ts';
import { createEntryFilter, type EntryTest } from './entry-filter.ts';
import type { PatternCompiler } from './pattern-match.ts';

/** A filter that changes, as a test of lines; what reads regular expressions is given to it when it is needed. */
export class CurrentFilter {
	compiler = $state.raw<PatternCompiler>();
	readonly #filter: () => ChatFilter;
	readonly #source = $derived.by(() => this.#filter().text);
	readonly #compiled = $derived.by(() => this.#pattern && this.compiler?.(this.#source));

	/** Absent while every line passes. */
	readonly test: EntryTest | undefined = $derived.by(() => {
		const filter = this.#filter();
		return isFiltering(filter) ? createEntryFilter(filter, this.#matches) : undefined;
	});

	constructor(filter: () => ChatFilter) {
		this.#filter = filter;
	}

	/** Whether a regular expression waits for what reads it. */
	get waiting(): boolean {
		return this.#pattern && !this.compiler;
	}

	/** Whether the text should be a regular expression and is none; then it hides nothing. */
	get invalid(): boolean {
		return this.#pattern && this.compiler !== undefined && !this.#compiled;
	}

	get #pattern(): boolean {
		return this.#filter().pattern && this.#source !== '';
	}

	get #matches(): TextMatch {
		if (!this.#pattern) return createTextMatch(this.#source);
		return this.#compiled || (() => true);
	}
}
