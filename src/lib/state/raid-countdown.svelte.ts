import type { StreamEvent } from '#lib/model/stream-event.ts';
import type { Person } from '#lib/model/person.ts';
import type { Clock } from '#lib/transport/clock.ts';
import { raidCountdownMs } from '#lib/platforms/twitch/helix/raids.ts';
import * as v from 'valibot';
import { personSchema } from './person-schema.ts';
import type { SettingsStorage } from './settings.svelte.ts';
import { StoredValue } from './stored-value.svelte.ts';

/** What became of a raid is told for so long. */
const shownMs = 15 * 60_000;

const raidSchema = v.object({
	broadcasterId: v.string(),
	target: personSchema,
	startedAt: v.number(),
	/** False where Twitch's answer did not arrive. */
	certain: v.boolean(),
	/** How many went along, once they did. */
	viewers: v.optional(v.number())
});

/** A raid that is being prepared, or has gone off. */
export type Raid = Readonly<v.InferOutput<typeof raidSchema>>;

/** The newest raid of the own channel, kept in this browser so that its countdown outlives a reload. */
export class RaidCountdown {
	readonly #stored: StoredValue<v.OptionalSchema<typeof raidSchema, undefined>>;
	readonly #clock: Clock;
	readonly #broadcasterId: () => string | undefined;

	constructor(options: {
		readonly storage: () => SettingsStorage;
		readonly clock: Clock;
		/** Whose raid it is; that of another account is not shown. */
		readonly broadcasterId: () => string | undefined;
	}) {
		this.#clock = options.clock;
		this.#broadcasterId = options.broadcasterId;
		this.#stored = new StoredValue({
			key: 'tributary.raid',
			schema: v.optional(raidSchema, undefined),
			initial: undefined,
			storage: options.storage
		});
	}

	get current(): Raid | undefined {
		const raid = this.#stored.current;
		const shown = raid && raid.broadcasterId === this.#broadcasterId();
		return shown && this.#clock.now() < raid.startedAt + shownMs ? raid : undefined;
	}

	/** A raid has been prepared, or may have been. */
	begin(target: Person, { certain }: { readonly certain: boolean }): void {
		this.#keep({ target, startedAt: this.#clock.now(), certain });
	}

	/** Forgets the raid: it was called off, or is of no interest any more. */
	clear(): void {
		this.#stored.current = undefined;
	}

	/** Takes up that viewers have arrived, also of a raid that was prepared elsewhere. */
	take(event: StreamEvent): void {
		if (event.type !== 'raid-sent' || event.simulated) return;
		const { person: target, viewers } = event;
		const startedAt = this.current?.startedAt ?? this.#clock.now() - raidCountdownMs;
		this.#keep({ target, startedAt, certain: true, viewers });
	}

	#keep(raid: Omit<Raid, 'broadcasterId'>): void {
		const broadcasterId = this.#broadcasterId();
		if (broadcasterId !== undefined) this.#stored.current = { broadcasterId, ...raid };
	}
}
