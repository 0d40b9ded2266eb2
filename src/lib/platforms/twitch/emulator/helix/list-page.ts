import { helixError } from '../answers.ts';

/** A page of a list, as every paged answer has it. */
export interface ListPage<Item> {
	readonly items: readonly Item[];
	readonly pagination: { readonly cursor?: string };
}

/** Cuts the page out of a list that `first` and `after` ask for. @see https://dev.twitch.tv/docs/api/guide/#pagination */
export function cutPage<Item>(
	query: URLSearchParams,
	list: readonly Item[],
	{ usual = 20, most = 100 }: { readonly usual?: number; readonly most?: number } = {}
): ListPage<Item> | Response {
	const first = Number(query.get('first') ?? usual);
	if (!Number.isInteger(first) || first < 1 || first > most) return helixError(400, 'The value in first is not valid.');
	const start = decodeCursor(query.get('after'));
	if (start === undefined) return helixError(400, 'The cursor in after is not valid.');
	const end = start + first;
	return { items: list.slice(start, end), pagination: end < list.length ? { cursor: encodeCursor(end) } : {} };
}

function encodeCursor(offset: number): string {
	return btoa(`from ${offset}`);
}

function decodeCursor(cursor: string | null): number | undefined {
	if (cursor === null || cursor === '') return 0;
	if (!/^[A-Za-z0-9+/=]{1,64}$/.test(cursor) || cursor.length % 4 !== 0) return undefined;
	const offset = /^from (\d{1,9})$/.exec(atob(cursor))?.[1];
	return offset === undefined ? undefined : Number(offset);
}
