import { expect, test } from 'vitest';
import { answerClose } from '#lib/interactive/close-codes.ts';

test.each([
	[1000, 1000],
	[1001, 1001],
	[4027, 4027],
	[1005, 1000],
	[1006, undefined]
])('a close with %d is answered with %s', (received, answer) => {
	expect(answerClose(received)).toBe(answer);
});
