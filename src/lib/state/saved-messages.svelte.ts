import { createContext } from 'svelte';
import * as v from 'valibot';
import type { SettingsStorage } from './settings.svelte.ts';

const storageKey = 'tributary.saved-messages';

/** The oldest make room for newer ones. */
const mostSaved = 100;

/** The last moment that a date can be. */
const latestMoment = 8.64e15;

/** A stored message, bounded. */
export const savedMessageSchema = v.object({
	key: v.pipe(v.string(), v.maxLength(300)),
	platform: v.pipe(v.string(), v.maxLength(20)),
	name: v.pipe(v.string(), v.maxLength(100)),
	text: v.pipe(v.string(), v.maxLength(4_000)),
	sentAt: v.pipe(v.number(), v.minValue(0), v.maxValue(latestMoment))
});

/** A message that somebody kept, as text. */
export type SavedMessage = Readonly<v.InferOutput<typeof savedMessageSchema>>;

/** Reads kept messages; what is wrong is left out. */
export function parseSavedMessages(text: string | null): readonly SavedMessage[] {
	try {
		const stored: unknown = JSON.parse(text ?? '[]');
		return Array.isArray(stored) ? stored.filter((one) => v.is(savedMessageSchema, one)).slice(0, mostSaved) : [];
	} catch {
		return [];
	}
}

/** The messages that somebody kept in this browser, newest first; where storage is blocked they last until the page closes. */
export class SavedMessages {
	list = $state.raw<readonly SavedMessage[]>([]);
	readonly #storage: () => SettingsStorage;

	constructor(storage: () => SettingsStorage) {
		this.#storage = storage;
		try {
			this.list = parseSavedMessages(storage().getItem(storageKey));
		} catch {
			this.list = [];
		}
	}

	has(key: string): boolean {
		return this.list.some((saved) => saved.key === key);
	}

	add(message: SavedMessage): void {
		if (!this.has(message.key)) this.#keep([message, ...this.list].slice(0, mostSaved));
	}

	remove(key: string): void {
		this.#keep(this.list.filter((saved) => saved.key !== key));
	}

	#keep(list: readonly SavedMessage[]): void {
		this.list = list;
		try {
			this.#storage().setItem(storageKey, JSON.stringify(list));
		} catch {
			return;
		}
	}
}

/** The kept messages of the page. */
export const [getSavedMessages, setSavedMessages] = createContext<SavedMessages>();
