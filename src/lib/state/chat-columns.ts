import { audiences, longestFilterText, noFilter } from '#lib/model/chat-filter.ts';
import { parseEach } from '#lib/model/parse-each.ts';
import { isRegisteredPlatform } from '#lib/platforms/manifests.ts';
import * as v from 'valibot';
import { savedMessageSchema } from './saved-messages.svelte.ts';

/** More would be too narrow to read. */
export const mostColumns = 4;

/** The longest name of a column. */
export const longestColumnName = 30;

const longestChannelName = 60;
const mostHiddenChannels = 20;
const platforms = v.array(v.pipe(v.string(), v.check(isRegisteredPlatform)));
const channelNames = v.pipe(
	v.array(v.pipe(v.string(), v.maxLength(longestChannelName))),
	v.maxLength(mostHiddenChannels)
);

/** A stored filter; what is wrong in it lets lines pass. */
export const filterSchema = v.object({
	hiddenPlatforms: v.fallback(v.pipe(platforms, v.readonly()), []),
	hiddenChannels: v.fallback(v.pipe(channelNames, v.readonly()), []),
	audience: v.fallback(v.picklist(audiences), noFilter.audience),
	text: v.fallback(v.pipe(v.string(), v.maxLength(longestFilterText)), ''),
	pattern: v.fallback(v.boolean(), false),
	hideBots: v.fallback(v.boolean(), false),
	hideCommands: v.fallback(v.boolean(), false),
	hideShared: v.fallback(v.boolean(), false)
});

const columnSchema = v.object({
	id: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
	/** As the reader calls it; empty: by its number. */
	name: v.fallback(v.pipe(v.string(), v.maxLength(longestColumnName)), ''),
	filter: v.fallback(filterSchema, noFilter),
	/** The message that stays on top. */
	pinned: v.fallback(v.optional(savedMessageSchema), undefined)
});

/** One of the columns in which chat is read. */
export type ChatColumn = Readonly<v.InferOutput<typeof columnSchema>>;

/** The columns of someone who never changed any. */
export const oneColumn: readonly ChatColumn[] = [{ id: 1, name: '', filter: noFilter, pinned: undefined }];

/** Reads stored columns; what is wrong or too much is left out. */
export function parseColumns(stored: unknown): readonly ChatColumn[] {
	const columns = parseEach(columnSchema, stored);
	const known = new Map(columns.reverse().map((column) => [column.id, column]));
	return [...known.values()].reverse().slice(0, mostColumns);
}

/** The columns with one more at their end, if there may be one more. */
export function addColumn(columns: readonly ChatColumn[]): readonly ChatColumn[] {
	if (columns.length >= mostColumns) return columns;
	const id = Math.max(0, ...columns.map((column) => column.id)) + 1;
	return [...columns, { id, name: '', filter: noFilter, pinned: undefined }];
}

/** The columns without one; the last stays. */
export function removeColumn(columns: readonly ChatColumn[], id: number): readonly ChatColumn[] {
	const left = columns.filter((column) => column.id !== id);
	return left.length > 0 ? left : columns;
}

/** The columns after one changed places with the one before (-1) or after it (1). */
export function moveColumn(columns: readonly ChatColumn[], id: number, step: -1 | 1): readonly ChatColumn[] {
	const from = columns.findIndex((column) => column.id === id);
	const [moved, other] = [columns[from], columns[from + step]];
	if (!moved || !other) return columns;
	return columns.map((column) => (column === moved ? other : column === other ? moved : column));
}

/** The columns after some of one was changed; a name is cut to what it may be. */
export function changeColumn(
	columns: readonly ChatColumn[],
	id: number,
	change: Partial<Omit<ChatColumn, 'id'>>
): readonly ChatColumn[] {
	const name = change.name !== undefined && { name: change.name.slice(0, longestColumnName) };
	return columns.map((column) => (column.id === id ? { ...column, ...change, ...name } : column));
}
