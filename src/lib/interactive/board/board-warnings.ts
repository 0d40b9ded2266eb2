import { grids, type GridSize } from '#lib/interactive/controls/position.ts';
import type { BoardScene } from './board.ts';
import { findPlacement, fits, isPlaced, overlaps } from './grid-placement.ts';

/** What viewers would stumble over; `size` is the grid it is on. */
export type BoardWarning =
	| { readonly type: 'outside' | 'missing'; readonly controlID: string; readonly size: GridSize }
	| { readonly type: 'overlap'; readonly controlID: string; readonly otherID: string; readonly size: GridSize }
	| { readonly type: 'crowded-screen'; readonly controlID: string };

/** What is wrong with the layout of a scene, grid by grid. */
export function findWarnings({ controls }: BoardScene): readonly BoardWarning[] {
	const screens = controls.filter(({ control }) => control.kind === 'screen');
	const crowded = controls.length > 1 ? screens : [];
	return [
		...crowded.map(({ control }) => ({ type: 'crowded-screen', controlID: control.controlID }) as const),
		...grids.flatMap(({ size }) => findOnGrid(controls, size))
	];
}

function findOnGrid(controls: BoardScene['controls'], size: GridSize): readonly BoardWarning[] {
	const grid = grids.find((one) => one.size === size);
	const found: BoardWarning[] = [];
	const placed = controls.filter(({ control }) => isPlaced(control.kind));
	const places = placed.map(({ control }) => findPlacement(control, size));
	for (const [index, one] of places.entries()) {
		const controlID = placed[index]?.control.controlID ?? '';
		if (!one) {
			found.push({ type: 'missing', controlID, size });
			continue;
		}
		if (grid && !fits(one, grid)) found.push({ type: 'outside', controlID, size });
		const under = places.slice(0, index).findIndex((other) => other !== undefined && overlaps(one, other));
		const otherID = placed[under]?.control.controlID;
		if (otherID !== undefined) found.push({ type: 'overlap', controlID, otherID, size });
	}
	return found;
}
