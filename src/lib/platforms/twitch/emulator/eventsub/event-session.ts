import type { ServerSocket } from '#lib/platforms/emulated-platform.ts';
import type { Clock } from '#lib/transport/clock.ts';
import { formatKeepalive, formatSession, type EnvelopeStamp } from './envelopes.ts';

const unusedMs = 10_000;

/** What a session is made with. */
export interface EventSessionOptions {
	readonly id: string;
	readonly socket: ServerSocket;
	readonly clock: Clock;
	/** Where the socket was opened. */
	readonly url: URL;
	readonly keepaliveSeconds: number;
	readonly createStamp: () => EnvelopeStamp;
	/** Whether something is subscribed to. */
	readonly isUsed: () => boolean;
	readonly onEnd: (code: number | undefined) => void;
}

/** One WebSocket of EventSub's, from its welcome to its end. @see https://dev.twitch.tv/docs/eventsub/handling-websocket-events/ */
export class EventSession {
	readonly id: string;
	/** The session that this one was opened to take over from. */
	predecessor: EventSession | undefined;
	readonly #options: EventSessionOptions;
	readonly #connectedAt: number;
	#keepaliveTimer: unknown;
	readonly #unusedTimer: unknown;
	#ended = false;

	constructor(options: EventSessionOptions) {
		const { socket, clock, createStamp, keepaliveSeconds } = options;
		this.id = options.id;
		this.#options = options;
		this.#connectedAt = clock.now();
		socket.onmessage = () => this.close(4001, 'client sent inbound traffic');
		socket.onclose = () => this.#end(undefined);
		const words = { id: this.id, status: 'connected', keepaliveSeconds, reconnectUrl: null } as const;
		this.send(formatSession('session_welcome', createStamp(), { ...words, connectedAt: this.#connectedAt }));
		this.#unusedTimer = clock.setTimeout(() => {
			if (!options.isUsed()) this.close(4003, 'connection unused');
		}, unusedMs);
	}

	get open(): boolean {
		return !this.#ended;
	}

	send(text: string): void {
		if (this.#ended) return;
		const { socket, clock, createStamp, keepaliveSeconds } = this.#options;
		socket.send(text);
		clock.clearTimeout(this.#keepaliveTimer);
		this.#keepaliveTimer = clock.setTimeout(() => this.send(formatKeepalive(createStamp())), keepaliveSeconds * 1000);
	}

	/** Asks the client to come to the same place with a challenge. */
	requestReconnect(challenge: string): void {
		this.#options.clock.clearTimeout(this.#unusedTimer);
		const { protocol, host, pathname } = this.#options.url;
		const query = new URLSearchParams({ challenge, id: this.id });
		const reconnectUrl = `${protocol.replace('http', 'ws')}//${host}${pathname}?${query}`;
		const words = { id: this.id, status: 'reconnecting', keepaliveSeconds: null, reconnectUrl } as const;
		const stamp = this.#options.createStamp();
		this.send(formatSession('session_reconnect', stamp, { ...words, connectedAt: this.#connectedAt }));
	}

	close(code: number, reason: string): void {
		this.#options.socket.close(code, reason);
		this.#end(code);
	}

	#end(code: number | undefined): void {
		if (this.#ended) return;
		this.#ended = true;
		this.#options.clock.clearTimeout(this.#keepaliveTimer);
		this.#options.clock.clearTimeout(this.#unusedTimer);
		this.#options.onEnd(code);
	}
}
