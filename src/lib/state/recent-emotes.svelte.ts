import { createContext } from 'svelte';
import * as v from 'valibot';
import type { SettingsStorage } from './settings.svelte.ts';

const storageKey = 'tributary.recent-emotes';
const mostRecent = 16;
const namesSchema = v.array(v.pipe(v.string(), v.maxLength(100)));

/** The words of the emotes that were chosen last in this browser, newest first. */
export class RecentEmotes {
	names = $state.raw<readonly string[]>([]);
	readonly #storage: () => SettingsStorage;

	constructor(storage: () => SettingsStorage) {
		this.#storage = storage;
		try {
			this.names = v.parse(namesSchema, JSON.parse(storage().getItem(storageKey) ?? '[]')).slice(0, mostRecent);
		} catch {
			this.names = [];
		}
	}

	add(name: string): void {
		this.names = [name, ...this.names.filter((one) => one !== name)].slice(0, mostRecent);
		try {
			this.#storage().setItem(storageKey, JSON.stringify(this.names));
		} catch {
			return;
		}
	}
}

/** The recent emotes of the page. */
export const [getRecentEmotes, setRecentEmotes] = createContext<RecentEmotes>();
