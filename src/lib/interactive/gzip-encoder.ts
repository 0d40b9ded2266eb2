import { formatVarint } from './varint.ts';

const header = [31, 139, 8, 0, 0, 0, 0, 0, 0, 255];
const largestBlock = 0xffff;

/**
 * Frames text as the next piece of a gzip stream, in stored blocks: a browser's CompressionStream cannot be flushed, a
 * stored block ends at a byte, and there is no state but whether it is the first frame, so a room may sleep.
 * @see https://www.rfc-editor.org/rfc/rfc1951#section-3.2.4
 */
export function encodeGzipFrame(text: string, { first }: { readonly first: boolean }): Uint8Array<ArrayBuffer> {
	const body = new TextEncoder().encode(text);
	const bytes: number[] = [...formatVarint(body.length), ...(first ? header : [])];
	const blocks = Math.max(1, Math.ceil(body.length / largestBlock));
	const frame = new Uint8Array(bytes.length + blocks * 5 + body.length);
	frame.set(bytes);
	let end = bytes.length;
	for (let start = 0; start < Math.max(1, body.length); start += largestBlock) {
		const block = body.subarray(start, start + largestBlock);
		frame.set([0, ...twoBytes(block.length), ...twoBytes(~block.length)], end);
		frame.set(block, end + 5);
		end += 5 + block.length;
	}
	return frame;
}

function twoBytes(value: number): readonly [number, number] {
	return [value & 255, (value >> 8) & 255];
}
