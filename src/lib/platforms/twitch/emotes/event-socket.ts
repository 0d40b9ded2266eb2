import { ProtocolError } from '#lib/model/errors.ts';
import { Backoff } from '#lib/transport/backoff.ts';
import type { Environment } from '#lib/transport/environment.ts';
import type { ClientSocket } from '#lib/transport/network.ts';

/** Until a service has said how long it may be silent. */
const firstSignTimeoutMs = 10_000;
/** A socket that lasted so long was no failure. */
const lastingMs = 60_000;
const retry = { firstMs: 2_000, capMs: 2 * 60_000 };

/** What an emote service's socket is opened with, and what it tells. */
export interface EventSocketOptions {
	readonly url: string;
	/** Codes after which the same again would be refused again. */
	readonly finalCodes?: ReadonlySet<number>;
	readonly onOpen?: () => void;
	/** Called with each frame; a `ProtocolError` that it throws drops the frame. */
	readonly onText: (text: string) => void;
	/** Called when the socket is gone, whether or not it was open. */
	readonly onLost: () => void;
}

/** An emote service's event socket: opened again with backoff when it is lost, and lost when it is silent for too long. */
export class EventSocket {
	readonly #environment: Environment;
	readonly #options: EventSocketOptions;
	readonly #backoff: Backoff;
	#socket: ClientSocket | undefined;
	#openedAt: number | undefined;
	#silenceMs = firstSignTimeoutMs;
	#silenceTimer: unknown;
	#retryTimer: unknown;

	constructor(environment: Environment, options: EventSocketOptions) {
		this.#environment = environment;
		this.#options = options;
		this.#backoff = new Backoff(environment.random, retry);
	}

	/** Keeps a socket open until `close`. */
	open(): void {
		const { clock, network } = this.#environment;
		const socket = network.openSocket(this.#options.url);
		this.#socket = socket;
		this.allowSilence(firstSignTimeoutMs);
		socket.onopen = () => {
			this.#openedAt = clock.now();
			this.#options.onOpen?.();
		};
		socket.onmessage = ({ data }) => this.#hear(data);
		socket.onclose = ({ code }) => this.lose(code);
	}

	send(text: string): void {
		this.#socket?.send(text);
	}

	/** From now on, and until this socket is lost. */
	allowSilence(silenceMs: number): void {
		this.#silenceMs = silenceMs;
		this.#awaitSign();
	}

	/** Gives this socket up for the next one. */
	lose(code?: number): void {
		this.#drop();
		if (code !== undefined && this.#options.finalCodes?.has(code)) return;
		this.#retryTimer = this.#environment.clock.setTimeout(() => this.open(), this.#backoff.next());
	}

	close(): void {
		this.#drop();
		this.#environment.clock.clearTimeout(this.#retryTimer);
		this.#backoff.reset();
	}

	#hear(data: unknown): void {
		this.#awaitSign();
		try {
			if (typeof data === 'string') this.#options.onText(data);
		} catch (error) {
			if (!(error instanceof ProtocolError)) throw error;
		}
	}

	/** A socket that only seems open says nothing. */
	#awaitSign(): void {
		const { clock } = this.#environment;
		clock.clearTimeout(this.#silenceTimer);
		this.#silenceTimer = clock.setTimeout(() => this.lose(), this.#silenceMs);
	}

	#drop(): void {
		const { clock } = this.#environment;
		clock.clearTimeout(this.#silenceTimer);
		if (this.#openedAt !== undefined && clock.now() - this.#openedAt >= lastingMs) this.#backoff.reset();
		this.#openedAt = undefined;
		const socket = this.#socket;
		this.#socket = undefined;
		if (socket) {
			socket.onopen = socket.onmessage = socket.onclose = null;
			socket.close();
		}
		this.#options.onLost();
	}
}
