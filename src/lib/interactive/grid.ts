import type { Control } from './controls/control.ts';
import { chooseGrid, grids, type GridSize } from './controls/position.ts';
import { isArray, isObject, type JsonObject } from './json.ts';

/** Where a control lies on a grid, in its units from the top left. */
export interface Placement {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** A control with its place on the grid that is shown. */
export interface PlacedControl {
	readonly control: Control;
	readonly placement: Placement;
}

/** A scene on one grid: only the controls that have a place there, and the rows that they use. */
export interface BoardLayout {
	readonly size: GridSize;
	readonly columns: number;
	readonly rows: number;
	readonly placed: readonly PlacedControl[];
	/** A control that covers everything and is alone in its scene. */
	readonly screen: Control | undefined;
}

/** How much room there is for a board, in CSS px. */
export interface Room {
	readonly widthPx: number;
	/** Absent: as high as it likes. */
	readonly heightPx?: number;
}

const leastSizes: Readonly<Record<string, readonly [width: number, height: number]>> = { textbox: [10, 4] };
const compactBelow = { width: 8, height: 6 };
const largestUnitPx = 26;
const smallestUnitPx = 1;

/** Lays controls out on a grid; what has no entry for it is not drawn. @see https://github.com/mixer/developer-docs Interactive protocol 1.7, positioning */
export function layOut(controls: readonly Control[], size: GridSize): BoardLayout {
	const grid = grids.find((one) => one.size === size) ?? { columns: 1, rows: 1 };
	const placed = controls.flatMap((control) => {
		const placement = placeControl(control, size, grid);
		return placement ? [{ control, placement }] : [];
	});
	const rows = Math.max(0, ...placed.map(({ placement: { y, height } }) => y + height));
	const screen = controls.find(({ kind }) => kind === 'screen');
	return { size, columns: grid.columns, rows, placed, screen };
}

/**
 * The grid for a viewport of that width; where a game made nothing at all for it, the nearest grid that has something,
 * so that a phone shows a board that was made for desktops only.
 */
export function chooseBoardGrid(controls: readonly Control[], widthPx: number): GridSize {
	const best = grids.findIndex(({ size }) => size === chooseGrid(widthPx));
	const byDistance = grids
		.map(({ size }, index) => ({ size, distance: Math.abs(index - best) }))
		.sort((one, other) => one.distance - other.distance);
	const used = byDistance.find(({ size }) => controls.some((control) => findEntry(control, size)));
	return (used ?? byDistance[0])?.size ?? 'small';
}

/** The px of one unit with which a board fits into the room there is. */
export function fitUnit({ columns, rows }: Pick<BoardLayout, 'columns' | 'rows'>, room: Room): number {
	const byWidth = room.widthPx / columns;
	const byHeight = room.heightPx === undefined || rows === 0 ? byWidth : room.heightPx / rows;
	return Math.max(smallestUnitPx, Math.min(largestUnitPx, byWidth, byHeight));
}

/** Whether a button is too small for more than its text. */
export function compact({ width, height }: Pick<Placement, 'width' | 'height'>): boolean {
	return width < compactBelow.width || height < compactBelow.height;
}

function placeControl(
	control: Control,
	size: GridSize,
	{ columns, rows }: Pick<BoardLayout, 'columns' | 'rows'>
): Placement | undefined {
	const entry = findEntry(control, size);
	if (!entry || control.kind === 'screen') return undefined;
	const [leastWidth, leastHeight] = leastSizes[control.kind] ?? [1, 1];
	const width = Math.min(columns, Math.max(leastWidth, number(entry['width'])));
	const height = Math.min(rows, Math.max(leastHeight, number(entry['height'])));
	const side = Math.min(width, height);
	const [drawnWidth, drawnHeight] = control.kind === 'joystick' ? [side, side] : [width, height];
	// What lies beyond the grid's edges is pulled back, since nothing can be scrolled to it.
	const x = Math.max(0, Math.min(columns - drawnWidth, number(entry['x'])));
	const y = Math.max(0, Math.min(rows - drawnHeight, number(entry['y'])));
	return { x, y, width: drawnWidth, height: drawnHeight };
}

function findEntry(control: Control, size: GridSize): JsonObject | undefined {
	const position = control['position'];
	if (!isArray(position)) return undefined;
	return position.filter(isObject).find((entry) => entry['size'] === size);
}

function number(value: unknown): number {
	return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
