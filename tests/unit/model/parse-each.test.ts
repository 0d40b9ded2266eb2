import { parseEach } from '#lib/model/parse-each.ts';
import * as v from 'valibot';
import { expect, test } from 'vitest';

test('wrong entries are left out one by one', () => {
	expect(parseEach(v.number(), [1, 'two', null, 3])).toEqual([1, 3]);
});

test.each([undefined, null, {}, 'text', { length: 1 }])('%s is an empty list', (list) => {
	expect(parseEach(v.number(), list)).toEqual([]);
});
