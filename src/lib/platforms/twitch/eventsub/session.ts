import { ProtocolError } from '#lib/model/errors.ts';
import type { Environment } from '#lib/transport/environment.ts';
import type { ClientSocket } from '#lib/transport/network.ts';
import { parseFrame, type EventSubFrame, type Notification, type Revocation } from './frame.ts';

const welcomeTimeoutMs = 10_000;
const defaultKeepaliveSeconds = 10;
const graceMs = 3_000;
/** A timer later than this many times its delay stood still with the page. */
const frozenFactor = 3;

/** What a session tells its owner; after `onEnd` nothing follows. */
export interface SessionListener {
	/** From now on the socket is alive; subscriptions are made with the id. */
	onWelcome(sessionId: string): void;
	/** Any sign of life, with Twitch's own time of it in epoch ms. */
	onSign(at: number): void;
	onNotification(notification: Notification): void;
	onRevocation(revocation: Revocation): void;
	/** Twitch is about to close this session and carries its subscriptions over to one opened at this address. */
	onReconnectRequest(url: string): void;
	/** `code` is absent where the session gave up by itself. */
	onEnd(code?: number): void;
}

/** One WebSocket's life: it is welcomed, listens, and notices silence. Nothing is ever sent. @see https://dev.twitch.tv/docs/eventsub/handling-websocket-events/ */
export class EventSubSession {
	readonly #url: string;
	readonly #environment: Environment;
	readonly #listener: SessionListener;
	#socket: ClientSocket | undefined;
	#timer: unknown;
	#ended = false;
	#silenceMs = welcomeTimeoutMs;
	#heardAt = 0;

	constructor(url: string, environment: Environment, listener: SessionListener) {
		this.#url = url;
		this.#environment = environment;
		this.#listener = listener;
	}

	open(): void {
		this.#heardAt = this.#environment.clock.now();
		this.#watch(welcomeTimeoutMs);
		try {
			this.#socket = this.#environment.network.openSocket(this.#url);
		} catch {
			return this.#end();
		}
		this.#socket.onmessage = ({ data }) => this.#hear(data);
		this.#socket.onclose = ({ code }) => this.#end(code);
		this.#socket.onerror = () => {};
	}

	/** Ends without telling the owner. */
	close(): void {
		this.#ended = true;
		this.#release();
	}

	/** Ends at once where the silence has been too long: after a sleep, before the timer notices. */
	check(): void {
		const silentMs = this.#environment.clock.now() - this.#heardAt;
		if (!this.#ended && silentMs > this.#silenceMs) this.#end();
	}

	#hear(data: unknown): void {
		if (typeof data !== 'string') return;
		this.#heardAt = this.#environment.clock.now();
		try {
			const frame = parseFrame(data);
			if (!frame) return;
			this.#listener.onSign(frame.at);
			this.#read(frame);
		} catch (error) {
			if (!(error instanceof ProtocolError)) throw error;
		}
	}

	#read(frame: EventSubFrame): void {
		switch (frame.type) {
			case 'welcome':
				this.#silenceMs = (frame.keepaliveSeconds ?? defaultKeepaliveSeconds) * 1000 + graceMs;
				this.#watch(this.#silenceMs);
				return this.#listener.onWelcome(frame.sessionId);
			case 'notification':
				return this.#listener.onNotification(frame.notification);
			case 'revocation':
				return this.#listener.onRevocation(frame.revocation);
			case 'reconnect':
				return this.#listener.onReconnectRequest(frame.url);
			case 'keepalive':
				return;
			default:
				frame satisfies never;
		}
	}

	/** A timer that runs on costs a busy stream less than one that each frame sets anew. */
	#watch(delayMs: number): void {
		const { clock } = this.#environment;
		clock.clearTimeout(this.#timer);
		const setAt = clock.now();
		this.#timer = clock.setTimeout(() => {
			const left = this.#heardAt + this.#silenceMs - clock.now();
			if (left > 0) this.#watch(left);
			// A page that slept through the wait has not read yet what may have come.
			else if (clock.now() - setAt > frozenFactor * delayMs) this.#watch(graceMs);
			else this.#end();
		}, delayMs);
	}

	#end(code?: number): void {
		if (this.#ended) return;
		this.#ended = true;
		this.#release();
		this.#listener.onEnd(code);
	}

	#release(): void {
		this.#environment.clock.clearTimeout(this.#timer);
		const socket = this.#socket;
		this.#socket = undefined;
		if (!socket) return;
		socket.onmessage = socket.onclose = null;
		try {
			socket.close();
		} catch {
			// A socket that is still connecting may refuse; it has no listener left either way.
		}
	}
}
