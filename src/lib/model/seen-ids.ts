/** Remembers the newest ids, oldest forgotten first. */
export class SeenIds {
	readonly #limit: number;
	readonly #ids = new Set<string>();

	constructor(limit: number) {
		this.#limit = limit;
	}

	/** Remembers an id; false when it was there already. */
	add(id: string): boolean {
		if (this.#ids.has(id)) return false;
		this.#ids.add(id);
		if (this.#ids.size > this.#limit) this.#ids.delete(this.#ids.values().next().value as string);
		return true;
	}

	/** Oldest first. */
	get list(): readonly string[] {
		return [...this.#ids];
	}
}
