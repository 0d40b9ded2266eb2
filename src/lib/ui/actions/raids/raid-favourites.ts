import { personSchema } from '#lib/state/person-schema.ts';
import { StoredValue } from '#lib/state/stored-value.svelte.ts';
import type { Person } from '#lib/model/person.ts';
import * as v from 'valibot';

const most = 20;

/** The channels that a streamer likes to raid, in this browser. */
export const raidFavourites = new StoredValue({
	key: 'tributary.raid-favourites',
	schema: v.pipe(v.array(personSchema), v.maxLength(most)),
	initial: [],
	storage: () => localStorage
});

/** Pins a channel, or unpins it; the oldest pin makes room for a new one. */
export function toggleFavourite({ userId, login, displayName }: Person): void {
	const others = raidFavourites.current.filter((one) => one.userId !== userId);
	const pinned = others.length < raidFavourites.current.length;
	raidFavourites.current = pinned ? others : [...others, { userId, login, displayName }].slice(-most);
}
