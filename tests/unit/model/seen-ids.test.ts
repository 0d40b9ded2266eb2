import { expect, test } from 'vitest';
import { SeenIds } from '#lib/model/seen-ids.ts';

test('a key is new once, until newer ones have pushed it out', () => {
	const recent = new SeenIds(2);

	const answers = ['a', 'a', 'b', 'c', 'a', 'c'].map((key) => recent.add(key));

	expect(answers).toEqual([true, false, true, true, true, false]);
});
