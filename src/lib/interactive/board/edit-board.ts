import { parseControl, type Control } from '#lib/interactive/controls/control.ts';
import { grids, type GridSize } from '#lib/interactive/controls/position.ts';
import type { JsonObject } from '#lib/interactive/json.ts';
import { copyLayout, fillLayout } from './auto-layout.ts';
import { boardLimits, eachControl, findScene, type Board, type BoardControl, type BoardScene } from './board.ts';
import { clampPlacement, findFreeSpot, findPlacement, place, toGrid } from './grid-placement.ts';
import { noRules } from './rules.ts';

/** A board after something was added to it, and the id of that; the board as it was where it is full. */
export interface Addition {
	readonly board: Board;
	readonly id: string | undefined;
}

/** The board with one of its controls changed, its id included. */
export function changeControl(
	board: Board,
	sceneID: string,
	controlID: string,
	change: (control: BoardControl) => BoardControl
): Board {
	return changeControls(board, sceneID, (controls) =>
		controls.map((one) => (one.control.controlID === controlID ? change(one) : one))
	);
}

/** The board with a new control of that kind, at the first free spot of each grid. */
export function addControl(board: Board, sceneID: string, kind: string, look: JsonObject = {}): Addition {
	const controlID = freeControlId(board, kind);
	return append(board, sceneID, { control: parseControl({ ...look, controlID, kind }), rules: noRules });
}

/** The board with a copy of a control, at the first free spot of each grid. */
export function duplicateControl(board: Board, sceneID: string, controlID: string): Addition {
	const original = findControl(board, sceneID, controlID);
	if (!original) return { board, id: undefined };
	const id = freeControlId(board, controlID.replace(/-\d+$/, ''));
	const unplaced = grids.reduce((control: Control, { size }) => place(control, size, undefined), original.control);
	const copy = { ...original, control: { ...unplaced, controlID: id } };
	return append(board, sceneID, copy, original.control);
}

/** The board without a control. */
export function removeControl(board: Board, sceneID: string, controlID: string): Board {
	return changeControls(board, sceneID, (controls) =>
		controls.filter(({ control }) => control.controlID !== controlID)
	);
}

/** The control of that id in a scene. */
export function findControl(board: Board, sceneID: string, controlID: string | undefined): BoardControl | undefined {
	return findScene(board, sceneID)?.controls.find(({ control }) => control.controlID === controlID);
}

/** The scene's layout on one grid brought to the others. */
export function copyLayoutFrom(board: Board, sceneID: string, from: GridSize): Board {
	const others = grids.map(({ size }) => size).filter((size) => size !== from);
	return changeLayout(board, sceneID, (controls) =>
		others.reduce((laidOut: readonly Control[], to) => copyLayout(laidOut, from, to), controls)
	);
}

/** The controls of a scene that lie nowhere on a grid put where there is room. */
export function fillGrid(board: Board, sceneID: string, size: GridSize): Board {
	return changeLayout(board, sceneID, (controls) => fillLayout(controls, size));
}

/** The board with another list of controls in a scene. */
export function changeControls(
	board: Board,
	sceneID: string,
	change: (controls: BoardScene['controls']) => BoardScene['controls']
): Board {
	const scenes = board.scenes.map((scene) =>
		scene.sceneID === sceneID ? { ...scene, controls: change(scene.controls) } : scene
	);
	return { ...board, scenes };
}

/** An id that nothing on the list has: the name, then with a number. */
export function freeId(name: string, taken: readonly string[]): string {
	const base = name.slice(0, boardLimits.idChars - 5);
	for (let number = 1; ; number++) {
		const id = number === 1 ? base : `${base}-${number}`;
		if (!taken.includes(id)) return id;
	}
}

/** In the whole board: games look controls up without their scene. */
function freeControlId(board: Board, name: string): string {
	return freeId(
		name,
		eachControl(board).map(({ control }) => control.controlID)
	);
}

function append(board: Board, sceneID: string, added: BoardControl, like?: Control): Addition {
	const scene = findScene(board, sceneID);
	if (!scene || eachControl(board).length >= boardLimits.controls) return { board, id: undefined };
	const { controlID } = added.control;
	const taken = findScene(board, sceneID)?.controls.map(({ control }) => control) ?? [];
	const sized = like
		? grids.reduce((control, { size }) => placeLike(control, like, size, taken), added.control)
		: added.control;
	const grown = changeControls(board, sceneID, (controls) => [...controls, { ...added, control: sized }]);
	const placed = grids.reduce((next, { size }) => fillGrid(next, sceneID, size), grown);
	return { board: placed, id: controlID };
}

/** As large as another one, where there is room; a little beside it where there is none. */
function placeLike(control: Control, like: Control, size: GridSize, others: readonly Control[]): Control {
	const model = findPlacement(like, size);
	if (!model) return control;
	const taken = others.flatMap((other) => findPlacement(other, size) ?? []);
	const beside = clampPlacement({ ...model, x: model.x + 2, y: model.y + 2 }, control.kind, toGrid(size));
	return place(control, size, findFreeSpot(model, taken, toGrid(size)) ?? beside);
}

function changeLayout(
	board: Board,
	sceneID: string,
	change: (controls: readonly Control[]) => readonly Control[]
): Board {
	return changeControls(board, sceneID, (controls) => {
		const laidOut = change(controls.map(({ control }) => control));
		return controls.map((one, index) => ({ ...one, control: laidOut[index] ?? one.control }));
	});
}
