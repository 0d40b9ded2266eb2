/** What one version of a map has and the next has not. */
interface Change<K, V extends object> {
	readonly next: VersionedMap<K, V>;
	readonly key: K;
	/** The entry's value before; `undefined` where there was none. */
	readonly value: V | undefined;
}

/**
 * A map that is a value: `with` and `without` give another version and cost no copy, however large it is. The newest version
 * holds the entries; an older one knows what changed since, and copies them, in an order of its own, when somebody asks it
 * all the same.
 * @see https://dl.acm.org/doi/10.1145/122179.122181 H. Baker, Shallow binding makes functional arrays fast
 */
export class VersionedMap<K, V extends object> implements ReadonlyMap<K, V> {
	#entries: Map<K, V> | undefined;
	#change: Change<K, V> | undefined;

	/** A map as it is, if it has versions; else the first of them. */
	static of<K, V extends object>(map: ReadonlyMap<K, V>): VersionedMap<K, V> {
		return map instanceof VersionedMap ? map : new VersionedMap(map);
	}

	constructor(entries?: Iterable<readonly [K, V]>) {
		if (entries !== undefined) this.#entries = new Map(entries);
	}

	get size(): number {
		return this.#own().size;
	}

	get(key: K): V | undefined {
		return this.#own().get(key);
	}

	has(key: K): boolean {
		return this.#own().has(key);
	}

	/** The version with one entry set. */
	with(key: K, value: V): VersionedMap<K, V> {
		const next = this.#handOver(key);
		next.#own().set(key, value);
		return next;
	}

	/** The version without an entry. */
	without(key: K): VersionedMap<K, V> {
		if (!this.has(key)) return this;
		const next = this.#handOver(key);
		next.#own().delete(key);
		return next;
	}

	// Whoever goes through a version may make the next one meanwhile.
	entries() {
		return new Map(this.#own()).entries();
	}

	keys() {
		return new Map(this.#own()).keys();
	}

	values() {
		return new Map(this.#own()).values();
	}

	[Symbol.iterator]() {
		return this.entries();
	}

	forEach(each: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
		for (const [key, value] of this) each(value, key, this);
	}

	#handOver(key: K): VersionedMap<K, V> {
		const entries = this.#own();
		const next = new VersionedMap<K, V>();
		next.#entries = entries;
		this.#change = { next, key, value: entries.get(key) };
		this.#entries = undefined;
		return next;
	}

	#own(): Map<K, V> {
		if (this.#entries !== undefined) return this.#entries;
		const changes: Change<K, V>[] = [];
		let newest: Map<K, V> | undefined;
		for (let change = this.#change; change !== undefined; change = change.next.#change) {
			changes.push(change);
			newest = change.next.#entries;
		}
		const entries = new Map(newest);
		for (const { key, value } of changes.reverse()) {
			if (value === undefined) entries.delete(key);
			else entries.set(key, value);
		}
		this.#change = undefined;
		this.#entries = entries;
		return entries;
	}
}
