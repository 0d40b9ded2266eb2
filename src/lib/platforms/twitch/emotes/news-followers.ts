import type { EmoteChange } from '#lib/model/emote-change.ts';
import type { PictureNewsListener } from '#lib/platforms/picture-source.ts';

/** Who listens to which topic of an emote service. */
export class NewsFollowers {
	readonly #listeners = new Map<string, Set<PictureNewsListener>>();

	get topics(): readonly string[] {
		return [...this.#listeners.keys()];
	}

	/** Returns whether nobody listened to the topic before. */
	add(topic: string, listener: PictureNewsListener): boolean {
		const known = this.#listeners.get(topic);
		if (known) known.add(listener);
		else this.#listeners.set(topic, new Set([listener]));
		return !known;
	}

	/** Returns whether this was the last one who listened to the topic. */
	remove(topic: string, listener: PictureNewsListener): boolean {
		const listeners = this.#listeners.get(topic);
		if (!listeners?.delete(listener) || listeners.size > 0) return false;
		return this.#listeners.delete(topic);
	}

	tellChange(topic: string, change: EmoteChange): void {
		for (const { onChange } of this.#listeners.get(topic) ?? []) onChange(change);
	}

	tellMissed(): void {
		for (const listeners of this.#listeners.values()) for (const { onMissed } of listeners) onMissed();
	}
}
