const longestHistory = 50;

/** What was sent from this page, to be written again by arrow keys. */
export class SentLines {
	#lines: readonly string[] = [];
	/** How far back one is; 0 is what is being written. */
	#back = 0;
	#draft = '';

	get browsing(): boolean {
		return this.#back > 0;
	}

	/** Remembers a line that was sent and ends browsing. */
	add(line: string): void {
		this.#lines = [...this.#lines.filter((other) => other !== line), line].slice(-longestHistory);
		this.#back = 0;
	}

	/** The line before; `draft` is what was written until now and comes back at the end. */
	older(draft: string): string | undefined {
		if (this.#back === this.#lines.length) return undefined;
		if (this.#back === 0) this.#draft = draft;
		this.#back++;
		return this.#lines.at(-this.#back);
	}

	/** The line after, in the end what was being written. */
	newer(): string | undefined {
		if (this.#back === 0) return undefined;
		this.#back--;
		return this.#back === 0 ? this.#draft : this.#lines.at(-this.#back);
	}

	/** What is written now is a text of its own. */
	leave(): void {
		this.#back = 0;
	}
}
