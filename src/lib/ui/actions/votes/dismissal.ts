import { StoredValue } from '#lib/state/stored-value.svelte.ts';
import * as v from 'valibot';

/** A result that nobody dismissed is old news after a day. */
const newsMs = 24 * 60 * 60 * 1_000;

/** Remembers in this browser which result was dismissed last. */
export function createDismissal(key: string) {
	const dismissed = new StoredValue({
		key,
		schema: v.pipe(v.string(), v.maxLength(64)),
		initial: '',
		storage: () => localStorage
	});
	return {
		/** The vote, where its result is still to be shown. */
		result<Vote extends { readonly id: string }>(vote: Vote | undefined, endedAt = 0): Vote | undefined {
			const isNews = vote && vote.id !== dismissed.current && Date.now() - endedAt < newsMs;
			return isNews ? vote : undefined;
		},
		dismiss(id: string): void {
			dismissed.current = id;
		}
	};
}
