import type { ReplyParent } from '#lib/model/chat.ts';
import { ConnectionError, RejectionError } from '#lib/model/errors.ts';
import type { Environment } from '#lib/transport/environment.ts';
import type { IrcMessage } from './irc.ts';

const confirmationTimeoutMs = 10_000;

/** Announcements of changed chat modes, which are no answer to a line. */
const modeNotice = /_(on|off|on_zero|onzero)$/;

interface PendingLine {
	readonly nonce: string;
	readonly text: string;
	readonly replyTo: ReplyParent | undefined;
	readonly timer: unknown;
	readonly resolve: () => void;
	readonly reject: (error: Error) => void;
}

/** Lines on their way: Twitch confirms each with a USERSTATE and refuses it with a NOTICE, in the order sent. */
export class Outbox {
	readonly #environment: Environment;
	#pending: readonly PendingLine[] = [];

	constructor(environment: Environment) {
		this.#environment = environment;
	}

	/** Remembers a line and waits for its answer; throws `RejectionError` when refused, `ConnectionError` without an answer. */
	wait(nonce: string, text: string, replyTo?: ReplyParent): Promise<void> {
		return new Promise((resolve, reject) => {
			const timer = this.#environment.clock.setTimeout(() => {
				this.#take(nonce);
				reject(new ConnectionError('timed_out', 'Twitch did not confirm the line.'));
			}, confirmationTimeoutMs);
			this.#pending = [...this.#pending, { nonce, text, replyTo, timer, resolve, reject }];
		});
	}

	/** Takes the line that a USERSTATE confirms, if it confirms one; the caller resolves it. */
	confirm(line: IrcMessage): PendingLine | undefined {
		if (!line.tags.get('id')) return undefined;
		return this.#take(line.tags.get('client-nonce') || this.#pending[0]?.nonce);
	}

	/** Refuses the oldest line, if the NOTICE is an answer to one. */
	refuse(line: IrcMessage): boolean {
		const code = line.tags.get('msg-id') ?? '';
		if (code === '' || modeNotice.test(code)) return false;
		const pending = this.#take(this.#pending[0]?.nonce);
		pending?.reject(new RejectionError(code, line.params[1] ?? code));
		return pending !== undefined;
	}

	/** Gives up on every line: the connection is gone and nobody knows which arrived. */
	abandon(): void {
		const pending = this.#pending;
		this.#pending = [];
		for (const line of pending) {
			this.#environment.clock.clearTimeout(line.timer);
			line.reject(new ConnectionError('socket_closed', 'The connection was lost before Twitch confirmed the line.'));
		}
	}

	#take(nonce: string | undefined): PendingLine | undefined {
		const found = this.#pending.find((line) => line.nonce === nonce);
		if (!found) return undefined;
		this.#environment.clock.clearTimeout(found.timer);
		this.#pending = this.#pending.filter((line) => line !== found);
		return found;
	}
}
