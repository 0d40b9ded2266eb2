import { StoredValue } from '#lib/state/stored-value.svelte.ts';
import * as v from 'valibot';
import { sidePlaces, type SidePlace } from './panel-places.ts';

/** There is room for a second place beside chat from here on, in CSS pixels. */
const roomyWidth = 1_400;

/** Which places a wide window shows beside chat, from left to right. */
export class ShownPlaces {
	readonly #stored: StoredValue<typeof schema>;

	constructor(width: number, storage: () => Storage) {
		const initial: SidePlace[] = width >= roomyWidth ? ['actions', 'more'] : ['more'];
		this.#stored = new StoredValue({ key: 'tributary.panel-places', schema, initial, storage });
	}

	get list(): readonly SidePlace[] {
		return this.#stored.current;
	}

	has(place: SidePlace): boolean {
		return this.list.includes(place);
	}

	/** Shows a place at the right end. */
	show(place: SidePlace): void {
		if (!this.has(place)) this.arrange([...this.list, place]);
	}

	toggle(place: SidePlace): void {
		if (this.has(place)) this.arrange(this.list.filter((one) => one !== place));
		else this.show(place);
	}

	/** Sets which places are shown, and in which order. */
	arrange(places: readonly SidePlace[]): void {
		this.#stored.current = [...places];
	}
}

const schema = v.pipe(
	v.array(v.picklist(sidePlaces)),
	v.transform((places) => [...new Set(places)])
);
