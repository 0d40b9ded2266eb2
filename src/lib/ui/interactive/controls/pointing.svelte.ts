import type { Point } from '#lib/interactive/sampler.ts';

/** What a pointer field needs of its control. */
export interface PointingOptions {
	readonly usable: () => boolean;
	readonly sendsMoves: () => 'always' | 'mousedown' | 'never';
	readonly onmove: (point: Point) => void;
	readonly onpress: (point: Point) => void;
	readonly onrelease: (point: Point) => void;
}

const step = 0.04;
const arrows: ReadonlyMap<string, Point> = new Map([
	['ArrowLeft', { x: -step, y: 0 }],
	['ArrowRight', { x: step, y: 0 }],
	['ArrowUp', { x: 0, y: step }],
	['ArrowDown', { x: 0, y: -step }]
]);

/** Where somebody points in the picture, and whether they press; (0, 0) is left and down. */
export class Pointing {
	at = $state.raw<Point>({ x: 0.5, y: 0.5 });
	held = $state(false);
	readonly #options: PointingOptions;
	#holder: string | undefined;

	constructor(options: PointingOptions) {
		this.#options = options;
	}

	move(holder: string, point: Point): void {
		if (this.held && this.#holder !== holder) return;
		this.at = within(point);
		const sends = this.#options.sendsMoves();
		if (!this.#options.usable() || sends === 'never' || (sends === 'mousedown' && !this.held)) return;
		this.#options.onmove(this.at);
	}

	press(holder: string, point = this.at): void {
		if (!this.#options.usable() || this.held) return;
		this.held = true;
		this.#holder = holder;
		this.at = within(point);
		this.#options.onpress(this.at);
	}

	/** Whether the key is one that moves it. */
	steer(key: string): boolean {
		const by = arrows.get(key);
		if (by) this.move('keys', { x: this.at.x + by.x, y: this.at.y + by.y });
		return by !== undefined;
	}

	/** Lets go, of this hand or of whichever holds it. */
	letGo(holder = this.#holder): void {
		if (!this.held || holder !== this.#holder) return;
		this.held = false;
		this.#holder = undefined;
		this.#options.onrelease(this.at);
	}
}

function within({ x, y }: Point): Point {
	return { x: Math.min(1, Math.max(0, x)), y: Math.min(1, Math.max(0, y)) };
}
