import { ConnectionError, RejectionError } from '#lib/model/errors.ts';
import type { Environment } from '#lib/transport/environment.ts';
import type { ClientSocket } from '#lib/transport/network.ts';

const connectMs = 3_000;
/** After a failure nothing is tried for so long. */
const restMs = 5_000;
const idleMs = 60_000;
const mostSockets = 4;
const normal = 1000;
const localUrl = /^ws:\/\/(127\.0\.0\.1|localhost):\d{1,5}(\/[\w\-./~%]*)?$/;

interface OpenSocket {
	readonly socket: ClientSocket;
	readonly opened: Promise<void>;
	idle: unknown;
}

/** Whether it is a WebSocket of this very machine: `ws://127.0.0.1` or `ws://localhost`, with a port, and no name or password. */
export function isLocalSocketUrl(text: string): boolean {
	if (!localUrl.test(text)) return false;
	try {
		return new URL(text).protocol === 'ws:';
	} catch {
		return false;
	}
}

/** Lines to programs on this machine: opened with the first text, kept for a minute, and tried again no sooner than 5 s after a failure. */
export class LocalSockets {
	readonly #environment: Environment;
	readonly #open = new Map<string, OpenSocket>();
	readonly #failedAt = new Map<string, number>();

	constructor(environment: Environment) {
		this.#environment = environment;
	}

	/** Sends a text. Throws `RejectionError` `local_address` or `local_busy`, and `ConnectionError` where no program answers. */
	async send(url: string, text: string): Promise<void> {
		if (!isLocalSocketUrl(url)) throw new RejectionError('local_address', 'This is no address of this machine.');
		const open = this.#open.get(url) ?? this.#connect(url);
		await open.opened;
		this.#keep(url, open);
		open.socket.send(text);
	}

	/** Closes them all. */
	close(): void {
		for (const url of [...this.#open.keys()]) this.#drop(url);
	}

	#connect(url: string): OpenSocket {
		const { clock, network } = this.#environment;
		if (clock.now() - (this.#failedAt.get(url) ?? -restMs) < restMs) throw unanswered();
		if (this.#open.size >= mostSockets) throw new RejectionError('local_busy', 'Too many programs are connected.');
		const socket = network.openSocket(url);
		const opened = new Promise<void>((resolve, reject) => {
			const timer = clock.setTimeout(() => lose(), connectMs);
			const lose = () => {
				clock.clearTimeout(timer);
				this.#failedAt.set(url, clock.now());
				if (this.#open.get(url)?.socket === socket) this.#drop(url);
				reject(unanswered());
			};
			socket.onopen = () => {
				clock.clearTimeout(timer);
				resolve();
			};
			socket.onclose = lose;
		});
		const open: OpenSocket = { socket, opened, idle: undefined };
		this.#open.set(url, open);
		return open;
	}

	#keep(url: string, open: OpenSocket): void {
		const { clock } = this.#environment;
		clock.clearTimeout(open.idle);
		open.idle = clock.setTimeout(() => this.#drop(url), idleMs);
	}

	#drop(url: string): void {
		const open = this.#open.get(url);
		if (!open) return;
		this.#environment.clock.clearTimeout(open.idle);
		this.#open.delete(url);
		open.socket.onopen = open.socket.onclose = null;
		open.socket.close(normal);
	}
}

function unanswered(): ConnectionError {
	return new ConnectionError('unreachable', 'No program answers there.');
}
