import { createGzip, constants, gunzipSync, type Gzip } from 'node:zlib';
import { expect, test } from 'vitest';
import { chooseScheme } from '#lib/interactive/encoding.ts';
import { GzipDecoder } from '#lib/interactive/gzip-decoder.ts';
import { encodeGzipFrame } from '#lib/interactive/gzip-encoder.ts';
import { formatVarint, parseVarint } from '#lib/interactive/varint.ts';

const patient = new AbortController().signal;

test.each([
	[{ scheme: ['lz4', 'gzip'] }, 'gzip'],
	[{ scheme: ['text', 'gzip'] }, 'text'],
	[{ scheme: ['lz4'] }, 'text'],
	[{ scheme: 'gzip' }, 'text'],
	[{ params: ['gzip'] }, 'text'],
	[{ scheme: [{}, 'constructor'] }, 'text'],
	[{}, 'text']
] as const)('%j is answered with %s', (params, scheme) => {
	expect(chooseScheme(params)).toBe(scheme);
});

test.each([0, 1, 127, 128, 300, 65_535, 2_000_000, 0xffff_ffff])('%d comes back from its varint', (value) => {
	const bytes = Uint8Array.from([...formatVarint(value), 99]);

	expect(parseVarint(bytes)).toEqual({ value, end: bytes.length - 1 });
});

test.each([[[]], [[128]], [[255, 255, 255, 255, 255, 1]]])('%j is no varint', (bytes) => {
	expect(() => parseVarint(Uint8Array.from(bytes))).toThrow('length');
});

test('our frames are pieces of one gzip stream', () => {
	const texts = ['{"a":1}', 'zażółć 😀', '', 'x'.repeat(200_000)];
	const frames = texts.map((text, index) => encodeGzipFrame(text, { first: index === 0 }));
	const pieces = frames.map((frame) => frame.subarray(parseVarint(frame).end));

	const whole = gunzipSync(Buffer.concat(pieces), { finishFlush: constants.Z_SYNC_FLUSH }).toString();

	expect(whole).toBe(texts.join(''));
});

test('our own frames come back from our decoder', async () => {
	const decoder = new GzipDecoder(1_000_000);
	const read: string[] = [];
	for (const text of ['{"a":1}', '', 'x'.repeat(200_000), '{"b":2}'])
		read.push(await decoder.decode(encodeGzipFrame(text, { first: read.length === 0 }), patient));

	expect(read).toEqual(['{"a":1}', '', 'x'.repeat(200_000), '{"b":2}']);
	await decoder.close();
});

test('frames that zlib cut with a sync flush are read, each with what the last ones taught', async () => {
	const gzip = createGzip();
	const decoder = new GzipDecoder(1_000_000);
	const texts = ['{"method":"getTime"}', '{"method":"getTime","id":2}', 'é'.repeat(50_000)];
	const read: string[] = [];
	for (const text of texts) read.push(await decoder.decode(await zlibFrame(gzip, text), patient));

	expect(read).toEqual(texts);
	gzip.destroy();
	await decoder.close();
});

test('a bomb is refused for the length that it states', async () => {
	const decoder = new GzipDecoder(1_000);

	await expect(decoder.decode(Uint8Array.from([...formatVarint(1_001), 31]), patient)).rejects.toMatchObject({
		code: 'too_large'
	});
	await decoder.close();
});

test('a bomb that lies about its length is refused', async () => {
	const gzip = createGzip();
	const honest = await zlibFrame(gzip, 'x'.repeat(5_000_000));
	const lying = Uint8Array.from([...formatVarint(10), ...honest.subarray(parseVarint(honest).end)]);

	await expect(new GzipDecoder(1_000).decode(lying, patient)).rejects.toMatchObject({ code: 'malformed_frame' });
	gzip.destroy();
});

test('what is no gzip is refused', async () => {
	const frame = Uint8Array.from([...formatVarint(3), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

	await expect(new GzipDecoder(1_000).decode(frame, patient)).rejects.toMatchObject({ code: 'malformed_frame' });
});

test('a frame that ends too early is given up when it is time', async () => {
	const abort = new AbortController();
	const frame = encodeGzipFrame('a whole frame', { first: true });
	const pending = new GzipDecoder(1_000).decode(frame.subarray(0, frame.length - 3), abort.signal);

	abort.abort();

	await expect(pending).rejects.toMatchObject({ code: 'malformed_frame' });
});

async function zlibFrame(gzip: Gzip, text: string): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	const collect = (chunk: Buffer) => chunks.push(chunk);
	gzip.on('data', collect);
	gzip.write(text);
	await new Promise<void>((resolve) => gzip.flush(constants.Z_SYNC_FLUSH, resolve));
	gzip.off('data', collect);
	return Uint8Array.from(Buffer.concat([Uint8Array.from(formatVarint(Buffer.byteLength(text))), ...chunks]));
}
