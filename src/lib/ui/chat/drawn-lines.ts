import type { FeedEntry } from '#lib/state/feed-entry.ts';
import type { EntryTest } from './entry-filter.ts';

/** Knows which entry each drawn line of a list shows; a line that is gone is forgotten by itself. */
export class DrawnLines {
	readonly #entries = new WeakMap<Element, FeedEntry>();
	readonly #list: HTMLElement;

	constructor(list: HTMLElement) {
		this.#list = list;
	}

	/** Remembers what a line shows. */
	add(line: HTMLElement, entry: FeedEntry): void {
		this.#entries.set(line, entry);
	}

	/** Remembers anew what lines show that have changed, and returns them. */
	update(changed: readonly FeedEntry[]): readonly HTMLElement[] {
		const byKey = new Map(changed.map((entry) => [entry.key, entry]));
		return [...this.#list.querySelectorAll<HTMLElement>(':scope > .line')].filter((line) => {
			const entry = byKey.get(this.#entries.get(line)?.key ?? '');
			if (entry) this.#entries.set(line, entry);
			return entry !== undefined;
		});
	}

	/** The line that an event came from. */
	lineOf(target: EventTarget | null): HTMLElement | undefined {
		const line = target instanceof Element ? target.closest<HTMLElement>('.line') : null;
		return line && this.#entries.has(line) ? line : undefined;
	}

	/** What a line shows. */
	entryOf(line: Element): FeedEntry | undefined {
		return this.#entries.get(line);
	}

	/** The shown lines whose entry passes, oldest first. */
	find(passes: EntryTest): HTMLElement[] {
		return this.#lines().filter((line) => {
			const entry = this.#entries.get(line);
			return entry !== undefined && passes(entry);
		});
	}

	/** Gives the focus to the line before (-1) or after (1) another, or to the newest; returns whether there is one. */
	focusBeside(line: HTMLElement | undefined, step: -1 | 1): boolean {
		const lines = this.#lines();
		const next = line ? lines[lines.indexOf(line) + step] : lines.at(-1);
		if (!next) return false;
		next.tabIndex = -1;
		next.focus({ preventScroll: true });
		next.scrollIntoView({ block: 'nearest' });
		return true;
	}

	/** The newest line that is shown. */
	newest(): HTMLElement | undefined {
		return this.#lines().at(-1);
	}

	/** A line that was taken back may be hidden, and then takes no focus. */
	#lines(): HTMLElement[] {
		const lines = this.#list.querySelectorAll<HTMLElement>(':scope > .line');
		return [...lines].filter((line) => line.offsetParent !== null);
	}
}
