import type { Person } from '#lib/model/person.ts';
import type { StreamEvent, SuspiciousTreatment } from '#lib/model/stream-event.ts';
import * as v from 'valibot';
import { KeptList, personSchema, textSchema } from './kept-list.svelte.ts';
import type { SettingsStorage } from './settings.svelte.ts';

const mostViewers = 50;
const mostLines = 3;

const viewerSchema = v.object({
	person: personSchema,
	treatment: v.picklist(['none', 'active_monitoring', 'restricted']),
	/** When the treatment was last told. */
	treatedAt: v.number(),
	/** Newest first. */
	lines: v.pipe(v.array(v.object({ messageId: textSchema, text: textSchema, at: v.number() })), v.maxLength(mostLines))
});

/** Somebody whom Twitch or a moderator finds suspicious, with what they wrote last. */
export type SuspiciousViewer = Readonly<v.InferOutput<typeof viewerSchema>>;

/** Suspicious viewers, those heard of last first; Twitch has no list of them, so it is kept for reloads. */
export class SuspiciousViewers {
	readonly #kept: KeptList<typeof viewerSchema>;

	constructor(storage: () => SettingsStorage) {
		this.#kept = new KeptList({ key: 'tributary.suspicious', item: viewerSchema, most: mostViewers, storage });
	}

	get list(): readonly SuspiciousViewer[] {
		return this.#kept.items;
	}

	/** Goes on with an account's channel. */
	open(owner: string): void {
		this.#kept.open(owner);
	}

	take(event: StreamEvent): void {
		if (event.type === 'suspicious-user') this.treat(event.person, event.treatment, event.at);
		else if (event.type === 'suspicious-message') this.#addLine(event);
	}

	/** Somebody is treated in another way since a moment; an older word does not undo a newer one. */
	treat(person: Person, treatment: SuspiciousTreatment, treatedAt: number): void {
		const known = this.#find(person);
		if (known && known.treatedAt > treatedAt) return;
		this.#put({ person, treatment, treatedAt, lines: known?.lines ?? [] });
	}

	/** Takes somebody from the list. */
	forget({ userId }: Person): void {
		this.#kept.items = this.list.filter(({ person }) => person.userId !== userId);
	}

	#addLine({ person, treatment, messageId, text, at }: StreamEvent & { readonly type: 'suspicious-message' }): void {
		const { lines = [], ...known } = this.#find(person) ?? { treatment, treatedAt: at };
		if (lines.some((line) => line.messageId === messageId)) return;
		const newest = [{ messageId, text, at }, ...lines].sort((one, other) => other.at - one.at);
		const current = at >= known.treatedAt ? { treatment, treatedAt: at } : known;
		this.#put({ ...current, person, lines: newest.slice(0, mostLines) });
	}

	#find({ userId }: Person): SuspiciousViewer | undefined {
		return this.list.find(({ person }) => person.userId === userId);
	}

	#put(viewer: SuspiciousViewer): void {
		this.#kept.items = [viewer, ...this.list.filter(({ person }) => person.userId !== viewer.person.userId)];
	}
}
