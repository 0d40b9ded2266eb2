import { PendingCalls } from '#lib/interactive/client/pending-calls.ts';
import { isObject, type Json, type JsonObject } from '#lib/interactive/json.ts';
import { formatPacket, parseFrame, type FrameLimits, type MethodPacket } from '#lib/interactive/packet.ts';
import { ConnectionError } from '#lib/model/errors.ts';
import type { Environment } from '#lib/transport/environment.ts';
import type { ClientSocket } from '#lib/transport/network.ts';

const limits: FrameLimits = { chars: 4_000_000, depth: 64, packets: 1_000 };
const helloTimeoutMs = 10_000;
const heartbeatMs = 20_000;
const answerMs = 10_000;
const callTimeoutMs = 10_000;
const normal = 1000;
const abnormal = 1006;

/** What a room's socket tells. */
export interface RoomSocketListener {
	/** Calls of the host's, `hello` first. */
	onCall(method: string, params: JsonObject | null): void;
	/** By how much the host's clock is ahead of ours, ms. */
	onClockOffset(offsetMs: number): void;
	/** Once; after it the socket is of no use. */
	onClose(code: number): void;
}

/** One socket of a participant's: hello in time, calls with their replies, and a close when nobody is there any more. */
export class RoomSocket {
	readonly #environment: Environment;
	readonly #listener: RoomSocketListener;
	readonly #watching: boolean;
	readonly #pending: PendingCalls;
	#socket: ClientSocket | undefined;
	#timer: unknown;
	#seq = 0;
	#greeted = false;

	/** A watcher's calls are not answered, so it makes none. */
	constructor(url: string, listener: RoomSocketListener, environment: Environment, { watching = false } = {}) {
		this.#environment = environment;
		this.#listener = listener;
		this.#watching = watching;
		this.#pending = new PendingCalls(environment.clock);
		this.#socket = environment.network.openSocket(url);
		this.#socket.onmessage = ({ data }) => this.#read(data);
		this.#socket.onclose = ({ code }) => this.#end(code);
		this.#timer = environment.clock.setTimeout(() => this.#end(abnormal), helloTimeoutMs);
	}

	/** Whether the host has said hello and nothing has ended it. */
	get greeted(): boolean {
		return this.#greeted && this.#socket !== undefined;
	}

	/** The result of a call. Throws `RefusedCallError`, or `ConnectionError` when no reply came. */
	async call(method: string, params: JsonObject | null, id: number): Promise<Json> {
		if (!this.greeted) throw new ConnectionError('not_connected', 'The room is not connected.');
		const packet: MethodPacket = { type: 'method', method, params, id, seq: 0, discard: false };
		const reply = this.#pending.expect(id, { timeoutMs: callTimeoutMs });
		this.#socket?.send(formatPacket(packet, this.#seq));
		return await reply;
	}

	/** Asks for a sign of life now, since the page may have slept. */
	check(): void {
		if (this.greeted) this.#beat();
	}

	close(): void {
		this.#drop();
	}

	#read(data: unknown): void {
		this.#listenFurther();
		// A room that sleeps answers a ping so, without waking up.
		if (typeof data !== 'string' || data === 'pong') return;
		for (const packet of parseFrame(data, limits)) {
			if (packet.type === 'malformed') continue;
			this.#seq = Math.max(this.#seq, packet.seq ?? 0);
			if (packet.type === 'reply') this.#pending.settle(packet);
			else this.#hear(packet);
		}
	}

	#hear({ method, params }: MethodPacket): void {
		if (method === 'hello' && !this.#greeted) {
			this.#greeted = true;
			this.#listenFurther();
			// Who never spoke hears late, or never, that the socket is closed.
			if (this.#watching) this.#beat();
			else void this.#askTime();
		}
		this.#listener.onCall(method, params);
	}

	/** Anything that is heard is a sign of life. */
	#listenFurther(): void {
		if (!this.#greeted || !this.#socket) return;
		const { clock, random } = this.#environment;
		clock.clearTimeout(this.#timer);
		this.#timer = clock.setTimeout(() => this.#beat(), heartbeatMs * (0.85 + random() * 0.3));
	}

	#beat(): void {
		const { clock } = this.#environment;
		clock.clearTimeout(this.#timer);
		this.#timer = clock.setTimeout(() => this.#end(abnormal), answerMs);
		this.#socket?.send('ping');
	}

	async #askTime(): Promise<void> {
		const { clock } = this.#environment;
		const askedAt = clock.now();
		try {
			const result = await this.call('getTime', null, 0);
			const time = isObject(result) ? result['time'] : undefined;
			if (typeof time === 'number') this.#listener.onClockOffset(time - (askedAt + clock.now()) / 2);
		} catch {
			// Without it our own clock has to do.
			return;
		}
	}

	#end(code: number): void {
		if (this.#drop()) this.#listener.onClose(code);
	}

	#drop(): boolean {
		const socket = this.#socket;
		if (!socket) return false;
		this.#socket = undefined;
		this.#environment.clock.clearTimeout(this.#timer);
		socket.onmessage = socket.onclose = null;
		socket.close(normal, 'Closed normally.');
		this.#pending.fail(new ConnectionError('socket_closed', 'The connection was lost before the host replied.'));
		return true;
	}
}
