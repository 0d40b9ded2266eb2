import type { Json, JsonObject } from '#lib/interactive/json.ts';
import { isObject } from '#lib/interactive/json.ts';
import { createReply, type MethodPacket, type ReplyPacket } from '#lib/interactive/packet.ts';
import { Emitter } from '#lib/model/emitter.ts';
import { ConnectionError, type ProtocolError } from '#lib/model/errors.ts';
import { systemEnvironment, type Environment } from '#lib/transport/environment.ts';
import { Call } from './call.ts';
import { GzipEncoding, TextEncoding } from './encoding.ts';
import { ClosedError, EncodingError, RefusedCallError } from './errors.ts';
import { toHostUrl, type HostCredentials } from './host-address.ts';
import { Link } from './link.ts';
import { PendingCalls, type Expectation } from './pending-calls.ts';

const defaultTimeoutMs = 10_000;
const mostUnread = 10_000;
const ids = 2 ** 31;

/** Where the host is, the best address first, and who connects. */
export interface ConnectionOptions extends HostCredentials {
	readonly address: string | readonly string[];
}

/** How a call is made: `discard` wants no reply, and an infinite `timeoutMs` waits for ever. */
export interface CallOptions {
	readonly discard?: boolean;
	readonly timeoutMs?: number;
}

/** How a connection is doing; after `opened` with `again` the room is empty, and the game makes its scenes anew. */
export type ConnectionChange =
	| { readonly type: 'opened'; readonly again: boolean }
	| { readonly type: 'lost'; readonly cause: ClosedError; readonly retryInMs: number }
	| { readonly type: 'closed'; readonly cause: ClosedError };

/** A game client's connection: it comes back by itself, with backoff, unless the host's close code says not to. */
export class Connection {
	readonly changes = new Emitter<ConnectionChange>();
	/** What could not be read, and refusals of calls that wanted no reply. */
	readonly problems = new Emitter<ProtocolError | EncodingError | RefusedCallError>();
	readonly #environment: Environment;
	readonly #link: Link;
	readonly #pending: PendingCalls;
	/** Calls that were made before the host said hello, by id. */
	readonly #queued = new Map<number, MethodPacket>();
	#unread: Call[] = [];
	#readers: ((more: boolean) => void)[] = [];
	#nextId = 0;
	#opening: Promise<void> | undefined;
	#ended: ClosedError | undefined;

