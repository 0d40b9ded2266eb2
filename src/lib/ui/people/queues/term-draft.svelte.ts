import { StoredValue } from '#lib/state/stored-value.svelte.ts';
import * as v from 'valibot';

/** As many characters as a list of terms may have. */
export const longestTermText = 1_000_000;

/** The terms that were typed or pasted and are not blocked yet. */
export const termDraft = new StoredValue({
	key: 'tributary.terms',
	schema: v.pipe(v.string(), v.maxLength(longestTermText)),
	initial: '',
	storage: () => sessionStorage
});
