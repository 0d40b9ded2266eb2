import { ConnectionError, ProtocolError, RejectionError } from '#lib/model/errors.ts';
import type { Clock } from '#lib/transport/clock.ts';

/** What is said of a poll as of a prediction. */
export interface VoteKind {
	readonly id: string;
	readonly title: string;
	/** Epoch ms. */
	readonly startedAt: number;
}

/** How a kind of vote is asked for and told apart. */
export interface VoteRecordOptions<Kind extends VoteKind> {
	/** The latest of the channel, newest first. */
	readonly request: () => Promise<readonly Kind[]>;
	/** Whether what is told of a vote comes after what is known of it, or says the same. */
	readonly follows: (told: Kind, known: Kind) => boolean;
	/** Whether there is still something to wait for. */
	readonly isRunning: (vote: Kind) => boolean;
	/** Epoch ms at which it should move on by itself. */
	readonly dueAt: (vote: Kind) => number;
	readonly clock: Clock;
}

const mostKept = 20;
/** What runs is asked for so often, in case that nothing is told. */
const refreshMs = 30_000;
/** Time for the platform to tell by itself that it moved on. */
const graceMs = 2_000;

/** The latest votes of a channel: loaded, then moved on by what is told, and never backwards. */
export class VoteRecord<Kind extends VoteKind> {
	/** Newest first. */
	list = $state.raw<readonly Kind[]>([]);
	loaded = $state(false);
	/** Why they could not be loaded. */
	problem = $state.raw<unknown>();
	readonly newest = $derived(this.list[0]);
	readonly running = $derived.by(() => {
		const { newest } = this;
		return newest && this.#options.isRunning(newest) ? newest : undefined;
	});
	readonly #options: VoteRecordOptions<Kind>;
	/** Counts up with each channel, so that a late answer about another one is dropped. */
	#channel = 0;
	#opened = false;
	#timer: unknown;
	/** The answer to the last call was lost, and nobody has asked since. */
	#uncertain = false;

	constructor(options: VoteRecordOptions<Kind>) {
		this.#options = options;
	}

	/** Loads the votes and keeps them fresh until the returned function is called, which forgets them. */
	open(): () => void {
		this.#opened = true;
		void this.refresh();
		return () => {
			this.#opened = false;
			this.#channel++;
			this.#uncertain = false;
			this.list = [];
			this.loaded = false;
			this.problem = undefined;
			this.#options.clock.clearTimeout(this.#timer);
		};
	}

	/** Takes in what is told of one vote, unless more is known already. */
	learn(told: Kind): void {
		const known = this.list.find(({ id }) => id === told.id);
		if (known && !this.#options.follows(told, known)) return;
		const others = this.list.filter((vote) => vote !== known);
		this.list = [...others, told].sort((a, b) => b.startedAt - a.startedAt).slice(0, mostKept);
		this.#plan();
	}

	/** Asks how things stand; whether an answer came. */
	async refresh(): Promise<boolean> {
		const channel = this.#channel;
		try {
			const votes = await this.#options.request();
			if (channel !== this.#channel) return false;
			this.#uncertain = false;
			this.loaded = true;
			this.problem = undefined;
			for (const vote of votes) this.learn(vote);
			return true;
		} catch (error) {
			if (channel === this.#channel) this.problem = error;
			return false;
		} finally {
			this.#plan();
		}
	}

	/** Starts a vote. Throws `RejectionError` `already_running` while there is another, else as `act` does. */
	async start(title: string, call: () => Promise<Kind>): Promise<void> {
		const before = this.newest?.id;
		if (this.running) throw alreadyRunning();
		const isDone = () => this.running?.title === title && this.running.id !== before;
		try {
			await this.act(call, isDone);
		} catch (error) {
			throw error instanceof RejectionError && this.running ? alreadyRunning() : error;
		}
	}

	/**
	 * Carries out a call that must not happen twice: when its answer is lost, asks whether it was done, at the latest
	 * before the next call. Throws `RejectionError` `not_done` where it certainly was not.
	 */
	async act(call: () => Promise<Kind>, isDone: () => boolean): Promise<void> {
		if (this.#uncertain && !(await this.refresh())) throw this.problem;
		if (isDone()) return;
		try {
			this.learn(await call());
		} catch (error) {
			if (error instanceof RejectionError) await this.refresh();
			if (!isOutcomeUnknown(error)) throw error;
			this.#uncertain = true;
			if (!(await this.refresh())) throw error;
			if (!isDone())
				throw new RejectionError('not_done', 'The answer was lost, and it was not done.', { cause: error });
		}
	}

	/** Plans the next question while something runs: when it should have moved on, else after a while. */
	#plan(): void {
		const { clock, dueAt } = this.#options;
		clock.clearTimeout(this.#timer);
		const { running } = this;
		if (!running || !this.#opened) return;
		const waitMs = dueAt(running) + graceMs - clock.now();
		this.#timer = clock.setTimeout(() => void this.refresh(), waitMs > 0 ? Math.min(waitMs, refreshMs) : refreshMs);
	}
}

function alreadyRunning(): RejectionError {
	return new RejectionError('already_running', 'A vote is running already.');
}

/** A 429 and a call that never left were not carried out; any other failure on the way says nothing. */
function isOutcomeUnknown(error: unknown): boolean {
	if (error instanceof ConnectionError) return error.code !== 'rate_limited' && error.code !== 'not_connected';
	return error instanceof ProtocolError;
}
