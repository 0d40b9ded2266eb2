import { expect, test } from 'vitest';
import { CallError, errorCodes } from '#lib/interactive/error-codes.ts';
import { createCall, createErrorReply, createReply, formatPacket, parseFrame } from '#lib/interactive/packet.ts';

const limits = { chars: 10_000, depth: 20, packets: 5 };
const method = { type: 'method', method: 'getTime', params: {}, id: 7, seq: 12, discard: false };

test('a method packet is read', () => {
	expect(parseFrame(JSON.stringify(method), limits)).toEqual([method]);
});

test('several packets in a frame are read in their order', () => {
	const frame = JSON.stringify([method, { ...method, id: 8 }]);

	expect(parseFrame(frame, limits)).toEqual([method, { ...method, id: 8 }]);
});

test('a call without type, id, params and seq is a call all the same', () => {
	expect(parseFrame('{"method":"getTime","params":null,"discard":true}', limits)).toEqual([
		{ type: 'method', method: 'getTime', params: null, id: undefined, seq: 0, discard: true }
	]);
});

test('a reply is read', () => {
	expect(parseFrame('{"type":"reply","id":3,"result":{"time":1}}', limits)).toEqual([
		{ type: 'reply', id: 3, result: { time: 1 }, error: null, seq: 0 }
	]);
});

test.each([0, 1, 2 ** 31, 4_294_967_295])('%d is an id', (id) => {
	expect(parseFrame(JSON.stringify({ ...method, id }), limits)).toMatchObject([{ type: 'method', id }]);
});

test.each([-1, 4_294_967_296, 1.5, '7', {}])('%j is no id', (id) => {
	expect(parseFrame(JSON.stringify({ ...method, id }), limits)).toMatchObject([
		{ type: 'malformed', id: 0, code: errorCodes.badArguments }
	]);
});

test.each(['', '{', 'undefined', '{"a":}', '\u0000'])('%j is answered with 4000 and id 0', (frame) => {
	expect(parseFrame(frame, limits)).toMatchObject([{ type: 'malformed', id: 0, code: errorCodes.notJson }]);
});

test.each([{ type: 'event', id: 9 }, { id: 9 }, { type: 5, id: 9 }])('%j is of no known type', (packet) => {
	expect(parseFrame(JSON.stringify(packet), limits)).toMatchObject([
		{ type: 'malformed', id: 9, code: errorCodes.unknownPacketType }
	]);
});

test.each(['[1]', '"a"', 'null', '{"type":"method","method":4}', '{"type":"method","method":"a","params":[]}'])(
	'%s is malformed',
	(frame) => {
		expect(parseFrame(frame, limits)).toMatchObject([{ type: 'malformed', code: errorCodes.badArguments }]);
	}
);

test('a frame that is too large, too deep or has too many packets is refused before it is built', () => {
	const huge = JSON.stringify({ ...method, params: { text: 'x'.repeat(10_000) } });
	const deep = '['.repeat(5_000) + ']'.repeat(5_000);
	const many = JSON.stringify(Array.from({ length: 6 }, () => method));

	expect(parseFrame(huge, limits)).toMatchObject([{ type: 'malformed', code: errorCodes.notJson }]);
	expect(parseFrame(deep, limits)).toMatchObject([{ type: 'malformed', code: errorCodes.notJson }]);
	expect(parseFrame(many, limits)).toMatchObject([{ type: 'malformed', code: errorCodes.badArguments }]);
});

test('brackets within strings are not depth', () => {
	const frame = JSON.stringify({ ...method, params: { text: '\\"[[[[[[[[[[[[[[[[[[[[[[[[[[[' } });

	expect(parseFrame(frame, limits)).toMatchObject([{ type: 'method' }]);
});

test('keys that name a prototype are dropped, however deep', () => {
	const frame = '{"method":"a","params":{"a":[{"__proto__":{"b":1},"constructor":2,"prototype":3,"c":4}]}}';
	const escaped = '{"method":"a","params":{"a":[{"\\u005f_proto__":{"b":1},"c":4}]}}';

	for (const written of [frame, escaped])
		expect(parseFrame(written, limits)).toEqual([expect.objectContaining({ params: { a: [{ c: 4 }] } })]);
	expect(({} as { b?: number }).b).toBeUndefined();
});

test('a reply has its keys in the order of the Unity client, and always a result', () => {
	const error = new CallError(errorCodes.controlExists, 'There is such a control.', 'controls.0');

	expect(formatPacket(createReply(7, null), 13)).toBe('{"id":7,"type":"reply","result":null,"error":null,"seq":13}');
	expect(formatPacket(createErrorReply(7, error), 13)).toBe(
		'{"id":7,"type":"reply","result":null,"error":{"code":4013,"message":"There is such a control.","path":"controls.0"},"seq":13}'
	);
});

test('a host calls in the order of the Unity client, with params and without wanting a reply', () => {
	expect(formatPacket(createCall('hello', null), 1)).toBe(
		'{"type":"method","method":"hello","params":null,"id":0,"seq":1,"discard":true}'
	);
});

test('a packet that goes to many has each one\u2019s number', () => {
	const packet = createCall('onReady', { isReady: true });
	const seqs = [1, 5, 9].map((seq) => (JSON.parse(formatPacket(packet, seq)) as { seq: number }).seq);

	expect(seqs).toEqual([1, 5, 9]);
	expect(formatPacket(createReply(1, null), 2)).toContain('"id":1');
	expect(formatPacket(packet, 3)).toBe(
		'{"type":"method","method":"onReady","params":{"isReady":true},"id":0,"seq":3,"discard":true}'
	);
});

test('a packet that is written reads as it was', () => {
	const [packet] = parseFrame(JSON.stringify(method), limits);

	expect(packet?.type === 'method' && JSON.parse(formatPacket(packet, 12))).toEqual(method);
});
