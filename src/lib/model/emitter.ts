/** Calls every listener with each value, in the order they came; a listener that throws does not stop the others. */
export class Emitter<Value> {
	readonly #listeners = new Set<(value: Value) => void>();

	/** Adds a listener and returns what removes it. */
	on(listener: (value: Value) => void): () => void {
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	}

	emit(value: Value): void {
		for (const listener of this.#listeners) {
			try {
				listener(value);
			} catch (error) {
				queueMicrotask(() => {
					throw error;
				});
			}
		}
	}
}
