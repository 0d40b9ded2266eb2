import { nothingDone, takeNews, type OverlayResults } from '#lib/state/overlay-results.ts';
import { systemEnvironment, type Environment } from '#lib/transport/environment.ts';
import { createPreviewControls, previewNews } from './preview-board.ts';

const everyMs = 1_400;

/** A made-up room in which somebody always presses something. */
export class PreviewRoom {
	readonly open = true;
	readonly room = undefined;
	readonly now = 0;
	readonly controls = createPreviewControls();
	results = $state.raw<OverlayResults>(nothingDone);
	readonly #environment: Environment;
	readonly #most: number;
	#step = 0;

	constructor(presses: number, environment: Environment = systemEnvironment) {
		this.#most = presses;
		this.#environment = environment;
	}

	/** Plays until the returned function is called. */
	play(): () => void {
		const { clock } = this.#environment;
		const next = () => {
			const firstId = this.#step++;
			this.results = takeNews(this.results, previewNews(firstId), this.controls, { firstId, most: this.#most });
			timer = clock.setTimeout(next, everyMs);
		};
		let timer = clock.setTimeout(next, 0);
		return () => clock.clearTimeout(timer);
	}
}
