import type { Settings } from '#lib/state/settings.svelte.ts';
import { MediaQuery } from 'svelte/reactivity';

/** Whether emotes stand still, by the settings or, where they leave it to the system, by its wish for less motion. */
export class EmoteMotion {
	readonly #reduced = new MediaQuery('(prefers-reduced-motion: reduce)');
	readonly #settings: Settings;

	constructor(settings: Settings) {
		this.#settings = settings;
	}

	get still(): boolean {
		const { emoteMotion } = this.#settings.current;
		return emoteMotion === 'system' ? this.#reduced.current : emoteMotion === 'still';
	}
}
