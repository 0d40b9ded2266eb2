import { ProtocolError } from '#lib/model/errors.ts';
import type { PublicConfig } from '#lib/model/public-config.ts';
import { Backoff } from '#lib/transport/backoff.ts';
import type { Environment } from '#lib/transport/environment.ts';
import type { ClientSocket } from '#lib/transport/network.ts';
import type { PictureNewsListener } from '#lib/platforms/picture-source.ts';
import {
	decodeSevenTvFrame,
	encodeResumption,
	encodeSubscription,
	encodeUnsubscription,
	type SevenTvFrame
} from './seventv-frame.ts';

const helloTimeoutMs = 10_000;
/** 7TV itself counts a session as dead after so many heartbeats. */
const mostMissedHeartbeats = 3;
/** A server that knows nothing of resuming may not answer. */
const resumptionTimeoutMs = 5_000;
const retry = { firstMs: 2_000, capMs: 2 * 60_000 };

/** What we sent was wrong: the same again would be refused again. @see https://github.com/SevenTV/EventAPI#close-codes */
const finalCodes: ReadonlySet<number> = new Set([4001, 4002, 4003, 4004, 4009, 4010, 4011]);

/** 7TV's event socket: one for all channels of a page, open while somebody follows a set. */
export class SevenTvEvents {
	readonly #environment: Environment;
	readonly #emotes: PublicConfig['emotes'];
	readonly #backoff: Backoff;
	readonly #followers = new Map<string, Set<PictureNewsListener>>();
	#socket: ClientSocket | undefined;
	#welcomed = false;
	#sessionId: string | undefined;
	/** What the session was asked for. */
	readonly #subscribed = new Set<string>();
	#resuming = false;
	#resumptionTimer: unknown;
	#silenceMs = helloTimeoutMs;
	#silenceTimer: unknown;
	#retryTimer: unknown;

	constructor(environment: Environment, emotes: PublicConfig['emotes']) {
		this.#environment = environment;
		this.#emotes = emotes;
		this.#backoff = new Backoff(environment.random, retry);
	}

	/** Tells a listener of a set's changes until the returned function is called. */
	follow(setId: string, listener: PictureNewsListener): () => void {
		const known = this.#followers.get(setId);
		if (known) known.add(listener);
		else {
			this.#followers.set(setId, new Set([listener]));
			if (this.#welcomed && !this.#resuming) this.#subscribe(setId);
		}
		if (this.#followers.size === 1 && !this.#socket) this.#open();
		return () => this.#leave(setId, listener);
	}

	#leave(setId: string, listener: PictureNewsListener): void {
		const listeners = this.#followers.get(setId);
		if (!listeners?.delete(listener) || listeners.size > 0) return;
		this.#followers.delete(setId);
		if (this.#followers.size === 0) return this.#end();
		if (this.#welcomed && this.#subscribed.delete(setId)) this.#socket?.send(encodeUnsubscription(setId));
	}

	#open(): void {
		const { clock, network } = this.#environment;
		clock.clearTimeout(this.#retryTimer);
		const socket = network.openSocket(this.#emotes.sevenTvEventsUrl);
		this.#socket = socket;
		this.#silenceMs = helloTimeoutMs;
		this.#awaitSign();
		socket.onmessage = ({ data }) => this.#hear(data);
		socket.onclose = ({ code }) => this.#lose(code);
	}

	#hear(data: unknown): void {
		this.#awaitSign();
		try {
			const frame = typeof data === 'string' ? decodeSevenTvFrame(data, this.#emotes.sevenTvImageUrl) : undefined;
			if (frame) this.#take(frame);
		} catch (error) {
			if (!(error instanceof ProtocolError)) throw error;
		}
	}

	#take(frame: SevenTvFrame): void {
		switch (frame.type) {
			case 'hello':
				return this.#welcome(frame);
			case 'heartbeat':
			case 'acknowledgement':
				return this.#backoff.reset();
			case 'resumption':
				return this.#takeResumption(frame);
			case 'farewell':
				return this.#lose();
			case 'change':
				for (const { onChange } of this.#followers.get(frame.setId) ?? []) onChange(frame.change);
				return;
			default:
				return frame satisfies never;
		}
	}

	#welcome({ heartbeatMs, sessionId }: SevenTvFrame & { readonly type: 'hello' }): void {
		const earlier = this.#sessionId;
		this.#sessionId = sessionId;
		this.#welcomed = true;
		this.#silenceMs = mostMissedHeartbeats * heartbeatMs;
		this.#awaitSign();
		if (earlier === undefined) return this.#subscribeToOthers();
		this.#resuming = true;
		this.#resumptionTimer = this.#environment.clock.setTimeout(
			() => this.#takeResumption({ successful: false }),
			resumptionTimeoutMs
		);
		this.#socket?.send(encodeResumption(earlier));
	}

	#takeResumption({ successful }: { readonly successful: boolean }): void {
		if (!this.#resuming) return;
		this.#resuming = false;
		this.#environment.clock.clearTimeout(this.#resumptionTimer);
		if (!successful) this.#subscribed.clear();
		this.#subscribeToOthers();
		if (successful) return;
		for (const listeners of this.#followers.values()) for (const { onMissed } of listeners) onMissed();
	}

	/** To every set that the session does not hold yet. */
	#subscribeToOthers(): void {
		for (const setId of this.#followers.keys()) if (!this.#subscribed.has(setId)) this.#subscribe(setId);
	}

	#subscribe(setId: string): void {
		this.#subscribed.add(setId);
		this.#socket?.send(encodeSubscription(setId));
	}

	/** A socket that only seems open says nothing. */
	#awaitSign(): void {
		const { clock } = this.#environment;
		clock.clearTimeout(this.#silenceTimer);
		this.#silenceTimer = clock.setTimeout(() => this.#lose(), this.#silenceMs);
	}

	#lose(code?: number): void {
		this.#drop();
		if (code !== undefined && finalCodes.has(code)) return;
		this.#retryTimer = this.#environment.clock.setTimeout(() => this.#open(), this.#backoff.next());
	}

	#end(): void {
		this.#drop();
		this.#environment.clock.clearTimeout(this.#retryTimer);
		this.#sessionId = undefined;
		this.#subscribed.clear();
		this.#backoff.reset();
	}

	#drop(): void {
		this.#environment.clock.clearTimeout(this.#silenceTimer);
		this.#environment.clock.clearTimeout(this.#resumptionTimer);
		const socket = this.#socket;
		this.#socket = undefined;
		this.#welcomed = false;
		this.#resuming = false;
		if (!socket) return;
		socket.onmessage = socket.onclose = null;
		socket.close();
	}
}

const opened = new WeakMap<Environment, SevenTvEvents>();

/** The socket that all channels of an environment share. */
export function sevenTvEventsOf(environment: Environment, emotes: PublicConfig['emotes']): SevenTvEvents {
	const known = opened.get(environment) ?? new SevenTvEvents(environment, emotes);
	opened.set(environment, known);
	return known;
}
