import * as v from 'valibot';

/** One of the three boards that a scene is laid out on. */
export type GridSize = 'large' | 'medium' | 'small';

/** A board's units, and the narrowest viewport (CSS px) that shows it. */
export interface Grid {
	readonly size: GridSize;
	readonly columns: number;
	readonly rows: number;
	readonly fromWidthPx: number;
}

/** The boards, the widest first. */
export const grids: readonly Grid[] = [
	{ size: 'large', columns: 80, rows: 20, fromWidthPx: 900 },
	{ size: 'medium', columns: 45, rows: 25, fromWidthPx: 540 },
	{ size: 'small', columns: 30, rows: 40, fromWidthPx: 0 }
];

/** A grid's unit, in CSS px before it is scaled to fit. */
export const gridUnitPx = 12;

const mostPositions = 3;
const largestUnit = 1_000;
const unit = v.pipe(v.number(), v.finite(), v.minValue(-largestUnit), v.maxValue(largestUnit));

/** Where a control lies: one entry a grid, in its units from the top left; nothing else of them is checked. */
export const positions = v.pipe(
	v.array(
		v.looseObject({ size: v.picklist(['large', 'medium', 'small']), x: unit, y: unit, width: unit, height: unit })
	),
	v.maxLength(mostPositions)
);

/** The grid for a viewport of that width: the widest that fits. */
export function chooseGrid(widthPx: number): GridSize {
	return grids.find((grid) => widthPx >= grid.fromWidthPx)?.size ?? 'small';
}
