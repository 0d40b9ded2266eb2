import { RejectionError } from '#lib/model/errors.ts';
import type { SendOptions } from '#lib/platforms/chat-connection.ts';

/** Where a line is that was given to be sent, and why it did not get there. */
export class SendingState {
	progress = $state<'queued' | 'sending'>();
	problem = $state.raw<unknown>();
	#abort: AbortController | undefined;

	/** Whether the line was taken; if it was neither taken nor taken back, `problem` says why. */
	async run(send: (options: SendOptions) => Promise<void>): Promise<boolean> {
		const abort = new AbortController();
		this.#abort = abort;
		this.progress = 'sending';
		this.problem = undefined;
		try {
			await send({
				signal: abort.signal,
				onQueued: () => (this.progress = 'queued'),
				onSending: () => (this.progress = 'sending')
			});
			return true;
		} catch (error) {
			if (!(error instanceof RejectionError && error.code === 'cancelled')) this.problem = error;
			return false;
		} finally {
			this.progress = undefined;
		}
	}

	/** Takes the line back if it still waits for its turn. */
	cancel(): void {
		this.#abort?.abort();
	}
}
