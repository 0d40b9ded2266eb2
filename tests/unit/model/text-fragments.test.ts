import { expect, test } from 'vitest';
import { fragmentsText } from '#lib/model/fragment.ts';
import { cutText } from '#lib/model/text-fragments.ts';

test('a mention ends where a login ends', () => {
	expect(cutText('hey @Ada_1, hi')).toEqual([
		{ type: 'text', text: 'hey ' },
		{ type: 'mention', text: '@Ada_1', login: 'ada_1' },
		{ type: 'text', text: ', hi' }
	]);
});

test('a web address is a link', () => {
	expect(cutText('see https://example.invalid/a?b=1 now')).toEqual([
		{ type: 'text', text: 'see ' },
		{ type: 'link', text: 'https://example.invalid/a?b=1', url: 'https://example.invalid/a?b=1' },
		{ type: 'text', text: ' now' }
	]);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://x', 'https://', 'httpsx', '@', '@ @!', 'mail@host'])(
	'%j stays text',
	(text) => {
		expect(cutText(text).every((fragment) => fragment.type === 'text')).toBe(true);
	}
);

test.each(['', ' ', '  @a  ', '@a@b https://x.y @c', 'a @b'])('%j is the sum of its fragments', (text) => {
	expect(fragmentsText(cutText(text))).toBe(text);
});
