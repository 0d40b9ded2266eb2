import type { BoardInput, InputSource, Point } from '#lib/interactive/board/board-input.ts';
import type { EngineState } from '#lib/interactive/board/engine-state.ts';
import type { JsonObject } from '#lib/interactive/json.ts';
import { cleanText } from '#lib/model/clean-text.ts';
import type { Clock } from '#lib/transport/clock.ts';

/** So many are told at once; of more, the newest. */
const mostPresses = 20;
const longestName = 40;
const everyMs = 100;

/** Somebody pressed something. */
export interface BoardPress {
	readonly controlID: string;
	readonly name: string;
	readonly source: InputSource;
}

/** What all viewers together do, by the ids of controls. */
export interface BoardTallies {
	readonly votes: ReadonlyMap<string, number>;
	readonly means: ReadonlyMap<string, Point>;
}

/** Nothing is counted. */
export const noTallies: BoardTallies = { votes: new Map(), means: new Map() };

/** A press as it is listed. */
export interface ListedPress extends BoardPress {
	readonly id: number;
}

/** A number for each control that changes with every press of it. */
export function withPulses(
	pulses: ReadonlyMap<string, number>,
	pressed: readonly ListedPress[]
): ReadonlyMap<string, number> {
	return new Map([...pulses, ...pressed.map(({ controlID, id }) => [controlID, id] as const)]);
}

/** A press as others may read it. */
export function toBoardPress({ controlID, name, source }: BoardInput): BoardPress {
	return { controlID, name: [...cleanText(name)].slice(0, longestName).join(''), source };
}

/** What is counted just now; groups that count apart are added up. */
export function readTallies({ contests, means, controls }: EngineState): BoardTallies {
	const votes = new Map<string, number>();
	for (const { choices } of contests.values())
		for (const [controlID, { count }] of choices) votes.set(controlID, (votes.get(controlID) ?? 0) + count);
	const points = [...means.values()].flatMap(({ key, point }): [string, Point][] => {
		const controlID = controls.get(key)?.control.controlID;
		return controlID === undefined ? [] : [[controlID, point]];
	});
	return { votes, means: new Map(points) };
}

/** What happens on a board, gathered and told at most ten times a second. */
export class BoardNews {
	readonly #clock: Clock;
	readonly #tell: (presses: readonly BoardPress[]) => void;
	#presses: readonly BoardPress[] = [];
	#timer: unknown;
	#toldAt = -Infinity;

	/** `tell` gets what was pressed since it was called the last time, the newest last. */
	constructor(clock: Clock, tell: (presses: readonly BoardPress[]) => void) {
		this.#clock = clock;
		this.#tell = tell;
	}

	/** Something has changed, and perhaps something was pressed. */
	add(...presses: readonly BoardPress[]): void {
		this.#presses = [...this.#presses, ...presses].slice(-mostPresses);
		if (this.#timer !== undefined) return;
		const waitMs = Math.max(0, this.#toldAt + everyMs - this.#clock.now());
		this.#timer = this.#clock.setTimeout(() => this.#flush(), waitMs);
	}

	/** Tells nothing any more. */
	close(): void {
		this.#clock.clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#presses = [];
	}

	#flush(): void {
		this.#timer = undefined;
		this.#toldAt = this.#clock.now();
		const presses = this.#presses;
		this.#presses = [];
		this.#tell(presses);
	}
}

/** What everybody in the room is told. */
export function toBroadcast(presses: readonly BoardPress[], { votes, means }: BoardTallies): JsonObject {
	return {
		tributary: {
			type: 'board',
			presses: presses.map((press) => ({ ...press })),
			votes: Object.fromEntries(votes),
			means: Object.fromEntries([...means].map(([controlID, { x, y }]) => [controlID, { x, y }]))
		}
	};
}
