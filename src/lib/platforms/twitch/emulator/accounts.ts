import type { EmulatedUser } from './emulated-user.ts';

/** Finds seeded accounts by what a request names them by. */
export class Accounts {
	readonly users: readonly EmulatedUser[];
	readonly #byId: ReadonlyMap<string, EmulatedUser>;
	readonly #byLogin: ReadonlyMap<string, EmulatedUser>;

	constructor(users: readonly EmulatedUser[]) {
		this.users = users;
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
}
