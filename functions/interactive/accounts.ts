const prefix = 'sparks/';

/** The sparks of signed-in viewers, kept from one visit to the next; sessions of one account never hold the same sparks. */
export class Accounts {
	readonly #kv: SyncKvStorage;
	readonly #first: number;
	/** What of an account's sparks each session holds, as far as it was kept. */
	readonly #held = new Map<string, { readonly account: string; readonly sparks: number }>();

	/** `first` is what an account begins with. */
	constructor(kv: SyncKvStorage, first: number) {
		this.#kv = kv;
		this.#first = first;
	}

	/** Lends a session what no other session of the account holds. */
	open(sessionID: string, account: string): number {
		let sparks = this.#read(account);
		for (const held of this.#held.values()) if (held.account === account) sparks -= held.sparks;
		return this.resume(sessionID, account, Math.max(0, sparks));
	}

	/** Knows of a session that was lent so much before the room slept. */
	resume(sessionID: string, account: string, sparks: number): number {
		this.#held.set(sessionID, { account, sparks });
		return sparks;
	}

	/** Keeps what a session owns by now; it may be somebody's without an account. */
	keep(sessionID: string, sparks: number): void {
		const held = this.#held.get(sessionID);
		if (!held || held.sparks === sparks) return;
		this.#kv.put(`${prefix}${held.account}`, Math.max(0, this.#read(held.account) + sparks - held.sparks));
		this.#held.set(sessionID, { ...held, sparks });
	}

	/** Takes back what a session held. */
	close(sessionID: string): void {
		this.#held.delete(sessionID);
	}

	#read(account: string): number {
		return this.#kv.get<number>(`${prefix}${account}`) ?? this.#first;
	}
}
