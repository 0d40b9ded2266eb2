import { StoredValue } from '#lib/state/stored-value.svelte.ts';
import * as v from 'valibot';
import { sidePlaces, type SidePlace } from './panel-places.ts';

/** There is room for a second place beside chat from here on, in CSS pixels. */
const roomyWidth = 1_400;

const placesSchema = v.pipe(
	v.array(v.picklist(sidePlaces)),
	v.transform((places) => [...new Set(places)])
);
const schema = v.object({ order: placesSchema, shown: placesSchema });

/** Which places a wide window shows beside chat, and in which order from left to right. */
export class ShownPlaces {
	readonly #stored: StoredValue<typeof schema>;

	constructor(width: number, storage: () => Storage) {
		const shown: SidePlace[] = width >= roomyWidth ? ['actions', 'more'] : ['more'];
		const initial = { order: [...sidePlaces], shown };
		this.#stored = new StoredValue({ key: 'tributary.panel-places', schema, initial, storage });
	}

	/** Every place, those that came with a newer version last. */
	get order(): readonly SidePlace[] {
		const { order } = this.#stored.current;
		return [...order, ...sidePlaces.filter((place) => !order.includes(place))];
	}

	/** The places that are shown, in order. */
	get list(): readonly SidePlace[] {
		return this.order.filter((place) => this.#stored.current.shown.includes(place));
	}

	show(place: SidePlace): void {
		if (!this.list.includes(place)) this.toggle(place);
	}

	toggle(place: SidePlace): void {
		const { shown } = this.#stored.current;
		const others = shown.filter((one) => one !== place);
		this.#change({ shown: others.length < shown.length ? others : [...shown, place] });
	}

	arrange(order: readonly SidePlace[]): void {
		this.#change({ order: [...order] });
	}

	#change(change: Partial<v.InferOutput<typeof schema>>): void {
		this.#stored.current = { ...this.#stored.current, ...change };
	}
}
