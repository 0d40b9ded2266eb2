import * as v from 'valibot';
import { compareTimetokens, formatTimetoken } from '#lib/platforms/theta/timetoken.ts';

const memoryMs = 20 * 60_000;
const memoryPerSubscriber = 100;
const mostEntries = 5_000;

const entrySchema = v.object({
	timetoken: v.pipe(v.string(), v.regex(/^\d{17}$/)),
	channel: v.string(),
	payload: v.unknown(),
	publisher: v.string(),
	kind: v.picklist(['message', 'signal', 'presence']),
	stored: v.boolean(),
	meta: v.optional(v.unknown()),
	customType: v.optional(v.string())
});

/** One published message as the origin keeps it. */
export type JournalEntry = Readonly<v.InferOutput<typeof entrySchema>>;

/** What was published on one keyset, oldest first. */
export class Journal {
	#entries: JournalEntry[] = [];

	get entries(): readonly JournalEntry[] {
		return this.#entries;
	}

	append(entry: JournalEntry): void {
		this.#entries.push(entry);
		if (this.#entries.length > mostEntries) this.#entries.splice(0, this.#entries.length - mostEntries);
	}

	/** What a subscriber with this cursor still gets: the newest 100 of the last 20 minutes. */
	after(cursor: string, matches: (channel: string) => boolean, now: number): readonly JournalEntry[] {
		const oldest = formatTimetoken(Math.max(0, now - memoryMs));
		const found: JournalEntry[] = [];
		for (let index = this.#entries.length - 1; index >= 0 && found.length < memoryPerSubscriber; index--) {
			const entry = this.#entries[index] as JournalEntry;
			if (compareTimetokens(entry.timetoken, cursor) <= 0 || compareTimetokens(entry.timetoken, oldest) < 0) break;
			if (matches(entry.channel)) found.push(entry);
		}
		return found.reverse();
	}

	/** What history keeps of one PubNub channel. */
	stored(channel: string): readonly JournalEntry[] {
		return this.#entries.filter((entry) => entry.stored && entry.channel === channel);
	}

	snapshot(): unknown {
		return this.#entries.filter((entry) => entry.kind !== 'presence');
	}

	/** Takes back a snapshot; anything else throws. */
	restore(snapshot: unknown): void {
		this.#entries = v.parse(v.array(entrySchema), snapshot);
	}

	clear(): void {
		this.#entries = [];
	}
}
