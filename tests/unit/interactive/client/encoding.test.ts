import { expect, test } from 'vitest';
import { GzipEncoding, TextEncoding } from '#lib/interactive/client/encoding.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

test('gzip comes back frame by frame', async () => {
	const encoding = new GzipEncoding(createFakeEnvironment().environment.clock);
	const read: string[] = [];
	for (const text of ['{"a":1}', '', 'zażółć 😀']) read.push(await encoding.decode(encoding.encode(text)));

	expect(read).toEqual(['{"a":1}', '', 'zażółć 😀']);
	encoding.close();
});

test('a gzip frame that ends too early is given up in time', async () => {
	const { environment, clock } = createFakeEnvironment();
	const encoding = new GzipEncoding(environment.clock);
	const frame = encoding.encode('a whole frame');
	const pending = encoding.decode(frame.subarray(0, frame.length - 3));
	pending.catch(() => undefined);
	await clock.tickAsync(5_000);

	await expect(pending).rejects.toMatchObject({ name: 'EncodingError' });
});

test('text is read from bytes, and nothing else is', async () => {
	const encoding = new TextEncoding();

	expect(encoding.encode('é')).toBe('é');
	expect(await encoding.decode(new TextEncoder().encode('é'))).toBe('é');
	await expect(encoding.decode(Uint8Array.from([255]))).rejects.toMatchObject({ name: 'EncodingError' });
});
