import type { Clock } from '#lib/transport/clock.ts';
import type { RunExclusively } from './accounts.ts';
import type { Storage } from './storage.ts';

const shareEveryMs = 2_000;

/** How the other pages of this browser hear that the record was written. */
export interface RecordNews {
	tell(): void;
	/** Adds a listener for what another page tells, and returns what removes it. */
	on(listener: () => void): () => void;
}

/** What a shared record needs of its owner and of the page. */
export interface SharedRecordOptions<Value> {
	readonly name: string;
	/** Called when the record is first needed. */
	readonly openStorage: () => Promise<Storage>;
	readonly clock: Clock;
	readonly random: () => number;
	readonly runExclusively: RunExclusively;
	readonly news: RecordNews;
	readonly parse: (stored: unknown) => Value;
	readonly format: (value: Value) => unknown;
	/** What two pages know together. */
	readonly merge: (stored: Value, own: Value) => Value;
	/** What this page knows. */
	readonly read: () => Value;
	/** Takes over what all pages know. */
	readonly take: (merged: Value) => void;
}

/** A record that all pages of this browser write to without losing what the others wrote. */
export class SharedRecord<Value> {
	readonly #options: SharedRecordOptions<Value>;
	/** A page that is being left has no time for a lock: it writes under a key of its own, and whoever shares next joins that in. */
	readonly #leaveKey: string;
	#opening: Promise<Storage> | undefined;
	#changed = false;
	#timer: unknown;
	#stopNews = () => {};

	constructor(options: SharedRecordOptions<Value>) {
		this.#options = options;
		this.#leaveKey = `${leavePrefix(options.name)}${Math.floor(options.random() * 2 ** 48).toString(36)}`;
	}

	/** Takes over what is kept, and from now on what other pages write. */
	async open(): Promise<void> {
		this.#stopNews = this.#options.news.on(() => void this.#takeStored());
		await this.#takeStored();
	}

	/** What this page knows has changed: it is written soon. */
	change(): void {
		this.#changed = true;
		this.#timer ??= this.#options.clock.setTimeout(() => void this.#share(), shareEveryMs);
	}

	/** Writes what has changed at once, as the page may be gone before it could hear an answer. */
	async leave(): Promise<void> {
		if (!this.#changed) return;
		const { read, format } = this.#options;
		await this.#attempt(async (storage) => storage.save(this.#leaveKey, format(read())));
	}

	/** Writes what has changed and hears no more of other pages. */
	async close(): Promise<void> {
		this.#stopNews();
		this.#options.clock.clearTimeout(this.#timer);
		await this.leave();
	}

	async #takeStored(): Promise<void> {
		const { merge, read, take } = this.#options;
		await this.#attempt(async (storage) => {
			const { value, left } = await this.#load(storage);
			take(merge(value, read()));
			if (left.length > 0) this.change();
		});
	}

	async #share(): Promise<void> {
		this.#timer = undefined;
		const { name, runExclusively, merge, read, take, format, news } = this.#options;
		await this.#attempt((storage) =>
			runExclusively(`tributary.${name}`, async () => {
				const { value, left } = await this.#load(storage);
				const merged = merge(value, read());
				take(merged);
				this.#changed = false;
				await storage.save(name, format(merged));
				await Promise.all(left.map((key) => storage.remove(key)));
				news.tell();
			})
		);
	}

	/** What all pages have written, those that were left in a hurry included. */
	async #load(storage: Storage): Promise<{ readonly value: Value; readonly left: readonly string[] }> {
		const { name, parse, merge } = this.#options;
		const left = (await storage.keys()).filter((key) => key.startsWith(leavePrefix(name)));
		const [shared, ...hurried] = await Promise.all([name, ...left].map((key) => storage.load(key)));
		return { value: hurried.map(parse).reduce(merge, parse(shared)), left };
	}

	/** Where storage fails, what is new is lost with the page and nothing else. */
	async #attempt(task: (storage: Storage) => Promise<unknown>): Promise<void> {
		try {
			await task(await (this.#opening ??= this.#options.openStorage()));
		} catch {
			return;
		}
	}
}

function leavePrefix(name: string): string {
	return `${name} left `;
}
