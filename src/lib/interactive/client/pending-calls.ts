import type { Json } from '#lib/interactive/json.ts';
import type { ReplyPacket } from '#lib/interactive/packet.ts';
import { ConnectionError } from '#lib/model/errors.ts';
import type { Clock } from '#lib/transport/clock.ts';
import { RefusedCallError } from './errors.ts';

interface Waiting {
	settle(reply: ReplyPacket): void;
	fail(cause: Error): void;
}

/** How long a reply is waited for, and what is done with its result before the next packet is read. */
export interface Expectation {
	readonly timeoutMs: number;
	readonly onResult?: (result: Json) => void;
	readonly onTimeout?: () => void;
}

/** The calls that wait for their replies, by id. */
export class PendingCalls {
	readonly #clock: Clock;
	readonly #waiting = new Map<number, Waiting>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** The result of the call of that id; an infinite time-out waits for ever. */
	async expect(id: number, { timeoutMs, onResult, onTimeout }: Expectation): Promise<Json> {
		let timer: unknown;
		try {
			return await new Promise<Json>((resolve, reject) => {
				this.#waiting.set(id, {
					settle({ result, error }) {
						if (error) return reject(new RefusedCallError(error.code, error.message, error.path));
						onResult?.(result);
						resolve(result);
					},
					fail: reject
				});
				if (Number.isFinite(timeoutMs))
					timer = this.#clock.setTimeout(() => {
						onTimeout?.();
						reject(new ConnectionError('timed_out', 'The host did not reply in time.'));
					}, timeoutMs);
			});
		} finally {
			this.#clock.clearTimeout(timer);
			this.#waiting.delete(id);
		}
	}

	/** Whether somebody waited for this reply. */
	settle(reply: ReplyPacket): boolean {
		const waiting = this.#waiting.get(reply.id);
		waiting?.settle(reply);
		return waiting !== undefined;
	}

	/** Fails the calls that were sent and get no reply any more; those of `kept` ids wait on. */
	fail(cause: Error, kept: { has(id: number): boolean } = new Set<number>()): void {
		for (const [id, waiting] of this.#waiting) if (!kept.has(id)) waiting.fail(cause);
	}
}
