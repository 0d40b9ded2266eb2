import { createCrowd } from './crowd.ts';
import type { EmulatedUser } from './emulated-user.ts';

type ChangingUser = { -readonly [Key in keyof EmulatedUser]: EmulatedUser[Key] };

interface Crowd {
	readonly users: readonly EmulatedUser[];
	readonly byId: ReadonlyMap<string, ChangingUser>;
	readonly byLogin: ReadonlyMap<string, EmulatedUser>;
}

/** Finds seeded accounts by what a request names them by, and keeps what was changed about them until a reset. */
export class Accounts {
	/** Those with a part of their own; the crowd is not among them. */
	readonly users: readonly EmulatedUser[];
	readonly #seeds: readonly EmulatedUser[];
	readonly #byId: ReadonlyMap<string, ChangingUser>;
	readonly #byLogin: ReadonlyMap<string, EmulatedUser>;
	/** Made when somebody first asks for it. */
	#crowd: Crowd | undefined;

	constructor(seeds: readonly EmulatedUser[]) {
		const users = seeds.map((seed) => ({ ...seed }));
		this.users = users;
		this.#seeds = seeds;
		this.#byId = new Map(users.map((user) => [user.id, user]));
		this.#byLogin = new Map(users.map((user) => [user.login, user]));
	}

	/** Who only watches. */
	get crowd(): readonly EmulatedUser[] {
		return this.#gathered().users;
	}

	/** All accounts that are not suspended. */
	get everyone(): readonly EmulatedUser[] {
		return [...this.users.filter(({ suspended }) => !suspended), ...this.crowd];
	}

	byId(id: string): EmulatedUser | undefined {
		return this.#find(id);
	}

	byLogin(login: string): EmulatedUser | undefined {
		return this.#byLogin.get(login) ?? this.#gathered().byLogin.get(login);
	}

	/** The account of that login, which the host named itself; throws where there is none. */
	named(login: string): EmulatedUser {
		const user = this.byLogin(login);
		if (!user) throw new RangeError(`The emulator has no account "${login}".`);
		return user;
	}

	/** Changes the color of a name; `color` is `#RRGGBB`. */
	setColor({ id }: EmulatedUser, color: string): void {
		const user = this.#find(id);
		if (user) user.color = color;
	}

	/** Gives a badge in one channel, or takes it away. */
	setBadge({ id }: EmulatedUser, channel: string, { badge, worn }: { badge: string; worn: boolean }): void {
		const user = this.#find(id);
		if (!user) return;
		const standing = user.standings[channel];
		const others = (standing?.badges ?? []).filter((one) => one !== badge);
		const badges = worn ? [badge, ...others] : others;
		user.standings = { ...user.standings, [channel]: { ...standing, badges } };
	}

	/** Everyone is again as they were seeded. */
	reset(): void {
		for (const seed of this.#seeds) Object.assign(this.#byId.get(seed.id) ?? {}, seed);
		this.#crowd = undefined;
	}

	#find(id: string): ChangingUser | undefined {
		return this.#byId.get(id) ?? this.#gathered().byId.get(id);
	}

	#gathered(): Crowd {
		if (this.#crowd) return this.#crowd;
		const users: readonly ChangingUser[] = createCrowd();
		const byId = new Map(users.map((user) => [user.id, user]));
		const byLogin = new Map(users.map((user) => [user.login, user]));
		this.#crowd = { users, byId, byLogin };
		return this.#crowd;
	}
}
