import type { Clock } from '#lib/transport/clock.ts';
import { matchesPath } from './path-pattern.ts';

/** What goes wrong, and where. */
export interface Fault {
	/** Start of the path without its leading slash (`twitch/oauth2/token`); `*` stands for anything. */
	readonly endpoint: string;
	/**
	 * `status` answers with `status`; `html` and `malformed` answer 200 with a page or with cut JSON; `huge` with 10 MB;
	 * `delay` waits `delayMs`; `drop` cuts connections; `half-open` keeps them and lets nothing pass.
	 */
	readonly kind: 'status' | 'html' | 'malformed' | 'huge' | 'delay' | 'drop' | 'half-open';
	readonly status?: number;
	readonly delayMs?: number;
	/** How many requests and connections it strikes; by default one for `drop` without `forMs`, else no limit. */
	readonly times?: number;
	/** How long it stands; by default until it is cleared. */
	readonly forMs?: number;
}

/** A fault that was set; a connection struck by it stays struck while it stands. */
export interface StandingFault {
	readonly fault: Fault;
	readonly stands: () => boolean;
}

interface Entry extends StandingFault {
	remaining: number;
	cleared: boolean;
}

/** The faults in force, in the order in which they were set; the first that matches strikes. */
export class FaultBoard {
	readonly #clock: Clock;
	#entries: Entry[] = [];

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** Puts a fault in force; `used` counts what it has struck already. */
	set(fault: Fault, { used = 0 } = {}): StandingFault {
		const endsAt = fault.forMs === undefined ? Infinity : this.#clock.now() + fault.forMs;
		const entry: Entry = {
			fault,
			remaining: (fault.times ?? (fault.kind === 'drop' && fault.forMs === undefined ? 1 : Infinity)) - used,
			cleared: false,
			stands: () => !entry.cleared && this.#clock.now() < endsAt
		};
		this.#entries.push(entry);
		return entry;
	}

	/** The fault that strikes a new request or connection, counted as one of its times. */
	strike(path: string): StandingFault | undefined {
		this.#entries = this.#entries.filter((entry) => entry.remaining > 0 && entry.stands());
		const entry = this.#entries.find(({ fault }) => matchesPath(fault.endpoint, path));
		if (entry) entry.remaining--;
		return entry;
	}

	list(): readonly Fault[] {
		return this.#entries.filter((entry) => entry.remaining > 0 && entry.stands()).map(({ fault }) => fault);
	}

	clear(): number {
		const count = this.list().length;
		for (const entry of this.#entries) entry.cleared = true;
		this.#entries = [];
		return count;
	}
}
