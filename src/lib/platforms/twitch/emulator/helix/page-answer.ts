import { helixError, jsonAnswer } from '../answers.ts';

/** How a list is answered. */
export interface PageRules {
	/** The most that `first` may be, and what it is where it is not given. */
	readonly most?: number;
	readonly usual?: number;
	/** Also tells how long the list is. */
	readonly withTotal?: boolean;
	/** What else is told beside the list. */
	readonly more?: Readonly<Record<string, unknown>>;
}

/** Answers the page of a list that `first` and `after` ask for. @see https://dev.twitch.tv/docs/api/guide/#pagination */
export function answerPage(
	query: URLSearchParams,
	items: readonly unknown[],
	{ most = 100, usual = 20, withTotal = false, more }: PageRules = {}
): Response {
	const first = Number(query.get('first') ?? usual);
	if (!Number.isInteger(first) || first < 1 || first > most)
		return helixError(400, `The parameter "first" was malformed: the value must be between 1 and ${most}`);
	const start = readCursor(query.get('after'));
	if (start === undefined) return helixError(400, 'The cursor is not valid.');
	const end = start + first;
	return jsonAnswer({
		...more,
		...(withTotal && { total: items.length }),
		data: items.slice(start, end),
		pagination: end < items.length ? { cursor: btoa(`from ${end}`) } : {}
	});
}

function readCursor(after: string | null): number | undefined {
	if (after === null) return 0;
	const digits = /^[A-Za-z0-9+/=]{1,40}$/.test(after) ? /^from (\d{1,9})$/.exec(decode(after))?.[1] : undefined;
	return digits === undefined ? undefined : Number(digits);
}

function decode(text: string): string {
	try {
		return atob(text);
	} catch {
		return '';
	}
}
