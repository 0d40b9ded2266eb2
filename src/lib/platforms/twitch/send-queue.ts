import { RejectionError } from '#lib/model/errors.ts';
import type { SentTimes } from '#lib/platforms/platform.ts';
import type { Environment } from '#lib/transport/environment.ts';

/** Twitch allows 20 lines in 30 s, 100 to the privileged, and one a second; a margin is left for its clock. */
const windowMs = 32_000;
const plainPace = { lines: 19, spacingMs: 1_100 } as const;
const privilegedPace = { lines: 99, spacingMs: 100 } as const;
const longestQueue = 20;

/** A line that wants to be sent. */
export interface Turn {
	readonly channelKey: string;
	/** Whether the account is broadcaster, moderator or VIP of the channel; asked when the line's turn comes. */
	readonly privileged: () => boolean;
	readonly signal?: AbortSignal;
	readonly onQueued?: () => void;
	readonly onSending?: () => void;
}

interface WaitingTurn {
	readonly turn: Turn;
	readonly start: () => void;
}

/** The lines of one account in the order typed, no faster than Twitch allows. @see https://dev.twitch.tv/docs/chat/#rate-limits */
export class SendQueue {
	readonly #environment: Environment;
	readonly #userId: string;
	readonly #sentTimes: SentTimes;
	readonly #lastSentAt = new Map<string, number>();
	#waiting: readonly WaitingTurn[] = [];
	#timer: unknown;

	constructor(environment: Environment, userId: string, sentTimes: SentTimes = createOwnTimes()) {
		this.#environment = environment;
		this.#userId = userId;
		this.#sentTimes = sentTimes;
	}

	/** Sends when the line's turn has come; throws `RejectionError` `queue_full` or `cancelled`, and what `send` throws. */
	async run<Value>(turn: Turn, send: () => Promise<Value>): Promise<Value> {
		if (this.#waiting.length === 0 && this.#delayMs(turn) === 0) this.#count(turn);
		else await this.#wait(turn);
		return send();
	}

	#wait(turn: Turn): Promise<void> {
		if (this.#waiting.length >= longestQueue)
			throw new RejectionError('queue_full', `More than ${longestQueue} lines wait to be sent.`);
		turn.onQueued?.();
		return new Promise((resolve, reject) => {
			const waiting = { turn, start: resolve };
			this.#waiting = [...this.#waiting, waiting];
			const cancel = () => {
				if (this.#leave(waiting)) reject(new RejectionError('cancelled', 'The line was taken back.'));
			};
			turn.signal?.addEventListener('abort', cancel, { once: true });
			if (turn.signal?.aborted) cancel();
			this.#schedule();
		});
	}

	#schedule(): void {
		const { clock } = this.#environment;
		clock.clearTimeout(this.#timer);
		const next = this.#waiting[0];
		if (next) this.#timer = clock.setTimeout(() => this.#release(next), this.#delayMs(next.turn));
	}

	#release(next: WaitingTurn): void {
		if (this.#delayMs(next.turn) > 0) return this.#schedule();
		this.#count(next.turn);
		this.#leave(next);
		next.turn.onSending?.();
		next.start();
	}

	#leave(waiting: WaitingTurn): boolean {
		if (!this.#waiting.includes(waiting)) return false;
		this.#waiting = this.#waiting.filter((other) => other !== waiting);
		this.#schedule();
		return true;
	}

	#count({ channelKey }: Turn): void {
		const now = this.#environment.clock.now();
		this.#sentTimes.save(this.#userId, [...this.#recent(now), now]);
		this.#lastSentAt.set(channelKey, now);
	}

	#delayMs({ channelKey, privileged }: Turn): number {
		const now = this.#environment.clock.now();
		const pace = privileged() ? privilegedPace : plainPace;
		const oldestThatCounts = this.#recent(now).at(-pace.lines) ?? -Infinity;
		const last = this.#lastSentAt.get(channelKey) ?? -Infinity;
		return Math.max(0, oldestThatCounts + windowMs - now, last + pace.spacingMs - now);
	}

	/** A time to come is of a clock that was set back since, and would never pass. */
	#recent(now: number): readonly number[] {
		return this.#sentTimes.load(this.#userId).filter((sentAt) => sentAt <= now && now - sentAt < windowMs);
	}
}

function createOwnTimes(): SentTimes {
	let times: readonly number[] = [];
	return { load: () => times, save: (_userId, sentAt) => void (times = sentAt) };
}

const queues = new WeakMap<Environment, Map<string, SendQueue>>();

/** Twitch counts an account's lines in all channels together, so they share a queue. */
export function sendQueueOf(environment: Environment, userId: string, sentTimes?: SentTimes): SendQueue {
	const ofAccounts = queues.get(environment) ?? new Map<string, SendQueue>();
	const queue = ofAccounts.get(userId) ?? new SendQueue(environment, userId, sentTimes);
	queues.set(environment, ofAccounts.set(userId, queue));
	return queue;
}
