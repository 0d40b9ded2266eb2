import type { ListedPerson } from '#lib/model/listed-person.ts';
import type { Clock } from '#lib/transport/clock.ts';
import type { PeoplePages } from '#lib/platforms/twitch/helix/people-pages.ts';
import { PeopleIndex } from './people-index.ts';

/** A list is not asked for more often than this by itself, for that of chatters lags anyway. */
export const freshMs = 30_000;

type Change = (index: PeopleIndex) => PeopleIndex;

/** One list of a channel's people, read page by page and moved on by what happens. */
export class PeopleList {
	/** How many Twitch says there are; absent where it does not tell. */
	total = $state<number>();
	loading = $state(false);
	/** Epoch ms at which the list was last complete. */
	loadedAt = $state<number>();
	problem = $state.raw<unknown>();
	/** Whether the list is longer than what is read of it. */
	cut = $state(false);
	#index = $state.raw(new PeopleIndex());
	/** What happened while the list was being read, for its pages may be from before. */
	#late: readonly Change[] = [];
	/** Counts readings, so that one that was given up changes nothing. */
	#reading = 0;
	readonly #read: () => PeoplePages;
	readonly #clock: Clock;

	constructor(read: () => PeoplePages, clock: Clock) {
		this.#read = read;
		this.#clock = clock;
	}

	get people(): readonly ListedPerson[] {
		return this.#index.people;
	}

	/** How many there are, as far as it is known. */
	get count(): number | undefined {
		return this.total ?? (this.loadedAt === undefined ? undefined : this.people.length);
	}

	find(userId: string): ListedPerson | undefined {
		return this.#index.find(userId);
	}

	/** Reads the list unless that was done just now. */
	async freshen(): Promise<void> {
		if (this.loadedAt === undefined || this.#clock.now() - this.loadedAt >= freshMs) await this.load();
	}

	/** Reads the list anew; the first time it grows page by page, later the old one stays until the new one is there. */
	async load(): Promise<void> {
		if (this.loading) return;
		const reading = ++this.#reading;
		this.loading = true;
		this.problem = undefined;
		try {
			await this.#readPages(reading);
		} catch (error) {
			if (reading === this.#reading) this.problem = error;
		} finally {
			if (reading === this.#reading) this.loading = false;
		}
	}

	/** Somebody is on the list from now on, or has changed. */
	put(person: ListedPerson): void {
		this.#change((index) => index.with(person));
	}

	/** Somebody is no longer on the list. */
	drop(userId: string): void {
		this.#change((index) => index.without(userId));
	}

	/** Forgets everything and gives up what is being read. */
	clear(): void {
		this.#reading++;
		this.#index = new PeopleIndex();
		this.total = undefined;
		this.loading = false;
		this.loadedAt = undefined;
		this.problem = undefined;
		this.cut = false;
	}

	async #readPages(reading: number): Promise<void> {
		const grows = this.loadedAt === undefined;
		this.#late = [];
		let found: readonly ListedPerson[] = [];
		let more = false;
		for await (const { items, total, cursor } of this.#read()) {
			if (reading !== this.#reading) return;
			found = [...found, ...items];
			if (grows) this.#index = new PeopleIndex(found);
			if (total !== undefined) this.total = total;
			more = cursor !== undefined;
		}
		if (reading !== this.#reading) return;
		this.#index = this.#late.reduce((index, change) => change(index), new PeopleIndex(found));
		this.cut = more;
		this.loadedAt = this.#clock.now();
	}

	/** A list that was never asked for stays so: it would look as if there was nobody else. */
	#change(change: Change): void {
		if (this.loading) this.#late = [...this.#late, change];
		else if (this.loadedAt === undefined) return;
		const index = change(this.#index);
		if (this.total !== undefined) this.total = Math.max(0, this.total + index.people.length - this.people.length);
		this.#index = index;
	}
}
