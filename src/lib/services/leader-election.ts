import type { Clock } from '#lib/transport/clock.ts';
import * as v from 'valibot';

/** Of a leader that says nothing for so long it is asked whether it is still there. */
const silenceMs = 25_000;
/** A page that is not frozen answers at once, whatever its timers do in the background. */
const answerMs = 3_000;
const beatEveryMs = 5_000;

const epoch = v.pipe(v.number(), v.integer(), v.minValue(0));
const letter = v.variant('type', [
	v.object({ type: v.literal('hello') }),
	v.object({ type: v.literal('beat'), epoch }),
	v.object({ type: v.literal('said'), epoch, message: v.unknown() })
]);

/** The part of `navigator.locks` that is used. @see https://w3c.github.io/web-locks/ */
export interface LockPort {
	request(
		name: string,
		options: { readonly signal?: AbortSignal; readonly steal?: boolean },
		task: () => Promise<unknown>
	): Promise<unknown>;
}

/** The part of a `BroadcastChannel` that is used. */
export interface PagePort {
	onmessage: ((event: { readonly data: unknown }) => void) | null;
	postMessage(message: unknown): void;
	close(): void;
}

/** What pages of one browser share: absent where it has no Web Locks. */
export interface PagePorts {
	readonly locks: LockPort;
	readonly openChannel: (name: string) => PagePort;
}

/** What an election is about. */
export interface ElectionOptions {
	/** Pages that give the same name elect one leader among them. */
	readonly name: string;
	/** Without them the page leads alone. */
	readonly ports: PagePorts | undefined;
	readonly clock: Clock;
	/** This page leads from now on; returns what ends it. */
	readonly onLead: () => () => void;
	/** The leader, another page, said something. */
	readonly onHear: (message: unknown) => void;
	/** What this page says as the leader to a page that has just come. */
	readonly greet: () => unknown;
}

/**
 * Elects one page of this browser. The leader holds a Web Lock, which the browser gives to the next page the moment it goes;
 * a leader that is frozen holds it too, so whoever misses it takes the lock away, and its later epoch makes all ignore the earlier.
 */
export class LeaderElection {
	readonly #options: ElectionOptions;
	readonly #leave = new AbortController();
	#channel: PagePort | undefined;
	/** The highest that was heard of, or led in. */
	#epoch = 0;
	#resign: (() => void) | undefined;
	#timer: unknown;
	#beatAt = 0;

	constructor(options: ElectionOptions) {
		this.#options = options;
	}

	get leading(): boolean {
		return this.#resign !== undefined;
	}

	/** Stands for election until `close`. */
	open(): void {
		const { ports, name } = this.#options;
		if (!ports) return void this.#lead();
		this.#channel = ports.openChannel(name);
		this.#channel.onmessage = ({ data }) => this.#read(data);
		this.#channel.postMessage({ type: 'hello' });
		this.#watch();
		void this.#stand({});
	}

	/** Takes the lead from another page. */
	take(): void {
		if (this.#options.ports && !this.leading) void this.#stand({ steal: true });
	}

	/** Says something to the other pages, as their leader. */
	say(message: unknown): void {
		if (this.leading) this.#channel?.postMessage({ type: 'said', epoch: this.#epoch, message });
	}

	/** Shows the other pages that this one leads. */
	beat(): void {
		const now = this.#options.clock.now();
		if (!this.leading || now - this.#beatAt < beatEveryMs) return;
		this.#beatAt = now;
		this.#channel?.postMessage({ type: 'beat', epoch: this.#epoch });
	}

	close(): void {
		this.#leave.abort();
		this.#options.clock.clearTimeout(this.#timer);
		this.#resign?.();
		this.#channel?.close();
		this.#channel = undefined;
	}

	/** Waits for the lock, or takes it, and holds it; when it is lost the page stands again. A page that may not lock leads alone. */
	async #stand({ steal = false }: { readonly steal?: boolean }): Promise<void> {
		const { ports, name } = this.#options;
		const options = steal ? { steal } : { signal: this.#leave.signal };
		try {
			await ports?.locks.request(name, options, () => this.#lead());
		} catch (error) {
			// Else the lock was taken away by another page, or is no longer wanted.
			if (!isAbort(error)) return void this.#lead();
		}
		this.#resign?.();
		if (!this.#leave.signal.aborted && !steal) void this.#stand({});
	}

	/** Leads until it resigns. */
	#lead(): Promise<void> {
		if (this.#leave.signal.aborted || this.leading) return Promise.resolve();
		const { clock, onLead, greet } = this.#options;
		this.#epoch = Math.max(this.#epoch + 1, clock.now());
		clock.clearTimeout(this.#timer);
		return new Promise((resolve) => {
			let end = () => {};
			this.#resign = () => {
				this.#resign = undefined;
				end();
				this.#watch();
				resolve();
			};
			this.say(greet());
			end = onLead();
		});
	}

	#read(data: unknown): void {
		const { success, output } = v.safeParse(letter, data);
		if (!success) return;
		if (output.type === 'hello') return this.say(this.#options.greet());
		if (output.epoch < this.#epoch) {
			if (this.leading) this.#channel?.postMessage({ type: 'beat', epoch: this.#epoch });
			return;
		}
		if (this.leading && output.epoch > this.#epoch) this.#resign?.();
		this.#epoch = output.epoch;
		this.#watch();
		if (output.type === 'said') this.#options.onHear(output.message);
	}

	/** A follower that hears nothing asks, and takes the lead from a leader that does not answer. */
	#watch(): void {
		const { clock } = this.#options;
		clock.clearTimeout(this.#timer);
		if (this.#leave.signal.aborted || this.leading) return;
		this.#timer = clock.setTimeout(() => {
			this.#channel?.postMessage({ type: 'hello' });
			this.#timer = clock.setTimeout(() => {
				this.#watch();
				this.take();
			}, answerMs);
		}, silenceMs);
	}
}

function isAbort(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'AbortError';
}
