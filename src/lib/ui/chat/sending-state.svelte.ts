import { RejectionError } from '#lib/model/errors.ts';
import type { SendOptions } from '#lib/platforms/chat-connection.ts';
import { isArrivalUnknown } from './send-failure.ts';

/** Where a line is that was given to be sent, and why it did not get there. */
export class SendingState {
	progress = $state<'queued' | 'sending'>();
	problem = $state.raw<unknown>();
	#abort: AbortController | undefined;

	/**
	 * Whether the line was taken; if it was neither taken nor taken back, `problem` says why. `onLeaving` is told while
	 * nobody knows whether the line has left.
	 */
	async run(
		send: (options: SendOptions) => Promise<void>,
		onLeaving: (leaving: boolean) => void = () => {}
	): Promise<boolean> {
		const show = (progress: 'queued' | 'sending') => {
			this.progress = progress;
			onLeaving(progress === 'sending');
		};
		const abort = new AbortController();
		this.#abort = abort;
		show('sending');
		this.problem = undefined;
		try {
			await send({
				signal: abort.signal,
				onQueued: () => show('queued'),
				onSending: () => show('sending')
			});
			return true;
		} catch (error) {
			if (!(error instanceof RejectionError && error.code === 'cancelled')) this.problem = error;
			return false;
		} finally {
			this.progress = undefined;
			onLeaving(isArrivalUnknown(this.problem));
		}
	}

	/** Takes the line back if it still waits for its turn. */
	cancel(): void {
		this.#abort?.abort();
	}
}
