import { complete, findCompletionQuery, suggest, type CompletionQuery, type CompletionSources } from './completion.ts';
import type { Suggestion } from './completion.ts';

/** The suggestions for the word at the caret, and which of them is chosen. */
export class CompletionState {
	suggestions = $state.raw<readonly Suggestion[]>([]);
	active = $state(0);
	readonly open = $derived(this.suggestions.length > 0);
	#query: CompletionQuery | undefined;

	/** Reads the word before the caret; `sources` is asked only where there is one. */
	read(text: string, caret: number, sources: () => CompletionSources): void {
		this.#query = findCompletionQuery(text, caret);
		const suggestions = this.#query ? suggest(this.#query, sources()) : [];
		const typed = this.#query && text.slice(this.#query.start, this.#query.end);
		const finished = suggestions.length === 1 && suggestions[0]?.text === typed;
		this.suggestions = finished ? [] : suggestions;
		this.active = 0;
	}

	move(step: 1 | -1): void {
		this.active = (this.active + step + this.suggestions.length) % this.suggestions.length;
	}

	/** The text with a suggestion taken, the chosen one unless told. */
	take(text: string, index = this.active): { readonly text: string; readonly caret: number } | undefined {
		const suggestion = this.suggestions[index];
		const query = this.#query;
		this.close();
		return suggestion && query && complete(text, query, suggestion);
	}

	/** Whether what is typed is a suggestion already, letter by letter, so that Enter sends it. */
	isTyped(text: string): boolean {
		const query = this.#query;
		return query !== undefined && this.suggestions[this.active]?.text === text.slice(query.start, query.end);
	}

	close(): void {
		this.suggestions = [];
	}
}
