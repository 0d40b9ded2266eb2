import type { ImageEffect } from '#lib/interactive/board/overlay-effect.ts';
import { systemEnvironment, type Environment } from '#lib/transport/environment.ts';

/** An image while it is shown; its place is a part of the page. */
export interface ShownImage extends ImageEffect {
	readonly id: number;
	readonly left: number;
	readonly top: number;
}

const mostShown = 20;
const msPerSecond = 1_000;

/** The images that are on the overlay just now, the oldest first. */
export class ShownImages {
	list = $state.raw<readonly ShownImage[]>([]);
	readonly #environment: Environment;
	#count = 0;

	constructor(environment: Environment = systemEnvironment) {
		this.#environment = environment;
	}

	/** Shows one for as long as it wants; the oldest makes room when there are too many. */
	show(effect: ImageEffect): void {
		const { clock, random } = this.#environment;
		const id = ++this.#count;
		const shown = { ...effect, id, left: 0.18 + random() * 0.64, top: 0.16 + random() * 0.42 };
		this.list = [...this.list, shown].slice(-mostShown);
		clock.setTimeout(() => (this.list = this.list.filter((image) => image.id !== id)), effect.seconds * msPerSecond);
	}
}
