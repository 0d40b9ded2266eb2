import type { Recipient } from '#lib/interactive/room/outcome.ts';
import type { Seat } from './seat.ts';

/** Who sits where in a room. */
export class Seats {
	readonly participants = new Map<string, Seat>();
	readonly watchers = new Map<string, Seat>();
	readonly waiters = new Set<Seat>();
	host: Seat | undefined;
	readonly #bySocket = new Map<WebSocket, Seat>();

	/** The seat of a socket; `undefined` for one that was closed. */
	at(socket: WebSocket): Seat | undefined {
		return this.#bySocket.get(socket);
	}

	has(seat: Seat): boolean {
		return this.#bySocket.has(seat.socket);
	}

	add(seat: Seat): void {
		const { role, id } = seat.tag;
		this.#bySocket.set(seat.socket, seat);
		if (role === 'host') this.host = seat;
		else if (role === 'participant') this.participants.set(id, seat);
		else if (role === 'watcher') this.watchers.set(id, seat);
		else this.waiters.add(seat);
	}

	remove(seat: Seat): void {
		const { role, id } = seat.tag;
		this.#bySocket.delete(seat.socket);
		if (role === 'host') this.host = undefined;
		else if (role === 'participant') this.participants.delete(id);
		else if (role === 'watcher') this.watchers.delete(id);
		else this.waiters.delete(seat);
	}

	/** Everybody who hears the room. */
	*listeners(): Iterable<Seat> {
		if (this.host) yield this.host;
		yield* this.participants.values();
		yield* this.watchers.values();
	}

	/** Who a call or a close is for. */
	*of(to: Recipient): Iterable<Seat> {
		switch (to.type) {
			case 'everybody':
				return yield* this.listeners();
			case 'host':
				return yield* one(this.host);
			case 'audience':
				yield* this.participants.values();
				return yield* this.watchers.values();
			case 'participant':
				return yield* one(this.participants.get(to.sessionID));
			case 'watchers':
				return yield* this.watchers.values();
			case 'watcher':
				return yield* one(this.watchers.get(to.id));
			default:
				to satisfies never;
		}
	}
}

function one(seat: Seat | undefined): readonly Seat[] {
	return seat ? [seat] : [];
}
