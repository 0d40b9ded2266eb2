import {
	activityKey,
	activityKind,
	activityPerson,
	type ActivityEntry,
	type ActivityKind
} from '#lib/model/activity.ts';

/** What the list draws: a line, or the mark below what is new. */
export type ActivityRow =
	| { readonly type: 'entry'; readonly key: string; readonly entry: ActivityEntry; readonly fresh: boolean }
	| { readonly type: 'mark'; readonly key: 'mark' };

/** What of the activity is shown. */
export interface ActivityFilter {
	/** None for all. */
	readonly kinds: readonly ActivityKind[];
	/** Part of a name. */
	readonly search: string;
}

/** The rows of what passes a filter, newest first, with a mark between what is new and what is not. */
export function toActivityRows(
	entries: readonly ActivityEntry[],
	filter: ActivityFilter,
	isNew: (entry: ActivityEntry) => boolean
): readonly ActivityRow[] {
	const rows: ActivityRow[] = entries
		.filter((entry) => isShown(entry, filter))
		.map((entry) => ({ type: 'entry', key: activityKey(entry.event), entry, fresh: isNew(entry) }));
	const oldestNew = rows.reduce((last, row, index) => (row.type === 'entry' && row.fresh ? index : last), -1);
	if (oldestNew === -1 || oldestNew === rows.length - 1) return rows;
	return [...rows.slice(0, oldestNew + 1), { type: 'mark', key: 'mark' }, ...rows.slice(oldestNew + 1)];
}

function isShown({ event, recipients }: ActivityEntry, { kinds, search }: ActivityFilter): boolean {
	if (kinds.length > 0 && !kinds.includes(activityKind(event))) return false;
	const wanted = search.trim().toLowerCase();
	if (wanted === '') return true;
	const people = [activityPerson(event), ...recipients.map(({ person }) => person)];
	return people.some((person) => person && `${person.displayName} ${person.login}`.toLowerCase().includes(wanted));
}
