import { ProtocolError } from '#lib/model/errors.ts';

const longest = 5;

/** Writes an unsigned number of up to 32 bits, seven of them a byte, the lowest first. */
export function formatVarint(value: number): readonly number[] {
	const bytes: number[] = [];
	let rest = value;
	for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
	return [...bytes, rest];
}

/** Reads a number of at most five bytes, and where it ends; throws `ProtocolError` where it does not. */
export function parseVarint(bytes: Uint8Array): { readonly value: number; readonly end: number } {
	let value = 0;
	for (let index = 0; index < Math.min(longest, bytes.length); index++) {
		const byte = bytes[index] ?? 0;
		value += (byte & 127) * 2 ** (7 * index);
		if (byte < 128) return { value, end: index + 1 };
	}
	throw new ProtocolError('malformed_frame', 'The length of a frame could not be read.');
}
