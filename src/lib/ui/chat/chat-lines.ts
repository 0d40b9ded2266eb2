import type { ChatFeed, FeedChange, FeedEntry } from '#lib/state/chat-feed.svelte.ts';
import { markRemoved } from './chat-line.ts';

interface ShownLine {
	readonly key: string;
	/** Absent for an entry that is not shown. */
	readonly element: HTMLElement | undefined;
}

/** How the lines of a feed are drawn. */
export interface ChatLinesOptions {
	/** Absent where an entry is not shown. */
	readonly draw: (entry: FeedEntry) => HTMLElement | undefined;
	/** How many lines are drawn while nobody reads back: as many as can be seen. */
	readonly mostFollowed: () => number;
	/** How many lines a reader has not seen. */
	readonly onMissed?: (count: number) => void;
}

/**
 * The lines of a feed in an element: one batch a frame, nothing read back from layout. Who follows the newest has as
 * many lines as can be seen, for each costs every frame; who reads back has all that the feed holds.
 */
export class ChatLines {
	readonly #list: HTMLElement;
	readonly #feed: ChatFeed;
	readonly #options: ChatLinesOptions;
	readonly #byKey = new Map<string, HTMLElement>();
	/** The newest entries, without a hole; the older ones are not drawn. */
	#shown: ShownLine[] = [];
	#elements = 0;
	#paused = false;
	#missed = 0;
	/** Lines were put between those shown while they had to stay as they are. */
	#outdated = false;

	constructor(list: HTMLElement, feed: ChatFeed, options: ChatLinesOptions) {
		this.#list = list;
		this.#feed = feed;
		this.#options = options;
	}

	/** Draws what the feed holds and follows it until the returned function is called. */
	open(): () => void {
		this.#prepend(this.#options.mostFollowed());
		const stop = this.#feed.onChange((change) => this.#take(change));
		return () => {
			stop();
			this.#list.replaceChildren();
			this.#byKey.clear();
			this.#shown = [];
			this.#elements = 0;
			this.#outdated = false;
		};
	}

	/** Leaves the lines as they are for a reader, draws the older ones too, and counts what comes; `false` catches up. */
	setPaused(paused: boolean): void {
		if (paused === this.#paused) return;
		this.#paused = paused;
		if (paused) return this.#prepend(Infinity);
		const missed = this.#missed;
		this.#setMissed(0);
		if (this.#outdated) this.#reorder();
		else this.#append(missed);
		this.#trim();
	}

	#take({ appended, changed, inserted }: FeedChange): void {
		for (const entry of changed) {
			const line = this.#byKey.get(entry.key);
			if (!line) continue;
			if (entry.type === 'message') markRemoved(line);
			else line.replaceChildren(...(this.#options.draw(entry)?.childNodes ?? []));
		}
		if (this.#paused) {
			this.#outdated ||= inserted.length > 0;
			return this.#setMissed(this.#missed + appended.length);
		}
		if (inserted.length > 0) this.#reorder();
		else this.#append(appended.length);
		this.#trim();
	}

	/** Brings the lines into the feed's order; those that are there already stay untouched. */
	#reorder(): void {
		this.#outdated = false;
		const known = new Map(this.#shown.map((line) => [line.key, line]));
		this.#shown = this.#feed.entries.map((entry) => known.get(entry.key) ?? this.#drawLine(entry));
		for (const { key } of this.#shown) known.delete(key);
		for (const line of known.values()) {
			this.#forget(line);
			line.element?.remove();
		}
		let place = this.#list.firstChild;
		for (const { element } of this.#shown) {
			if (!element) continue;
			if (element === place) place = place.nextSibling;
			else this.#list.insertBefore(element, place);
		}
	}

	#setMissed(count: number): void {
		if (count === this.#missed) return;
		this.#missed = count;
		this.#options.onMissed?.(count);
	}

	/** Draws the newest `count` entries, or as many of them as can be seen; what the feed no longer holds goes. */
	#append(count: number): void {
		if (count === 0) return;
		const { entries } = this.#feed;
		const most = this.#options.mostFollowed();
		if (count >= Math.min(most, entries.length)) return this.#replace(most);
		this.#drop(this.#shown.length + count - entries.length);
		const added = entries.slice(-count).map((entry) => this.#drawLine(entry));
		this.#shown.push(...added);
		this.#list.append(...elementsOf(added));
	}

	/** What came is more than can be seen. */
	#replace(mostElements: number): void {
		for (const line of this.#shown) this.#forget(line);
		this.#shown = [];
		this.#list.replaceChildren();
		this.#prepend(mostElements);
	}

	/** Draws older entries above until so many lines are shown or none is left. */
	#prepend(mostElements: number): void {
		const { entries } = this.#feed;
		const added: ShownLine[] = [];
		for (let index = entries.length - this.#shown.length - 1; index >= 0; index--) {
			const entry = entries[index];
			if (!entry || this.#elements >= mostElements) break;
			added.push(this.#drawLine(entry));
		}
		added.reverse();
		this.#shown.unshift(...added);
		this.#list.prepend(...elementsOf(added));
	}

	/** Takes away the oldest lines that nobody can see. */
	#trim(): void {
		let surplus = this.#elements - this.#options.mostFollowed();
		let count = 0;
		for (; surplus > 0; count++) if (this.#shown[count]?.element) surplus--;
		this.#drop(count);
	}

	#drawLine(entry: FeedEntry): ShownLine {
		const line = { key: entry.key, element: this.#options.draw(entry) };
		if (!line.element) return line;
		this.#byKey.set(line.key, line.element);
		this.#elements++;
		return line;
	}

	#drop(count: number): void {
		if (count <= 0) return;
		const gone = this.#shown.splice(0, count);
		for (const line of gone) this.#forget(line);
		removeRange(elementsOf(gone));
	}

	#forget({ key, element }: ShownLine): void {
		if (!element) return;
		this.#byKey.delete(key);
		this.#elements--;
	}
}

function elementsOf(lines: readonly ShownLine[]): HTMLElement[] {
	return lines.map(({ element }) => element).filter((element) => element !== undefined);
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
