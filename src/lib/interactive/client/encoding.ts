import { GzipDecoder } from '#lib/interactive/gzip-decoder.ts';
import { encodeGzipFrame } from '#lib/interactive/gzip-encoder.ts';
import type { Scheme } from '#lib/interactive/encoding.ts';
import type { Clock } from '#lib/transport/clock.ts';
import { EncodingError } from './errors.ts';

const mostBytes = 4_000_000;
const patienceMs = 5_000;

/** How the frames of one connection are written and read; it may have a state, so each connection has its own. */
export interface Encoding {
	readonly name: Scheme;
	encode(text: string): string | Uint8Array<ArrayBuffer>;
	/** Throws `EncodingError`, after which it is of no use. */
	decode(frame: Uint8Array): Promise<string>;
	close(): void;
}

/** Frames as they are; a binary one is UTF-8. */
export class TextEncoding implements Encoding {
	readonly name = 'text';

	encode(text: string): string {
		return text;
	}

	async decode(frame: Uint8Array): Promise<string> {
		try {
			return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(frame);
		} catch (cause) {
			throw new EncodingError('The frame is not UTF-8.', { cause });
		}
	}

	close(): void {}
}

/** Frames that are pieces of one gzip stream a direction. @see https://github.com/mixer/developer-docs Interactive protocol 1.7, compression */
export class GzipEncoding implements Encoding {
	readonly name = 'gzip';
	readonly #decoder = new GzipDecoder(mostBytes);
	readonly #clock: Clock;
	#first = true;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	encode(text: string): Uint8Array<ArrayBuffer> {
		const frame = encodeGzipFrame(text, { first: this.#first });
		this.#first = false;
		return frame;
	}

	async decode(frame: Uint8Array): Promise<string> {
		const abort = new AbortController();
		const timer = this.#clock.setTimeout(() => abort.abort(), patienceMs);
		try {
			return await this.#decoder.decode(frame, abort.signal);
		} catch (cause) {
			throw new EncodingError('The frame could not be decompressed.', { cause });
		} finally {
			this.#clock.clearTimeout(timer);
		}
	}

	close(): void {
		void this.#decoder.close();
	}
}
