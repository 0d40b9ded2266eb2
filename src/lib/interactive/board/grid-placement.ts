import type { Control } from '#lib/interactive/controls/control.ts';
import { grids, type Grid, type GridSize } from '#lib/interactive/controls/position.ts';
import type { Placement } from '#lib/interactive/grid.ts';
import { isArray, isObject, type Json } from '#lib/interactive/json.ts';

export type { Placement };

/** What a new control of a kind takes up, and the least it can. */
interface Extent {
	readonly usual: readonly [width: number, height: number];
	readonly least: readonly [width: number, height: number];
	readonly square?: true;
}

const otherwise: Extent = { usual: [10, 6], least: [2, 2] };
const extents = new Map<string, Extent>([
	['button', { usual: [10, 6], least: [4, 4] }],
	['joystick', { usual: [12, 12], least: [6, 6], square: true }],
	['textbox', { usual: [18, 5], least: [10, 4] }],
	['label', { usual: [16, 3], least: [3, 2] }]
]);

/** The grid of that size. */
export function toGrid(size: GridSize): Grid {
	return grids.find((grid) => grid.size === size) ?? (grids[0] as Grid);
}

/** Whether controls of a kind lie on the grids; a screen covers the video instead. */
export function isPlaced(kind: string): boolean {
	return kind !== 'screen';
}

/** What a new control of a kind takes up on a grid. */
export function usualExtent(kind: string): Pick<Placement, 'width' | 'height'> {
	const [width, height] = (extents.get(kind) ?? otherwise).usual;
	return { width, height };
}

/** Where a control lies on a grid, if it does. */
export function findPlacement(control: Control, size: GridSize): Placement | undefined {
	const position = control['position'];
	if (!isArray(position)) return undefined;
	const entry = position.find((one) => isObject(one) && one['size'] === size);
	if (!isObject(entry)) return undefined;
	const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((key) => Number(entry[key]));
	return { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 };
}

/** The control at another place of a grid, or on it no more. */
export function place(control: Control, size: GridSize, placement: Placement | undefined): Control {
	const position = isArray(control['position']) ? control['position'] : [];
	const old = position.find((one) => isObject(one) && one['size'] === size);
	const own: readonly Json[] = placement ? [{ ...(isObject(old) ? old : {}), size, ...placement }] : [];
	const next = [...position.filter((one) => one !== old), ...own];
	return {
		...control,
		position: grids.flatMap((grid) => next.filter((one) => isObject(one) && one['size'] === grid.size))
	};
}

/** Whether two of them share a unit. */
export function overlaps(one: Placement, other: Placement): boolean {
	const beside = one.x + one.width <= other.x || other.x + other.width <= one.x;
	return !beside && one.y + one.height > other.y && other.y + other.height > one.y;
}

/** Whether all of it lies on the grid. */
export function fits({ x, y, width, height }: Placement, { columns, rows }: Grid): boolean {
	return x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= columns && y + height <= rows;
}

/** The nearest place in whole units that lies on the grid and is large enough for its kind. */
export function clampPlacement(placement: Placement, kind: string, { columns, rows }: Grid): Placement {
	const { least, square } = extents.get(kind) ?? otherwise;
	let width = between(Math.round(placement.width), least[0], columns);
	let height = between(Math.round(placement.height), least[1], rows);
	if (square) width = height = Math.min(Math.max(width, height), columns, rows);
	const x = between(Math.round(placement.x), 0, columns - width);
	const y = between(Math.round(placement.y), 0, rows - height);
	return { x, y, width, height };
}

/** The first free place for something of that size, row by row; `undefined` on a full grid. */
export function findFreeSpot(
	{ width, height }: Pick<Placement, 'width' | 'height'>,
	taken: readonly Placement[],
	{ columns, rows }: Grid
): Placement | undefined {
	for (let y = 0; y + height <= rows; y++)
		for (let x = 0; x + width <= columns; x++) {
			const spot = { x, y, width, height };
			const obstacle = taken.find((one) => overlaps(one, spot));
			if (obstacle === undefined) return spot;
			// Nothing is free before the end of what is in the way.
			x = Math.max(x, Math.ceil(obstacle.x + obstacle.width) - 1);
		}
	return undefined;
}

function between(value: number, least: number, most: number): number {
	return Math.min(Math.max(value, least), Math.max(least, most));
}
