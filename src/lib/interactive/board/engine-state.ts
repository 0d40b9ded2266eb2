import type { Control } from '#lib/interactive/controls/control.ts';
import { toPublishedControl } from './board-scenes.ts';
import { eachControl, type Board } from './board.ts';
import type { BoardInput, Point } from './board-input.ts';
import type { Contest } from './contest.ts';
import type { Holders } from './holding.ts';
import type { Mean } from './mean.ts';
import type { Rules } from './rules.ts';
import type { Turn } from './turn.ts';

/** What controls of votes do: the most wanted one is pressed at the end of the window, or each is pressed at once. */
export type BoardMode = 'democracy' | 'anarchy';

/** A control as the engine plays it; `key` is unique on the board. */
export interface PlayedControl {
	readonly key: string;
	readonly sceneID: string;
	readonly control: Control;
	readonly rules: Rules;
}

/** Everything that is going on on a board; plain values. */
export interface EngineState {
	readonly board: Board;
	readonly controls: ReadonlyMap<string, PlayedControl>;
	readonly mode: BoardMode;
	readonly paused: boolean;
	/** Which scene each group sees. */
	readonly groups: ReadonlyMap<string, string>;
	/** Until when each control rests, epoch ms by the room's clock. */
	readonly cooldowns: ReadonlyMap<string, number>;
	/** What the streamer switched off or on, against what the board says. */
	readonly switched: ReadonlyMap<string, boolean>;
	readonly contests: ReadonlyMap<string, Contest>;
	readonly means: ReadonlyMap<string, Mean>;
	readonly turns: ReadonlyMap<string, Turn>;
	readonly holders: ReadonlyMap<string, Holders>;
}

/** Runs a control's effects once; `release` follows the press of somebody who held it. */
export interface Trigger {
	readonly sceneID: string;
	readonly controlID: string;
	readonly phase: 'press' | 'release' | 'move';
	/** Who did it; where many did, the newest of them. */
	readonly input: BoardInput;
	/** Where many together point to. */
	readonly point?: Point;
	/** How many wanted it. */
	readonly votes?: number;
	/** Whether a release will follow. */
	readonly held: boolean;
}

/** What the room has to be told of a control. */
export interface ControlUpdate {
	readonly sceneID: string;
	readonly controlID: string;
	readonly cooldown?: number;
	readonly disabled?: boolean;
}

/** What comes of something. */
export interface EngineStep {
	readonly state: EngineState;
	readonly triggers: readonly Trigger[];
	readonly updates: readonly ControlUpdate[];
}

/** So many people and tallies are kept; whoever comes on top is refused. */
export const engineLimits = { people: 5_000, tallies: 500 } as const;

/** Names a control of a board. */
export function controlKey(sceneID: string, controlID: string): string {
	return `${sceneID}\n${controlID}`;
}

/** A board on which nothing has happened yet. */
export function createEngine(board: Board, mode: BoardMode = 'democracy'): EngineState {
	return {
		board,
		controls: readControls(board),
		mode,
		paused: false,
		groups: new Map(board.groups.map(({ groupID, sceneID }) => [groupID, sceneID])),
		cooldowns: new Map(),
		switched: new Map(),
		contests: new Map(),
		means: new Map(),
		turns: new Map(),
		holders: new Map()
	};
}

/** The controls of a board by their keys. */
export function readControls(board: Board): ReadonlyMap<string, PlayedControl> {
	return new Map(
		eachControl(board).map((one) => {
			const key = controlKey(one.sceneID, one.control.controlID);
			return [key, { key, sceneID: one.sceneID, control: toPublishedControl(one), rules: one.rules }];
		})
	);
}

/** The state as it is, with nothing to do. */
export function still(state: EngineState): EngineStep {
	return { state, triggers: [], updates: [] };
}
