import { constants, createGunzip, createGzip } from 'node:zlib';

/** One endless gzip stream a direction, cut by flushes, as the Python client frames it with plain zlib. */
export interface GzipStream {
	encode(text: string): Promise<Buffer>;
	decode(frame: Buffer): Promise<string>;
}

/** Begins both streams. */
export function createGzipStream(): GzipStream {
	const zipped = createGzip({ flush: constants.Z_SYNC_FLUSH });
	const unzipped = createGunzip({ flush: constants.Z_SYNC_FLUSH });
	return {
		async encode(text) {
			const body = Buffer.from(text);
			const parts: Buffer[] = [];
			const collect = (part: Buffer) => parts.push(part);
			zipped.on('data', collect);
			await new Promise<void>((resolve) => zipped.write(body, () => zipped.flush(resolve)));
			zipped.off('data', collect);
			return Buffer.concat([Buffer.from(toVarint(body.length)), ...parts]);
		},
		async decode(frame) {
			const { length, end } = readVarint(frame);
			const parts: Buffer[] = [];
			return await new Promise((resolve, reject) => {
				const collect = (part: Buffer) => {
					parts.push(part);
					const text = Buffer.concat(parts);
					if (text.length < length) return;
					unzipped.off('data', collect);
					resolve(text.toString());
				};
				unzipped.on('data', collect).once('error', reject);
				unzipped.write(frame.subarray(end));
			});
		}
	};
}

function toVarint(value: number): readonly number[] {
	return value < 128 ? [value] : [(value % 128) + 128, ...toVarint(Math.floor(value / 128))];
}

function readVarint(frame: Buffer): { readonly length: number; readonly end: number } {
	let length = 0;
	for (let end = 0; ; end++) {
		const byte = frame[end] ?? 0;
		length += (byte & 127) * 128 ** end;
		if (byte < 128) return { length, end: end + 1 };
	}
}
