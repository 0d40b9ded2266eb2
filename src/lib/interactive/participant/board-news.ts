import { isArray, isObject, type Json, type JsonObject } from '#lib/interactive/json.ts';
import type { Point } from '#lib/interactive/sampler.ts';

/** Somebody's press that a board took. */
export interface BoardPress {
	readonly controlID: string;
	readonly name: string;
	/** Where it came from: `play`, `twitch`, `theta`. */
	readonly source: string;
}

/** What a board tells of what all viewers together do. */
export interface BoardNews {
	readonly presses: readonly BoardPress[];
	readonly votes: ReadonlyMap<string, number>;
	readonly means: ReadonlyMap<string, Point>;
}

const most = 200;
const longestName = 64;

/** Reads a broadcast of a board of ours; `undefined` for any other game's. */
export function readBoardNews(broadcast: JsonObject): BoardNews | undefined {
	const news = broadcast['tributary'];
	if (!isObject(news) || news['type'] !== 'board') return undefined;
	return {
		presses: readList(news['presses']).flatMap(readPress),
		votes: readEntries(news['votes'], (value) => (isCount(value) ? value : undefined)),
		means: readEntries(news['means'], readPoint)
	};
}

function readPress(value: Json): readonly BoardPress[] {
	if (!isObject(value)) return [];
	const { controlID, name, source } = value;
	if (typeof controlID !== 'string' || typeof name !== 'string' || name === '') return [];
	return [{ controlID, name: name.slice(0, longestName), source: typeof source === 'string' ? source : '' }];
}

function readEntries<Value>(
	value: Json | undefined,
	read: (value: Json) => Value | undefined
): ReadonlyMap<string, Value> {
	const entries = isObject(value) ? Object.entries(value).slice(0, most) : [];
	return new Map(
		entries.flatMap(([id, item]) => {
			const known = read(item);
			return known === undefined ? [] : [[id, known] as const];
		})
	);
}

function readPoint(value: Json): Point | undefined {
	if (!isObject(value)) return undefined;
	const { x, y } = value;
	return isCoordinate(x) && isCoordinate(y) ? { x, y } : undefined;
}

function readList(value: Json | undefined): readonly Json[] {
	return isArray(value) ? value.slice(-most) : [];
}

function isCount(value: Json): value is number {
	return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isCoordinate(value: Json | undefined): value is number {
	return typeof value === 'number' && value >= -1 && value <= 1;
}
