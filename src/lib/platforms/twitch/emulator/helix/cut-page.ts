import { helixError } from '../answers.ts';

/** How many entries of a list a page has. */
export interface PageRules {
	readonly most?: number;
	readonly usual?: number;
}

/** The page of a list that `first` and `after` ask for, as Helix answers it. @see https://dev.twitch.tv/docs/api/guide/#pagination */
export function cutPage<Item>(
	items: readonly Item[],
	query: URLSearchParams,
	{ most = 100, usual = 20 }: PageRules = {}
): { readonly data: readonly Item[]; readonly pagination: { readonly cursor?: string } } | Response {
	const first = Number(query.get('first') ?? usual);
	if (!Number.isInteger(first) || first < 1 || first > most)
		return helixError(400, 'The value in the first query parameter is not valid.');
	const after = query.get('after');
	const start = after === null ? 0 : parseCursor(after);
	if (start === undefined) return helixError(400, 'The cursor in the after query parameter is not valid.');
	const end = start + first;
	return {
		data: items.slice(start, end),
		pagination: end < items.length ? { cursor: formatCursor(end) } : {}
	};
}

const cursorPrefix = 'after:';

function formatCursor(offset: number): string {
	return btoa(`${cursorPrefix}${offset}`);
}

function parseCursor(cursor: string): number | undefined {
	try {
		const text = atob(cursor);
		const offset = Number(text.slice(cursorPrefix.length));
		return text.startsWith(cursorPrefix) && Number.isInteger(offset) && offset >= 0 ? offset : undefined;
	} catch {
		return undefined;
	}
}
