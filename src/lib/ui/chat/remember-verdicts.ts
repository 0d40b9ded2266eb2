import type { FeedEntry } from '#lib/state/feed-entry.ts';
import type { EntryTest } from './entry-filter.ts';

/** The same test, asked once for each entry. */
export function rememberVerdicts(test: EntryTest): EntryTest {
	const verdicts = new WeakMap<FeedEntry, boolean>();
	return (entry) => {
		const known = verdicts.get(entry);
		if (known !== undefined) return known;
		const verdict = test(entry);
		verdicts.set(entry, verdict);
		return verdict;
	};
}
