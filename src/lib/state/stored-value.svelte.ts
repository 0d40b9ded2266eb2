import * as v from 'valibot';
import type { SettingsStorage } from './settings.svelte.ts';

/** What a value is kept under and how it is checked. */
export interface StoredValueOptions<Schema extends v.GenericSchema> {
	readonly key: string;
	readonly schema: Schema;
	/** Where nothing is stored, or something that does not pass. */
	readonly initial: v.InferOutput<Schema>;
	/** `localStorage` for what lasts, `sessionStorage` for what ends with the tab. */
	readonly storage: () => SettingsStorage;
}

/** A value that is saved with every change; where storage is blocked it lasts until the page closes. */
export class StoredValue<Schema extends v.GenericSchema> {
	#current = $state.raw<v.InferOutput<Schema>>() as v.InferOutput<Schema>;
	readonly #options: StoredValueOptions<Schema>;

	constructor(options: StoredValueOptions<Schema>) {
		this.#options = options;
		this.#current = this.#load();
	}

	get current(): v.InferOutput<Schema> {
		return this.#current;
	}

	set current(value: v.InferOutput<Schema>) {
		this.#current = value;
		try {
			this.#options.storage().setItem(this.#options.key, JSON.stringify(value));
		} catch {
			return;
		}
	}

	/** Back to the initial value. */
	reset(): void {
		this.current = this.#options.initial;
	}

	#load(): v.InferOutput<Schema> {
		const { key, schema, initial, storage } = this.#options;
		try {
			const text = storage().getItem(key);
			return text === null ? initial : v.parse(schema, JSON.parse(text));
		} catch {
			return initial;
		}
	}
}
