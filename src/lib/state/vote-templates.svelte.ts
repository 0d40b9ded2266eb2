import * as v from 'valibot';
import type { SettingsStorage } from './settings.svelte.ts';
import { StoredValue } from './stored-value.svelte.ts';
import { isSameDraft, voteDraftSchema, type VoteDraft } from './vote-draft.ts';

/** So many templates of their own a streamer may keep. */
export const mostTemplates = 30;
/** As many characters as a template's name may have. */
export const longestTemplateName = 30;
const mostStarted = 5;

const templateSchema = v.object({
	id: v.number(),
	name: v.pipe(v.string(), v.maxLength(longestTemplateName)),
	draft: voteDraftSchema
});
const storedSchema = v.object({
	own: v.pipe(v.array(templateSchema), v.maxLength(mostTemplates), v.readonly()),
	started: v.pipe(v.array(voteDraftSchema), v.maxLength(mostStarted), v.readonly())
});

/** A draft that a streamer gave a name. */
export type VoteTemplate = Readonly<v.InferOutput<typeof templateSchema>>;

/** The drafts that a streamer keeps in this browser, and the latest that were started. */
export class VoteTemplates {
	readonly #stored: StoredValue<typeof storedSchema>;

	constructor(key: string, storage: () => SettingsStorage) {
		this.#stored = new StoredValue({ key, schema: storedSchema, initial: { own: [], started: [] }, storage });
	}

	get own(): readonly VoteTemplate[] {
		return this.#stored.current.own;
	}

	/** The last five, newest first, each once. */
	get started(): readonly VoteDraft[] {
		return this.#stored.current.started;
	}

	get full(): boolean {
		return this.own.length >= mostTemplates;
	}

	/** Keeps a draft under a name. */
	add(name: string, draft: VoteDraft): void {
		if (this.full) return;
		this.#keep([...this.own, { id: this.#freeId(), name: toName(name), draft }]);
	}

	/** Gives a template another name or draft; a name of nothing changes nothing. */
	change(id: number, change: Partial<Omit<VoteTemplate, 'id'>>): void {
		if (change.name?.trim() === '') return;
		const named = { ...change, ...(change.name !== undefined && { name: toName(change.name) }) };
		this.#keep(this.own.map((template) => (template.id === id ? { ...template, ...named } : template)));
	}

	/** Forgets a template and returns what brings it back to its place. */
	remove(id: number): () => void {
		const index = this.own.findIndex((template) => template.id === id);
		const removed = this.own[index];
		if (!removed) return () => {};
		this.#keep(this.own.filter((template) => template !== removed));
		return () => {
			if (this.full) return;
			const restored = { ...removed, id: this.#freeId() };
			this.#keep([...this.own.slice(0, index), restored, ...this.own.slice(index)]);
		};
	}

	/** Remembers that a draft was started. */
	remember(draft: VoteDraft): void {
		const others = this.started.filter((one) => !isSameDraft(one, draft));
		this.#stored.current = { ...this.#stored.current, started: [draft, ...others].slice(0, mostStarted) };
	}

	#freeId(): number {
		return Math.max(0, ...this.own.map(({ id }) => id)) + 1;
	}

	#keep(own: readonly VoteTemplate[]): void {
		this.#stored.current = { ...this.#stored.current, own };
	}
}

function toName(text: string): string {
	return text.trim().slice(0, longestTemplateName);
}
