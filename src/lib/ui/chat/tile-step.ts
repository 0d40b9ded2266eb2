/** Where a tile lies in its grid. */
export interface TilePlace {
	readonly left: number;
	readonly top: number;
}

/** The tile that an arrow key leads to, Home and End included; `undefined` for another key or where there is none. */
export function stepToTile(tiles: readonly TilePlace[], from: number, key: string): number | undefined {
	const target = targetOf(tiles, from, key);
	return target !== undefined && target >= 0 && target < tiles.length ? target : undefined;
}

function targetOf(tiles: readonly TilePlace[], from: number, key: string): number | undefined {
	switch (key) {
		case 'ArrowRight':
			return from + 1;
		case 'ArrowLeft':
			return from - 1;
		case 'ArrowDown':
			return nearestInRow(tiles, from, 1);
		case 'ArrowUp':
			return nearestInRow(tiles, from, -1);
		case 'Home':
			return 0;
		case 'End':
			return tiles.length - 1;
		default:
			return undefined;
	}
}

/** Rows of different sections hold different numbers of tiles, so what counts is where they lie. */
function nearestInRow(tiles: readonly TilePlace[], from: number, step: 1 | -1): number | undefined {
	const start = tiles[from];
	if (!start) return undefined;
	let row: number | undefined;
	let nearest: number | undefined;
	for (let index = from; index >= 0 && index < tiles.length; index += step) {
		const tile = tiles[index];
		if (!tile || tile.top === start.top) continue;
		row ??= tile.top;
		if (tile.top !== row) break;
		if (nearest === undefined || distance(tile, start) < distance(tiles[nearest] ?? tile, start)) nearest = index;
	}
	return nearest;
}

function distance(one: TilePlace, other: TilePlace): number {
	return Math.abs(one.left - other.left);
}
