import { SvelteSet } from 'svelte/reactivity';
import type { ControlGesture } from './control-props.ts';

/** By what a button is pressed: a pointer or gamepad, or the key that the game gave it. */
export type PressKind = 'mouse' | 'key';

/** One button held by any number of fingers, keys and pads: told once when the first comes, and once when the last goes. */
export class Press {
	readonly #tell: (gesture: ControlGesture) => void;
	readonly #holders = new SvelteSet<string>();
	readonly held = $derived(this.#holders.size > 0);
	#release: ControlGesture | undefined;

	constructor(tell: (gesture: ControlGesture) => void) {
		this.#tell = tell;
	}

	hold(holder: string, kind: PressKind, button = 0): void {
		const first = this.#holders.size === 0;
		this.#holders.add(holder);
		if (!first) return;
		this.#release = kind === 'key' ? { event: 'keyup' } : { event: 'mouseup', button };
		this.#tell(kind === 'key' ? { event: 'keydown' } : { event: 'mousedown', button });
	}

	letGo(holder: string): void {
		if (this.#holders.delete(holder) && this.#holders.size === 0) this.#tellRelease();
	}

	/** To be called whenever nobody can be sure any more that letting go will be heard. */
	letGoAll(): void {
		if (this.#holders.size === 0) return;
		this.#holders.clear();
		this.#tellRelease();
	}

	/** Presses and lets go at once, as a screen reader does. */
	tap(): void {
		this.hold('tap', 'mouse');
		this.letGo('tap');
	}

	#tellRelease(): void {
		if (this.#release) this.#tell(this.#release);
	}
}
