import type { PersonChange } from '#lib/model/person-change.ts';
import { carryOut, changesBy, inverseOf, rolesAfter, type Deed, type DeedTarget } from '#lib/platforms/twitch/deeds.ts';
import type { Helix } from '#lib/platforms/twitch/helix/request.ts';
import { systemClock, type Clock } from '#lib/transport/clock.ts';
import { Attempt } from './attempt.svelte.ts';

/** A target whose channel may have to be looked up first. */
export type DeskTarget = Omit<DeedTarget, 'broadcasterId'>;

/** What a desk works with. */
export interface PersonDeskOptions {
	readonly helix: () => Helix;
	/** The user ID of the channel. */
	readonly channelId: () => Promise<string>;
	/** Told what became of somebody. */
	readonly onChange?: ((change: PersonChange) => void) | undefined;
	readonly clock?: Clock;
}

/** Where something is done to somebody, one thing at a time. */
export class PersonDesk {
	readonly attempt = new Attempt();
	/** What is being done, or was last tried. */
	deed = $state.raw<Deed>();
	readonly #options: PersonDeskOptions;
	readonly #clock: Clock;

	constructor(options: PersonDeskOptions) {
		this.#options = options;
		this.#clock = options.clock ?? systemClock;
	}

	/** Does something; whether it was done. If not, `attempt.problem` says why. */
	async perform(deed: Deed, target: DeskTarget): Promise<boolean> {
		if (this.attempt.busy) return false;
		this.deed = deed;
		return this.attempt.run(() => this.#carryOut(deed, target));
	}

	/** What takes back a deed that was just done; `undefined` for one that stays. */
	undoing(deed: Deed, target: DeskTarget): (() => Promise<boolean>) | undefined {
		const since = this.#clock.now();
		const whole = { ...target, broadcasterId: '' };
		if (inverseOf(deed, whole, since).length === 0) return undefined;
		const changes = changesBy(deed, whole, { by: '', now: since });
		return () =>
			this.attempt.run(async () => {
				let roles = changes.reduce(rolesAfter, target.roles);
				for (const step of inverseOf(deed, whole, this.#clock.now())) {
					this.deed = step;
					await this.#carryOut(step, { person: target.person, roles });
					roles = target.roles;
				}
			});
	}

	async #carryOut(deed: Deed, target: DeskTarget): Promise<void> {
		const { helix, channelId, onChange } = this.#options;
		const api = helix();
		const whole = { ...target, broadcasterId: await channelId() };
		await carryOut(api, deed, whole);
		const by = api.credentials.identity.displayName;
		for (const change of changesBy(deed, whole, { by, now: this.#clock.now() })) onChange?.(change);
	}
}
