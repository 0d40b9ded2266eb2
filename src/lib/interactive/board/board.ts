import type { Control } from '#lib/interactive/controls/control.ts';
import type { JsonObject } from '#lib/interactive/json.ts';
import type { Rules } from './rules.ts';

/** A control as a viewer has it, and beside it what only the streamer's page knows. */
export interface BoardControl {
	/** Its cost is in the rules. */
	readonly control: Control;
	readonly rules: Rules;
}

/** The controls that a group of viewers sees together. */
export interface BoardScene {
	readonly sceneID: string;
	readonly controls: readonly BoardControl[];
	/** What else its project says of it. */
	readonly properties: JsonObject;
}

/** Viewers who see the same scene. */
export interface BoardGroup {
	readonly groupID: string;
	readonly sceneID: string;
}

/** What viewers press, and what comes of it. */
export interface Board {
	readonly id: string;
	readonly name: string;
	/** At least one; the ids of controls are unique in a scene. */
	readonly scenes: readonly BoardScene[];
	/** The default group among them; each sees a scene of the board. */
	readonly groups: readonly BoardGroup[];
	/** What else its Mixer project says, kept for the way out. */
	readonly project: JsonObject;
}

/** So much a board holds; sizes in characters. */
export const boardLimits = {
	scenes: 50,
	groups: 50,
	/** In all scenes together. */
	controls: 500,
	nameChars: 60,
	idChars: 128,
	controlChars: 16_000,
	/** What its project says beside its scenes. */
	projectChars: 100_000,
	/** Written as a project. */
	fileChars: 2_000_000,
	depth: 32
} as const;

/** The scene of that id. */
export function findScene(board: Board, sceneID: string): BoardScene | undefined {
	return board.scenes.find((scene) => scene.sceneID === sceneID);
}

/** Every control with the scene it is in. */
export function eachControl(board: Board): readonly (BoardControl & { readonly sceneID: string })[] {
	return board.scenes.flatMap(({ sceneID, controls }) => controls.map((one) => ({ ...one, sceneID })));
}
