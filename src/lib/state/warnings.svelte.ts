import type { Person } from '#lib/model/person.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import * as v from 'valibot';
import { KeptList, personSchema, textSchema } from './kept-list.svelte.ts';
import type { SettingsStorage } from './settings.svelte.ts';

const mostWarnings = 50;
/** An answer and the event about it are not further apart. */
const sameMs = 60_000;

const warningSchema = v.object({
	person: personSchema,
	reason: textSchema,
	/** Display name of who warned. */
	by: textSchema,
	at: v.number(),
	acknowledged: v.boolean()
});

/** A warning, and whether the viewer has read it. */
export type Warning = Readonly<v.InferOutput<typeof warningSchema>>;

/** The last warnings, newest first; Twitch has no list of them, so it is kept for reloads. */
export class Warnings {
	readonly #kept: KeptList<typeof warningSchema>;

	constructor(storage: () => SettingsStorage) {
		this.#kept = new KeptList({ key: 'tributary.warnings', item: warningSchema, most: mostWarnings, storage });
	}

	get list(): readonly Warning[] {
		return this.#kept.items;
	}

	/** Goes on with an account's channel. */
	open(owner: string): void {
		this.#kept.open(owner);
	}

	take(event: StreamEvent): void {
		if (event.type === 'warning') this.add({ ...event, by: event.by.displayName, acknowledged: false });
		else if (event.type === 'warning-acknowledged') this.#acknowledge(event.person, event.at);
	}

	/** Adds a warning, once, whether its answer or its event comes first. */
	add({ person, reason, by, at, acknowledged }: Warning): void {
		const told = this.list.some(
			(one) => one.person.userId === person.userId && one.reason === reason && Math.abs(one.at - at) < sameMs
		);
		if (!told) this.#kept.items = [{ person, reason, by, at, acknowledged }, ...this.list];
	}

	#acknowledge({ userId }: Person, at: number): void {
		this.#kept.items = this.list.map((one) =>
			one.person.userId === userId && one.at <= at ? { ...one, acknowledged: true } : one
		);
	}
}
