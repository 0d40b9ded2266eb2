import { StoredValue } from '#lib/state/stored-value.svelte.ts';
import * as v from 'valibot';

/** Which queues are opened or shut in this browser, by id; the others are as they come. */
export const openQueues = new StoredValue({
	key: 'tributary.queues-open',
	schema: v.record(v.pipe(v.string(), v.maxLength(40)), v.boolean()),
	initial: {},
	storage: () => localStorage
});
