import type { ServerSocket } from '#lib/platforms/emulated-platform.ts';
import type { Clock } from '#lib/transport/clock.ts';
import type { StandingFault } from './faults.ts';
import type { HostSocket } from './socket-pair.ts';

/** Learns what passes through a socket. */
export interface SocketWatcher {
	onFrame(text: string): void;
	onEnd(): void;
}

/** The network between a client and an emulator: passes frames, or loses and delays them while a fault stands. */
export class FaultSocket implements ServerSocket {
	onmessage: ((text: string) => void) | null = null;
	onclose: (() => void) | null = null;
	readonly path: string;
	/** What struck this connection. */
	fault: StandingFault | undefined;
	readonly #host: HostSocket;
	readonly #clock: Clock;

	constructor(host: HostSocket, clock: Clock, path: string, watcher: SocketWatcher) {
		this.#host = host;
		this.#clock = clock;
		this.path = path;
		host.onmessage = (text) =>
			this.#pass(() => {
				watcher.onFrame(text);
				this.onmessage?.(text);
			});
		host.onclose = () => {
			watcher.onEnd();
			this.onclose?.();
		};
	}

	send(text: string): void {
		this.#pass(() => this.#host.send(text));
	}

	close(code?: number, reason?: string): void {
		this.#pass(() => this.#host.close(code, reason));
	}

	/** Cuts the connection. */
	drop(): void {
		this.#host.drop();
	}

	#pass(deliver: () => void): void {
		const fault = this.fault?.stands() ? this.fault.fault : undefined;
		if (fault?.kind === 'half-open') return;
		if (fault?.kind === 'delay') this.#clock.setTimeout(deliver, fault.delayMs ?? 0);
		else deliver();
	}
}
