import { expect, test } from 'vitest';
import { remember } from '#lib/model/remember.ts';

test('what was made of a text is made once', () => {
	const made: string[] = [];
	const make = remember((text) => ({ position: made.push(text) }));

	expect(make('a')).toBe(make('a'));
	expect(make('b')).not.toBe(make('a'));
	expect(made).toEqual(['a', 'b']);
});

test('nothing remembers without bounds: neither many texts nor long ones', () => {
	let made = 0;
	const make = remember((text) => ({ text, number: ++made }));
	const first = make('0');

	for (let index = 0; index <= 300; index++) make(`${index}`);

	expect(make('0')).not.toBe(first);
	expect(make('0').text).toBe('0');
	expect(make('long'.repeat(50))).not.toBe(make('long'.repeat(50)));
});
