import type { Settings } from '#lib/state/settings.svelte.ts';
import type { Surface } from '#lib/ui/chat/name-color.ts';
import { MediaQuery } from 'svelte/reactivity';

/** The surface that the page shows now, by the settings or, where they leave it to the system, by the system. */
export class CurrentSurface {
	readonly #light = new MediaQuery('(prefers-color-scheme: light)');
	readonly #settings: Settings;

	constructor(settings: Settings) {
		this.#settings = settings;
	}

	get current(): Surface {
		const { theme } = this.#settings.current;
		if (theme !== 'system') return theme;
		return this.#light.current ? 'light' : 'dark';
	}
}
