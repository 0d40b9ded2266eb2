import type { ListedPerson } from '#lib/model/listed-person.ts';
import { createContext } from 'svelte';

/** Whose card is open in the people's place. */
export class OpenedPerson {
	current = $state.raw<ListedPerson>();
}

/** Whose card is open; anything in the people's place may open one. */
export const [getOpenedPerson, setOpenedPerson] = createContext<OpenedPerson>();
