import { expect, test } from 'vitest';
import { charactersLeft, toOneLine, isCommand } from '#lib/ui/chat/line-length.ts';

test.each([
	[399, undefined],
	[400, 100],
	[500, 0],
	[512, -12]
])('after %i characters the counter shows %s', (length, left) => {
	expect(charactersLeft('a'.repeat(length))).toBe(left);
});

test('an emoji counts as one character', () => {
	expect(charactersLeft('🎉'.repeat(450))).toBe(50);
	expect(charactersLeft('🎉'.repeat(300))).toBeUndefined();
});

test('pasted lines become one', () => {
	expect(toOneLine('first \r\n\n  second\nthird')).toBe('first second third');
});

test.each([
	['/ban bo', true],
	['  /slow', true],
	['/me waves', false],
	['/meet', true],
	['1/2', false]
])('whether %j is a command: %s', (text, expected) => {
	expect(isCommand(text)).toBe(expected);
});
