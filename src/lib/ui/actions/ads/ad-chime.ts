import { StoredValue } from '#lib/state/stored-value.svelte.ts';
import * as v from 'valibot';

/** Whether a sound comes with the warning of an ad. */
export const adChime = new StoredValue({
	key: 'tributary.ad-chime',
	schema: v.boolean(),
	initial: false,
	storage: () => localStorage
});
