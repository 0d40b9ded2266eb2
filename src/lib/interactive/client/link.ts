import type { FrameLimits, MalformedPacket, MethodPacket, ReplyPacket } from '#lib/interactive/packet.ts';
import { formatPacket, parseFrame } from '#lib/interactive/packet.ts';
import { ProtocolError } from '#lib/model/errors.ts';
import { Backoff } from '#lib/transport/backoff.ts';
import type { Environment } from '#lib/transport/environment.ts';
import type { ClientSocket } from '#lib/transport/network.ts';
import { TextEncoding, type Encoding } from './encoding.ts';
import { ClosedError, EncodingError } from './errors.ts';

const limits: FrameLimits = { chars: 4_000_000, depth: 64, packets: 1_000 };
const helloTimeoutMs = 10_000;
/** A socket that lasted so long was no failure. */
const lastingMs = 10_000;
const retry = { firstMs: 1_000, capMs: 20_000 };
const normal = 1000;
const abnormal = 1006;
const lowestFinal = 2000;

/** What a link tells its connection. */
export interface LinkListener {
	onHello(again: boolean): void;
	onPacket(packet: MethodPacket | ReplyPacket): void;
	onProblem(problem: ProtocolError | EncodingError): void;
	/** `retryInMs` is absent when the link does not come back. */
	onLost(cause: ClosedError, retryInMs?: number): void;
}

/** One line to a host: its sockets, one after the other, their frames as packets, and the numbers that these bear. */
export class Link {
	readonly #environment: Environment;
	readonly #urls: readonly string[];
	readonly #listener: LinkListener;
	readonly #backoff: Backoff;
	#encoding: Encoding = new TextEncoding();
	#socket: ClientSocket | undefined;
	#greeting: { resolve(): void; reject(cause: ClosedError): void } | undefined;
	#reading = Promise.resolve();
	#timer: unknown;
	#attempts = 0;
	#seq = 0;
	#greetedAt: number | undefined;
	#greetedBefore = false;
	#closed = false;

	constructor(environment: Environment, urls: readonly string[], listener: LinkListener) {
		this.#environment = environment;
		this.#urls = urls;
		this.#listener = listener;
		this.#backoff = new Backoff(environment.random, retry);
	}

	/** Whether the host has said hello on the socket of the moment. */
	get greeted(): boolean {
		return this.#greetedAt !== undefined;
	}

	/** Resolves with the host's hello; tries each address once. */
	async open(): Promise<void> {
		for (let left = this.#urls.length; ; left--) {
			try {
				return await this.#attempt();
			} catch (cause) {
				if (this.#closed || !retryable(cause) || left <= 1) throw cause;
			}
		}
	}

	/** Writes text, whatever was agreed: every host reads it at any time, and our gzip would be no smaller. */
	send(packet: MethodPacket | ReplyPacket): void {
		if (this.greeted) this.#socket?.send(formatPacket(packet, this.#seq));
	}

	/** Reads the next binary frames so. */
	readWith(encoding: Encoding): void {
		this.#encoding.close();
		this.#encoding = encoding;
	}

	/** Ends the link for good. */
	close(): void {
		this.#closed = true;
		this.#lose(new ClosedError(normal, 'The connection was closed by this side.'));
	}

	#attempt(): Promise<void> {
		const { clock, network } = this.#environment;
		return new Promise((resolve, reject) => {
			const socket = network.openSocket(this.#urls[this.#attempts++ % this.#urls.length] ?? '');
			this.#socket = socket;
			this.#greeting = { resolve, reject };
			this.#timer = clock.setTimeout(
				() => this.#lose(new ClosedError(abnormal, 'The host did not say hello in time.')),
				helloTimeoutMs
			);
			socket.onmessage = ({ data }) => this.#inOrder(socket, () => this.#read(socket, data));
			socket.onclose = ({ code, reason }) =>
				this.#inOrder(socket, async () => this.#lose(new ClosedError(code, reason)));
		});
	}

	/** Decoding takes time: what comes later waits for it, the close too. */
	#inOrder(socket: ClientSocket, step: () => Promise<void>): void {
		this.#reading = this.#reading.then(async () => {
			if (socket === this.#socket) await step();
		});
	}

	async #read(socket: ClientSocket, data: unknown): Promise<void> {
		try {
			const text = typeof data === 'string' ? data : await this.#encoding.decode(await toBytes(data));
			if (socket !== this.#socket) return;
			for (const packet of parseFrame(text, limits)) this.#deliver(packet);
		} catch (cause) {
			if (!(cause instanceof EncodingError)) throw cause;
			// Closing a socket ends its decoder too, which is nobody's problem.
			if (socket !== this.#socket) return;
			this.readWith(new TextEncoding());
			this.#listener.onProblem(cause);
		}
	}

	#deliver(packet: MethodPacket | ReplyPacket | MalformedPacket): void {
		if (packet.type === 'malformed')
			return this.#listener.onProblem(new ProtocolError('malformed_frame', packet.message));
		this.#seq = Math.max(this.#seq, packet.seq ?? 0);
		if (packet.type === 'method' && packet.method === 'hello') this.#greet();
		this.#listener.onPacket(packet);
	}

	#greet(): void {
		if (this.greeted) return;
		const { clock } = this.#environment;
		clock.clearTimeout(this.#timer);
		this.#greetedAt = clock.now();
		this.#listener.onHello(this.#greetedBefore);
		this.#greetedBefore = true;
		this.#greeting?.resolve();
		this.#greeting = undefined;
	}

	#lose(cause: ClosedError): void {
		const { clock } = this.#environment;
		const { greeted } = this;
		if (greeted && clock.now() - (this.#greetedAt ?? 0) >= lastingMs) this.#backoff.reset();
		this.#drop();
		const again = !this.#closed && retryable(cause) && this.#greetedBefore;
		const retryInMs = again ? this.#backoff.next() : undefined;
		const greeting = this.#greeting;
		this.#greeting = undefined;
		if (retryInMs !== undefined) this.#timer = clock.setTimeout(() => void this.#retry(), retryInMs);
		if (this.#greetedBefore) this.#listener.onLost(cause, retryInMs);
		greeting?.reject(cause);
	}

	/** A failure has been seen to by `#lose` already. */
	async #retry(): Promise<void> {
		await this.#attempt().catch(() => undefined);
	}

	#drop(): void {
		this.#environment.clock.clearTimeout(this.#timer);
		this.#greetedAt = undefined;
		this.#seq = 0;
		this.readWith(new TextEncoding());
		const socket = this.#socket;
		this.#socket = undefined;
		if (!socket) return;
		socket.onmessage = socket.onclose = null;
		socket.close(normal, 'Closed normally.');
	}
}

function retryable(cause: unknown): boolean {
	return cause instanceof ClosedError && cause.closeCode < lowestFinal;
}

async function toBytes(data: unknown): Promise<Uint8Array> {
	if (data instanceof ArrayBuffer) return new Uint8Array(data);
	if (data instanceof Blob) return new Uint8Array(await data.arrayBuffer());
	throw new EncodingError('The frame is neither text nor bytes.');
}