	constructor(options: ConnectionOptions, environment: Environment = systemEnvironment) {
		const addresses = typeof options.address === 'string' ? [options.address] : options.address;
		this.#environment = environment;
		this.#pending = new PendingCalls(environment.clock);
		// By this our host knows that a newer socket is this game again, whose older line is dead.
		const instance = Math.floor(environment.random() * 2 ** 52).toString(36);
		const extraHeaders = { 'X-Interactive-Instance': instance, ...options.extraHeaders };
		const urls = addresses.map((address) => toHostUrl(address, { ...options, extraHeaders }));
		this.#link = new Link(environment, urls, {
			onHello: (again) => this.#greet(again),
			onPacket: (packet) => this.#receive(packet),
			onProblem: (problem) => this.#report(problem),
			onLost: (cause, retryInMs) => this.#lose(cause, retryInMs)
		});
	}

	/** Resolves with the host's hello, however often it is asked; rejects with a `ClosedError` when no address leads there. */
	async connect(): Promise<void> {
		if (this.#ended) throw this.#ended;
		this.#opening ??= this.#open();
		await this.#opening;
	}

	/** The result of a call, `null` for one that is discarded; one that is made too early waits for the host's hello. */
	async call(method: string, params: JsonObject | null = null, options: CallOptions = {}): Promise<Json> {
		const { discard = false, timeoutMs = defaultTimeoutMs } = options;
		return await this.#make(method, params, discard, { timeoutMs });
	}

	/** Replies to a call of the host's. */
	reply(callId: number, result: Json = null, error: ReplyPacket['error'] = null): void {
		this.#link.send(error ? { type: 'reply', id: callId, result: null, error } : createReply(callId, result));
	}

	/** Whether the host agreed to write so; its next frames are read accordingly. */
	async setCompression(scheme: 'text' | 'gzip'): Promise<boolean> {
		let agreed = false;
		const onResult = (result: Json) => {
			const chosen = isObject(result) ? result['scheme'] : undefined;
			agreed = chosen === scheme;
			this.#link.readWith(chosen === 'gzip' ? new GzipEncoding(this.#environment.clock) : new TextEncoding());
		};
		await this.#make('setCompression', { scheme: [scheme] }, false, { timeoutMs: defaultTimeoutMs, onResult });
		return agreed;
	}

	/** The next call of the host's; `undefined` when all are read. */
	getPacket(): Call | undefined {
		return this.#unread.shift();
	}

	/** Waits until there is a call to read; `false` when the connection is over and none is left. */
	async hasPacket(): Promise<boolean> {
		if (this.#unread.length > 0) return true;
		if (this.#ended) return false;
		return await new Promise((resolve) => this.#readers.push(resolve));
	}

	/** Closes the socket with 1000; calls that wait are rejected. */
	close(): void {
		if (this.#ended) return;
		this.#link.close();
		this.#end(new ClosedError(1000, 'The connection was closed by this side.'));
	}

	async #make(method: string, params: JsonObject | null, discard: boolean, expectation: Expectation): Promise<Json> {
		if (this.#ended) throw this.#ended;
		const id = this.#nextId++ % ids;
		const packet: MethodPacket = { type: 'method', method, params, id, seq: 0, discard };
		const reply = discard
			? null
			: this.#pending.expect(id, { ...expectation, onTimeout: () => this.#queued.delete(id) });
		if (this.#link.greeted) this.#link.send(packet);
		else this.#queued.set(id, packet);
		return await reply;
	}

	async #open(): Promise<void> {
		try {
			await this.#link.open();
		} catch (cause) {
			if (cause instanceof ClosedError) this.#end(cause);
			throw cause;
		}
	}

	#greet(again: boolean): void {
		// Whoever makes scenes anew comes before calls that may need them.
		this.changes.emit({ type: 'opened', again });
		for (const packet of this.#queued.values()) this.#link.send(packet);
		this.#queued.clear();
	}

	#receive(packet: MethodPacket | ReplyPacket): void {
		if (packet.type === 'reply') return this.#settle(packet);
		this.#unread.push(new Call(packet, (reply) => this.#link.send(reply)));
		if (this.#unread.length > mostUnread) this.#unread.shift();
		this.#wakeReaders(true);
	}

	#settle(reply: ReplyPacket): void {
		if (this.#pending.settle(reply) || !reply.error) return;
		const { code, message, path } = reply.error;
		this.problems.emit(new RefusedCallError(code, message, path));
	}

	#report(problem: ProtocolError | EncodingError): void {
		this.problems.emit(problem);
		if (problem instanceof EncodingError) void this.call('setCompression', { scheme: ['text'] }, { discard: true });
	}

	#lose(cause: ClosedError, retryInMs: number | undefined): void {
		if (retryInMs === undefined) return this.#end(cause);
		const lost = new ConnectionError('socket_closed', 'The connection was lost before the host replied.');
		this.#pending.fail(lost, this.#queued);
		this.changes.emit({ type: 'lost', cause, retryInMs });
	}

	#end(cause: ClosedError): void {
		if (this.#ended) return;
		this.#ended = cause;
		this.#queued.clear();
		this.#pending.fail(cause);
		this.#wakeReaders(false);
		this.changes.emit({ type: 'closed', cause });
	}

	#wakeReaders(more: boolean): void {
		const readers = this.#readers;
		this.#readers = [];
		for (const resolve of readers) resolve(more);
	}
}
