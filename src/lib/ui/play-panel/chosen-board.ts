import { StoredValue } from '#lib/state/stored-value.svelte.ts';
import * as v from 'valibot';

/** The board that was played last, and how its votes count. */
export const chosenBoard = new StoredValue({
	key: 'tributary.play-board',
	schema: v.object({
		id: v.pipe(v.string(), v.maxLength(128)),
		mode: v.picklist(['democracy', 'anarchy'])
	}),
	initial: { id: '', mode: 'democracy' },
	storage: () => localStorage
});
