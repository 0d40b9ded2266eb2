import type { Clock } from '#lib/transport/clock.ts';

/** A connection that is watched. */
export interface WatchedConnection {
	readonly id: string;
	/** What people call it. */
	readonly name: string;
	/** While it is `pending` nothing is known yet. */
	readonly state: 'connected' | 'pending' | 'lost' | 'closed';
}

/** A time during which a connection was lost. */
export interface Drop {
	readonly key: number;
	readonly id: string;
	readonly name: string;
	/** Epoch ms. */
	readonly from: number;
	/** Epoch ms; absent while it is still lost. */
	readonly to?: number;
}

const mostDrops = 50;

/** How often, and for how long, connections were lost since the page was opened. */
export class DroppedConnections {
	/** Newest first. */
	list = $state.raw<readonly Drop[]>([]);
	count = $state(0);
	readonly lost = $derived(this.list.some(({ to }) => to === undefined));
	readonly #clock: Clock;
	#known: readonly WatchedConnection[] = [];

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** Compares how all connections are with how they were. */
	read(connections: readonly WatchedConnection[]): void {
		const now = this.#clock.now();
		const known = connections.map((connection) => this.#compare(connection, now));
		for (const { id } of this.#known) if (!connections.some((one) => one.id === id)) this.#end(id, now);
		this.#known = known;
	}

	/** The connection as it is to be remembered. */
	#compare(connection: WatchedConnection, now: number): WatchedConnection {
		const { id, name, state } = connection;
		const before = this.#known.find((one) => one.id === id);
		if (state === 'pending') return before ?? connection;
		if (before?.state === 'connected' && state === 'lost') this.#begin({ key: ++this.count, id, name, from: now });
		if (before?.state === 'lost' && state !== 'lost') this.#end(id, now);
		return connection;
	}

	#begin(drop: Drop): void {
		this.list = [drop, ...this.list].slice(0, mostDrops);
	}

	#end(id: string, to: number): void {
		this.list = this.list.map((drop) => (drop.id === id && drop.to === undefined ? { ...drop, to } : drop));
	}
}
