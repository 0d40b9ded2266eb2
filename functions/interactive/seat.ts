import { GzipEncoding } from '#lib/interactive/client/encoding.ts';
import type { CloseCode } from '#lib/interactive/close-codes.ts';
import type { Scheme } from '#lib/interactive/encoding.ts';
import type { MethodPacket, ReplyPacket } from '#lib/interactive/packet.ts';
import { hear, speak, type Line } from '#lib/interactive/room/line.ts';
import type { Sender } from '#lib/interactive/room/outcome.ts';
import { FrameBatch } from './frame-batch.ts';

/** Whose socket it is; it stays with the socket while the room sleeps. */
export interface SeatTag {
	readonly role: 'host' | 'participant' | 'watcher' | 'waiter';
	readonly id: string;
	readonly account?: string | undefined;
	readonly instance?: string | undefined;
	readonly batched?: boolean;
	readonly clientId?: string;
}

const clock = {
	now: () => Date.now(),
	setTimeout: (callback: () => void, delayMs: number) => setTimeout(callback, delayMs),
	clearTimeout: (timer: unknown) => clearTimeout(timer as number)
};

/** One socket of a room, with what has to be known to speak to it. */
export class Seat {
	readonly socket: WebSocket;
	readonly tag: SeatTag;
	#line: Line;
	#gzip: GzipEncoding | undefined;
	readonly #batch: FrameBatch | undefined;
	#reading = Promise.resolve();

	constructor(socket: WebSocket, tag: SeatTag, line: Line) {
		this.socket = socket;
		this.tag = tag;
		this.#line = line;
		this.#batch = tag.batched ? new FrameBatch((frame) => this.#write(frame)) : undefined;
	}

	get line(): Line {
		return this.#line;
	}

	/** Whether its frames are pieces of a stream, whose state cannot be kept while the room sleeps. */
	get compressed(): boolean {
		return this.#gzip !== undefined;
	}

	/** Numbers and sends; what a game client may not hear yet is held. */
	tell(packets: readonly (MethodPacket | ReplyPacket)[]): void {
		this.#send(speak(this.#line, packets));
	}

	/** Sends words that are no packet, to somebody who is in no room. */
	say(text: string): void {
		this.#write(text);
	}

	/** Notes that the client has called, and sends what was held until then. */
	hear(): void {
		this.#send(hear(this.#line));
	}

	/** Writes and reads so from now on; a stream begins anew. */
	switchTo(scheme: Scheme): void {
		this.#batch?.flush();
		this.#gzip?.close();
		this.#gzip = scheme === 'gzip' ? new GzipEncoding(clock) : undefined;
	}

	/** The text of a binary frame, or the frame where it has none or is larger than it may be. */
	async decode(frame: ArrayBuffer, mostBytes: number): Promise<string | ArrayBuffer> {
		if (frame.byteLength > mostBytes) return frame;
		try {
			return (await this.#gzip?.decode(new Uint8Array(frame))) ?? frame;
		} catch {
			return frame;
		}
	}

	/** Does one thing after the other: decoding takes time, and later frames wait for it. */
	inOrder(step: () => Promise<void>): Promise<void> {
		this.#reading = this.#reading.then(step);
		return this.#reading;
	}

	/** Closes the socket, always with a code. */
	close(code: CloseCode, reason: string): void {
		this.#batch?.flush();
		this.#gzip?.close();
		closeSocket(this.socket, code, reason);
	}

	#send({ line, frames }: ReturnType<typeof hear>): void {
		this.#line = line;
		for (const frame of frames) {
			if (this.#batch) this.#batch.add(frame);
			else this.#write(frame);
		}
	}

	#write(frame: string): void {
		try {
			this.socket.send(this.#gzip?.encode(frame) ?? frame);
		} catch {
			// The socket is closing, and the runtime will say so.
		}
	}
}

/** Who calls on a seat; `undefined` for one whose calls do not count. */
export function toSender({ role, id }: SeatTag): Sender | undefined {
	if (role === 'host') return { role, id };
	return role === 'participant' ? { role, sessionID: id } : undefined;
}

/** Closes a socket that may be closed already. */
export function closeSocket(socket: WebSocket, code: number, reason: string): void {
	try {
		socket.close(code, reason);
	} catch {
		// It is gone.
	}
}
