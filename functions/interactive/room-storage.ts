import type { Line } from '#lib/interactive/room/line.ts';
import { toStoredRoom, type Room } from '#lib/interactive/room/state.ts';
import { formatValues, parseValues } from './plain-values.ts';

/** All that a room has to remember while it sleeps. */
export interface KeptRoom {
	readonly room: Room;
	/** By the ids of seats. */
	readonly lines: ReadonlyMap<string, Line>;
	/** When it is to be woken, epoch ms. */
	readonly wakesAt: number | undefined;
}

/** What is written by another version of this code is not read. */
const version = 2;
const prefix = 'room/';
/** Well below the two megabytes that a row holds, whatever the letters. */
const rowChars = 500_000;

/** Keeps a room in an object's storage: the whole truth or nothing, since it is taken away as soon as anything happens. */
export class RoomStorage {
	readonly #kv: SyncKvStorage;
	#rows: number;

	constructor(kv: SyncKvStorage) {
		this.#kv = kv;
		this.#rows = [...kv.list({ prefix })].length;
	}

	get empty(): boolean {
		return this.#rows === 0;
	}

	save(kept: KeptRoom): void {
		const text = formatValues({ version, ...kept, room: toStoredRoom(kept.room) });
		this.clear();
		for (let start = 0; start < text.length; start += rowChars)
			this.#kv.put(`${prefix}${this.#rows++}`, text.slice(start, start + rowChars));
	}

	load(): KeptRoom | undefined {
		const rows = Array.from({ length: this.#rows }, (_, row) => this.#kv.get<string>(`${prefix}${row}`) ?? '');
		const value = rows.length > 0 ? (parseValues(rows.join('')) as KeptRoom & { version: number }) : undefined;
		return value?.version === version ? value : undefined;
	}

	clear(): void {
		while (this.#rows > 0) this.#kv.delete(`${prefix}${--this.#rows}`);
	}
}
