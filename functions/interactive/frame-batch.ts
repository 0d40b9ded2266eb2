/** How long a packet waits at most for others to go with it. */
const patienceMs = 2;
/** A part of what a client of ours reads in a frame. */
const mostPackets = 500;
const mostChars = 500_000;

/**
 * Packets for somebody who reads several in one frame, as the specification allows and no original client does for certain: one that
 * comes alone goes at once, and what comes within a moment goes together, since a frame costs more than what is in it.
 * @see https://github.com/mixer/developer-docs Interactive protocol 1.7, packets
 */
export class FrameBatch {
	readonly #send: (frame: string) => void;
	#waiting: string[] = [];
	#chars = 0;
	#timer: number | undefined;

	constructor(send: (frame: string) => void) {
		this.#send = send;
	}

	add(frame: string): void {
		if (this.#timer === undefined) {
			this.#send(frame);
			this.#wait();
			return;
		}
		if (this.#chars + frame.length > mostChars) this.flush();
		this.#waiting.push(frame);
		this.#chars += frame.length;
		if (this.#waiting.length >= mostPackets) this.flush();
	}

	/** Sends what waits. */
	flush(): void {
		if (this.#waiting.length === 0) return;
		const frame = this.#waiting.length === 1 ? this.#waiting.join() : `[${this.#waiting.join(',')}]`;
		this.#waiting = [];
		this.#chars = 0;
		this.#send(frame);
	}

	#wait(): void {
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			if (this.#waiting.length === 0) return;
			this.flush();
			this.#wait();
		}, patienceMs) as unknown as number;
	}
}
