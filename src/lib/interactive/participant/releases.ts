import type { JsonObject } from '#lib/interactive/json.ts';

const most = 100;
const releasing = new Set(['mouseup', 'keyup']);

/** Letting go of controls while the line was broken, the newest of each: a press is never told late, a release always. */
export class Releases {
	#kept = new Map<string, JsonObject>();

	keep(controlID: string, gesture: JsonObject): void {
		if (isRelease(gesture) && this.#kept.size < most) this.#kept.set(controlID, gesture);
	}

	/** What was kept, once. */
	take(): readonly (readonly [controlID: string, gesture: JsonObject])[] {
		const kept = [...this.#kept];
		this.clear();
		return kept;
	}

	clear(): void {
		this.#kept = new Map();
	}
}

function isRelease({ event, x, y }: JsonObject): boolean {
	if (typeof event !== 'string') return false;
	return releasing.has(event) || (event === 'move' && x === 0 && y === 0);
}
