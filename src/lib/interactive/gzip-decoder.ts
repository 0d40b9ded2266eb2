import { ProtocolError } from '#lib/model/errors.ts';
import { parseVarint } from './varint.ts';

/** One byte of gzip becomes at most 1,032: so nothing larger than this by that much is ever held. */
const sliceBytes = 1_024;

/**
 * Reads frames that are pieces of one gzip stream; after an error it is of no use any more.
 * @see https://github.com/mixer/developer-docs Interactive protocol 1.7, compression
 */
export class GzipDecoder {
	readonly #stream = new DecompressionStream('gzip');
	readonly #writer = this.#stream.writable.getWriter();
	readonly #reader = this.#stream.readable.getReader();
	readonly #mostBytes: number;

	/** `mostBytes` is what a frame may become. */
	constructor(mostBytes: number) {
		this.#mostBytes = mostBytes;
	}

	/**
	 * The text of a frame; one frame at a time. Throws `ProtocolError` for one that is too large, lies about its length
	 * or is no gzip; one that ends too early is given up when `signal` says so.
	 */
	async decode(frame: Uint8Array, signal: AbortSignal): Promise<string> {
		const { value: length, end } = parseVarint(frame);
		if (length > this.#mostBytes) throw new ProtocolError('too_large', 'The frame would become too large.');
		const giveUp = () => void this.close();
		signal.addEventListener('abort', giveUp, { once: true });
		try {
			if (signal.aborted) giveUp();
			return await this.#inflate(frame.slice(end), length);
		} catch (cause) {
			giveUp();
			throw cause instanceof ProtocolError ? cause : unreadable(cause);
		} finally {
			signal.removeEventListener('abort', giveUp);
		}
	}

	/** Ends the stream; a frame that is being read fails. */
	async close(): Promise<void> {
		await Promise.allSettled([this.#writer.abort(), this.#reader.cancel()]);
	}

	async #inflate(bytes: Uint8Array<ArrayBuffer>, length: number): Promise<string> {
		const text = new Uint8Array(length);
		const sent = this.#write(bytes);
		// A stream that failed says so to the reader too.
		sent.catch(() => undefined);
		for (let filled = 0; filled < length;) {
			const { value, done } = await this.#reader.read();
			if (done) throw unreadable();
			if (filled + value.length > length)
				throw new ProtocolError('malformed_frame', 'The frame is longer than it says.');
			text.set(value, filled);
			filled += value.length;
		}
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(text);
	}

	async #write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
		for (let start = 0; start < bytes.length; start += sliceBytes)
			await this.#writer.write(bytes.slice(start, start + sliceBytes));
	}
}

function unreadable(cause?: unknown): ProtocolError {
	return new ProtocolError('malformed_frame', 'The frame could not be decompressed.', { cause });
}
