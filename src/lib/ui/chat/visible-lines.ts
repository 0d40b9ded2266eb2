/** How many lines of chat fit the window, known without asking for layout. */
export class VisibleLines {
	readonly #leastHeight: number;
	#count = 0;

	/** The height is that of the lowest line, in CSS pixels. */
	constructor(leastHeight: number) {
		this.#leastHeight = leastHeight;
	}

	get count(): number {
		return this.#count;
	}

	/** Follows the window's height until the returned function is called. */
	open(): () => void {
		const measure = () => (this.#count = Math.ceil(innerHeight / this.#leastHeight) + 1);
		measure();
		addEventListener('resize', measure);
		return () => removeEventListener('resize', measure);
	}
}
