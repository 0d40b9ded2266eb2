import * as v from 'valibot';
import type { SettingsStorage } from './settings.svelte.ts';
import { StoredValue } from './stored-value.svelte.ts';

/** What a list is kept under, what is in it, and how long it may become. */
export interface KeptListOptions<Item extends v.GenericSchema> {
	readonly key: string;
	readonly item: Item;
	readonly most: number;
	readonly storage: () => SettingsStorage;
}

/** A list about one account's channel, newest first; it outlives a reload, and the oldest make room. */
export class KeptList<Item extends v.GenericSchema> {
	readonly #stored: StoredValue<
		v.GenericSchema<{ readonly owner: string; readonly items: readonly v.InferOutput<Item>[] }>
	>;
	readonly #most: number;

	constructor({ key, item, most, storage }: KeptListOptions<Item>) {
		this.#most = most;
		this.#stored = new StoredValue({
			key,
			schema: v.object({ owner: v.string(), items: v.pipe(v.array(item), v.maxLength(most)) }),
			initial: { owner: '', items: [] },
			storage
		});
	}

	get items(): readonly v.InferOutput<Item>[] {
		return this.#stored.current.items;
	}

	set items(items: readonly v.InferOutput<Item>[]) {
		this.#stored.current = { owner: this.#stored.current.owner, items: items.slice(0, this.#most) };
	}

	/** Goes on with an account, by user ID; what was kept of another one is forgotten. */
	open(owner: string): void {
		if (this.#stored.current.owner !== owner) this.#stored.current = { owner, items: [] };
	}
}

const text = v.pipe(v.string(), v.maxLength(2_000));

/** Somebody, as a kept list holds them. */
export const personSchema = v.object({ userId: text, login: text, displayName: text });

/** A text of somebody else, bounded. */
export const textSchema = text;
