import { StoredValue } from '#lib/state/stored-value.svelte.ts';
import * as v from 'valibot';

/** Which action's form is open in this tab, by id, also after a trip to the platform; empty for none. */
export const openAction = new StoredValue({
	key: 'tributary.open-action',
	schema: v.pipe(v.string(), v.maxLength(40)),
	initial: '',
	storage: () => sessionStorage
});
