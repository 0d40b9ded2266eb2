import type { EmulatedUser } from './emulated-user.ts';

type ChangingUser = { -readonly [Key in keyof EmulatedUser]: EmulatedUser[Key] };

/** Finds seeded accounts by what a request names them by, and keeps what was changed about them until a reset. */
export class Accounts {
	readonly users: readonly EmulatedUser[];
	readonly #seeds: readonly EmulatedUser[];
	readonly #byId: ReadonlyMap<string, ChangingUser>;
	readonly #byLogin: ReadonlyMap<string, EmulatedUser>;

	constructor(seeds: readonly EmulatedUser[]) {
		const users = seeds.map((seed) => ({ ...seed }));
		this.users = users;
		this.#seeds = seeds;
		this.#byId = new Map(users.map((user) => [user.id, user]));
		this.#byLogin = new Map(users.map((user) => [user.login, user]));
	}

	byId(id: string): EmulatedUser | undefined {
		return this.#byId.get(id);
	}

	byLogin(login: string): EmulatedUser | undefined {
		return this.#byLogin.get(login);
	}

	/** The account of that login, which the host named itself; throws where there is none. */
	named(login: string): EmulatedUser {
		const user = this.#byLogin.get(login);
		if (!user) throw new RangeError(`The emulator has no account "${login}".`);
		return user;
	}

	/** Changes the color of a name; `color` is `#RRGGBB`. */
	setColor({ id }: EmulatedUser, color: string): void {
		const user = this.#byId.get(id);
		if (user) user.color = color;
	}

	/** Gives a badge in one channel, or takes it away. */
	setBadge({ id }: EmulatedUser, channel: string, { badge, worn }: { badge: string; worn: boolean }): void {
		const user = this.#byId.get(id);
		if (!user) return;
		const standing = user.standings[channel];
		const others = (standing?.badges ?? []).filter((one) => one !== badge);
		const badges = worn ? [badge, ...others] : others;
		user.standings = { ...user.standings, [channel]: { ...standing, badges } };
	}

	/** Everyone is again as they were seeded. */
	reset(): void {
		for (const seed of this.#seeds) Object.assign(this.#byId.get(seed.id) ?? {}, seed);
	}
}
