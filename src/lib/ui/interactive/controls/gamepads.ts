/** Reads every frame what the gamepads say, while one is connected and somebody listens. */
class Gamepads {
	readonly #listeners = new Set<(pads: readonly Gamepad[]) => void>();
	#frame: number | undefined;

	/** Calls with the connected pads each frame, and with none once the last is gone; returns what stops it. */
	onFrame(listener: (pads: readonly Gamepad[]) => void): () => void {
		if (this.#listeners.size === 0) {
			addEventListener('gamepadconnected', this.#start);
			if (connectedPads().length > 0) this.#start();
		}
		this.#listeners.add(listener);
		return () => {
			this.#listeners.delete(listener);
			if (this.#listeners.size === 0) this.#stop();
		};
	}

	readonly #start = () => {
		this.#frame ??= requestAnimationFrame(this.#read);
	};

	readonly #read = () => {
		const pads = connectedPads();
		this.#frame = pads.length > 0 ? requestAnimationFrame(this.#read) : undefined;
		for (const listener of this.#listeners) listener(pads);
	};

	#stop(): void {
		removeEventListener('gamepadconnected', this.#start);
		if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
		this.#frame = undefined;
	}
}

function connectedPads(): readonly Gamepad[] {
	return navigator.getGamepads().filter((pad) => pad !== null);
}

/** The gamepads of this machine. */
export const gamepads = new Gamepads();
