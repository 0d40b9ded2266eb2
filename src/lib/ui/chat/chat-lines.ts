import type { ChatFeed, FeedChange, FeedEntry } from '#lib/state/chat-feed.svelte.ts';
import { markRemoved } from './chat-line.ts';

interface ShownLine {
	readonly key: string;
	/** Absent for an entry that is not shown. */
	readonly element: HTMLElement | undefined;
}

/** The lines of a feed in an element: one batch a frame, never more than the feed holds, nothing read back from layout. */
export class ChatLines {
	readonly #list: HTMLElement;
	readonly #feed: ChatFeed;
	readonly #draw: (entry: FeedEntry) => HTMLElement | undefined;
	readonly #onMissed: (count: number) => void;
	readonly #byKey = new Map<string, HTMLElement>();
	#shown: ShownLine[] = [];
	#paused = false;
	#missed = 0;
	/** Lines were put between those shown while they had to stay as they are. */
	#outdated = false;

	constructor(
		list: HTMLElement,
		feed: ChatFeed,
		draw: (entry: FeedEntry) => HTMLElement | undefined,
		onMissed: (count: number) => void = () => {}
	) {
		this.#list = list;
		this.#feed = feed;
		this.#draw = draw;
		this.#onMissed = onMissed;
	}

	/** Draws what the feed holds and follows it until the returned function is called. */
	open(): () => void {
		this.#show(this.#feed.entries.length);
		const stop = this.#feed.onChange((change) => this.#take(change));
		return () => {
			stop();
			this.#list.replaceChildren();
			this.#byKey.clear();
			this.#shown = [];
			this.#outdated = false;
		};
	}

	/** Leaves the lines as they are for a reader, and counts what comes; `false` catches up. */
	setPaused(paused: boolean): void {
		this.#paused = paused;
		if (paused || (this.#missed === 0 && !this.#outdated)) return;
		const missed = this.#missed;
		this.#setMissed(0);
		if (this.#outdated) this.#reorder();
		else this.#show(missed);
	}

	#take({ appended, changed, inserted }: FeedChange): void {
		for (const entry of changed) {
			const line = this.#byKey.get(entry.key);
			if (!line) continue;
			if (entry.type === 'message') markRemoved(line);
			else line.replaceChildren(...(this.#draw(entry)?.childNodes ?? []));
		}
		if (this.#paused) {
			this.#outdated ||= inserted.length > 0;
			this.#setMissed(this.#missed + appended.length);
		} else if (inserted.length > 0) this.#reorder();
		else this.#show(appended.length);
	}

	/** Brings the lines into the feed's order; those that are there already stay untouched. */
	#reorder(): void {
		this.#outdated = false;
		const { entries } = this.#feed;
		const known = new Map(this.#shown.map((line) => [line.key, line]));
		this.#shown = entries.map((entry) => known.get(entry.key) ?? { key: entry.key, element: this.#draw(entry) });
		for (const { key } of this.#shown) known.delete(key);
		for (const { key, element } of known.values()) {
			this.#byKey.delete(key);
			element?.remove();
		}
		let place = this.#list.firstChild;
		for (const { key, element } of this.#shown) {
			if (!element) continue;
			this.#byKey.set(key, element);
			if (element === place) place = place.nextSibling;
			else this.#list.insertBefore(element, place);
		}
	}

	#setMissed(count: number): void {
		if (count === this.#missed) return;
		this.#missed = count;
		this.#onMissed(count);
	}

	/** Draws the newest `count` entries; what the feed no longer holds before them goes. */
	#show(count: number): void {
		if (count === 0) return;
		const { entries } = this.#feed;
		const fresh = count >= entries.length ? entries : entries.slice(-count);
		this.#drop(this.#shown.length - (entries.length - fresh.length));
		const added = fresh.map((entry) => ({ key: entry.key, element: this.#draw(entry) }));
		const batch = document.createDocumentFragment();
		for (const { key, element } of added) {
			if (!element) continue;
			this.#byKey.set(key, element);
			batch.append(element);
		}
		this.#shown.push(...added);
		this.#list.append(batch);
	}

	#drop(count: number): void {
		if (count <= 0) return;
		const gone = this.#shown.splice(0, count);
		for (const { key } of gone) this.#byKey.delete(key);
		removeRange(gone.map(({ element }) => element).filter((element) => element !== undefined));
	}
}

function removeRange(elements: readonly HTMLElement[]): void {
	const first = elements[0];
	const last = elements.at(-1);
	if (!first || !last) return;
	if (first === last) return first.remove();
	const range = document.createRange();
	range.setStartBefore(first);
	range.setEndAfter(last);
	range.deleteContents();
}
