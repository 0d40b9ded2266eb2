import type { Point } from '#lib/interactive/sampler.ts';

/** What a joystick's stick needs of its control. */
export interface StickOptions {
	readonly usable: () => boolean;
	readonly onhold: () => void;
	readonly onmove: (point: Point) => void;
	/** It rests in the middle again. */
	readonly onrest: (point: Point) => void;
}

const middle: Point = { x: 0, y: 0 };
const arrows: ReadonlyMap<string, Point> = new Map([
	['ArrowLeft', { x: -1, y: 0 }],
	['ArrowRight', { x: 1, y: 0 }],
	['ArrowUp', { x: 0, y: -1 }],
	['ArrowDown', { x: 0, y: 1 }]
]);

/** One stick held by one hand at a time: a finger, the arrow keys or a gamepad. */
export class Stick {
	at = $state.raw(middle);
	held = $state(false);
	readonly #options: StickOptions;
	#holder: string | undefined;
	#keys: readonly string[] = [];

	constructor(options: StickOptions) {
		this.#options = options;
	}

	/** Whether this hand holds it. */
	heldBy(holder: string): boolean {
		return this.#holder === holder;
	}

	move(holder: string, x: number, y: number): void {
		if (!this.#options.usable() || (this.held && this.#holder !== holder)) return;
		if (!this.held) this.#options.onhold();
		const length = Math.max(1, Math.hypot(x, y));
		const at = { x: x / length, y: y / length };
		const same = this.held && at.x === this.at.x && at.y === this.at.y;
		this.held = true;
		this.#holder = holder;
		this.at = at;
		if (!same) this.#options.onmove(at);
	}

	/** Whether the key is one that steers. */
	steer(key: string, { down }: { readonly down: boolean }): boolean {
		if (!arrows.has(key)) return false;
		const others = this.#keys.filter((other) => other !== key);
		this.#keys = down ? [...others, key] : others;
		if (this.#keys.length === 0) this.letGo('keys');
		else {
			const [x, y] = sum(this.#keys);
			this.move('keys', x, y);
		}
		return true;
	}

	/** Lets go, of this hand or of whichever holds it. */
	letGo(holder = this.#holder): void {
		if (!this.held || holder !== this.#holder) return;
		this.held = false;
		this.#holder = undefined;
		this.#keys = [];
		this.at = middle;
		this.#options.onrest(middle);
	}
}

function sum(keys: readonly string[]): readonly [x: number, y: number] {
	let [x, y] = [0, 0];
	for (const key of keys) {
		x += arrows.get(key)?.x ?? 0;
		y += arrows.get(key)?.y ?? 0;
	}
	return [x, y];
}
