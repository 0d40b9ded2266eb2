import type { Control } from '#lib/interactive/controls/control.ts';
import type { GridSize } from '#lib/interactive/controls/position.ts';
import {
	clampPlacement,
	findFreeSpot,
	findPlacement,
	isPlaced,
	place,
	toGrid,
	usualExtent,
	type Placement
} from './grid-placement.ts';

const gap = 1;
const scales = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3];

interface Item {
	readonly control: Control;
	readonly source: Placement;
}

/** The controls laid out on a grid as they lie on another: row by row, in the same order, as large as there is room for. */
export function copyLayout(controls: readonly Control[], from: GridSize, to: GridSize): readonly Control[] {
	const placed = controls.flatMap((control): Item[] => {
		const source = isPlaced(control.kind) ? findPlacement(control, from) : undefined;
		return source ? [{ control, source }] : [];
	});
	const found = pack(toRows(placed), to);
	return controls.map((control) => {
		const placement = found.get(control);
		return placement ? place(control, to, placement) : control;
	});
}

/** The controls with a place on a grid for each that has none: where there is room, smaller where that is scarce, else on top. */
export function fillLayout(controls: readonly Control[], size: GridSize): readonly Control[] {
	const taken = controls.flatMap((control) => findPlacement(control, size) ?? []);
	return controls.map((control) => {
		if (!isPlaced(control.kind) || findPlacement(control, size)) return control;
		const spot = findRoom(control.kind, taken, size);
		taken.push(spot);
		return place(control, size, spot);
	});
}

function findRoom(kind: string, taken: readonly Placement[], size: GridSize): Placement {
	const grid = toGrid(size);
	const usual = usualExtent(kind);
	for (const scale of scales) {
		const wanted = { x: 0, y: 0, width: usual.width * scale, height: usual.height * scale };
		const spot = findFreeSpot(clampPlacement(wanted, kind, grid), taken, grid);
		if (spot) return spot;
	}
	const middle = { x: (grid.columns - usual.width) / 2, y: (grid.rows - usual.height) / 2 };
	return clampPlacement({ ...middle, ...usual }, kind, grid);
}

/** Rows of what lies beside each other, from the top; in each from the left. */
function toRows(items: readonly Item[]): readonly (readonly Item[])[] {
	const rows: Item[][] = [];
	let bottom = -Infinity;
	for (const item of [...items].sort((one, other) => one.source.y - other.source.y)) {
		const middle = item.source.y + item.source.height / 2;
		const end = item.source.y + item.source.height;
		const row = rows.at(-1);
		if (row && middle < bottom) row.push(item);
		else rows.push([item]);
		bottom = row && middle < bottom ? Math.max(bottom, end) : end;
	}
	return rows.map((row) => row.sort((one, other) => one.source.x - other.source.x));
}

function pack(rows: readonly (readonly Item[])[], size: GridSize): ReadonlyMap<Control, Placement> {
	const attempts = scales.map((scale) => packScaled(rows, size, scale));
	const { rows: most } = toGrid(size);
	const found = attempts.find(({ height }) => height <= most) ?? { places: new Map<Control, Placement>() };
	return found.places;
}

function packScaled(rows: readonly (readonly Item[])[], size: GridSize, scale: number) {
	const { columns } = toGrid(size);
	const places = new Map<Control, Placement>();
	let y = 0;
	for (const row of rows) {
		for (const shelf of toShelves(
			row.map((item) => scaled(item, size, scale)),
			columns
		)) {
			let x = Math.floor((columns - shelf.width) / 2);
			const height = Math.max(...shelf.items.map(({ placement }) => placement.height));
			for (const { control, placement } of shelf.items) {
				places.set(control, { ...placement, x, y: y + Math.floor((height - placement.height) / 2) });
				x += placement.width + gap;
			}
			y += height + gap;
		}
	}
	return { places, height: y - gap };
}

interface Shelf {
	readonly items: { readonly control: Control; readonly placement: Placement }[];
	width: number;
}

function toShelves(row: readonly Shelf['items'][number][], columns: number): readonly Shelf[] {
	const shelves: Shelf[] = [];
	for (const item of row) {
		const shelf = shelves.at(-1);
		if (shelf && shelf.width + gap + item.placement.width <= columns) {
			shelf.items.push(item);
			shelf.width += gap + item.placement.width;
		} else shelves.push({ items: [item], width: item.placement.width });
	}
	return shelves;
}

function scaled({ control, source: { width, height } }: Item, size: GridSize, scale: number) {
	const wanted = { x: 0, y: 0, width: width * scale, height: height * scale };
	return { control, placement: clampPlacement(wanted, control.kind, toGrid(size)) };
}
