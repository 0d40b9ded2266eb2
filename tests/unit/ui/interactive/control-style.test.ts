import { expect, test } from 'vitest';
import { parseControl } from '#lib/interactive/controls/control.ts';
import { contrast, parseHex } from '#lib/ui/chat/oklch.ts';
import { readableOn, readColor } from '#lib/ui/interactive/control-colors.ts';
import { readStyle } from '#lib/ui/interactive/control-style.ts';

const asIs = (color: string) => color.toLowerCase();

test.each(['#ff8800', ' #FF8800 '])('%j is a colour', (color) => {
	expect(readColor(color, asIs)).toBe('#ff8800');
});

test.each([
	'url(https://evil.example/x)',
	'var(--accent)',
	'red; background: url(x)',
	'image-set("x")',
	'#ff88001234567890'.repeat(4),
	'expression(alert(1))',
	42,
	null
])('%j is no colour', (color) => {
	expect(readColor(color, (text) => (text.startsWith('#') ? text.slice(0, 7) : '#000000'))).toBeUndefined();
});

test('text that could not be read on its background is made readable and keeps what it can of its hue', () => {
	for (const [background, text] of [
		['#202020', '#303030'],
		['#fafafa', '#ffff00'],
		['#808080', '#7f7f90'],
		['#ff0000', '#ff0000']
	] as const)
		expect(contrast(parseHex(readableOn(background, text)), parseHex(background))).toBeGreaterThanOrEqual(4.5);
	expect(readableOn('#000000', '#ff8800')).toBe('#ff8800');
});

test('a background alone gets the ink that can be read on it', () => {
	expect(readableOn('#ffee00')).toBe('#0b121b');
	expect(readableOn('#102030')).toBe('#ffffff');
});

test('a text size becomes units of the grid, within reason, and an image is never part of the look', () => {
	const button = (textSize: string | number) =>
		readStyle(
			parseControl({ controlID: 'a', kind: 'button', textSize, backgroundImage: 'https://evil.example' }),
			asIs
		);

	expect(button('24px').textUnits).toBe(2);
	expect(button(12).textUnits).toBe(1);
	expect(button('9999px').textUnits).toBe(160 / 12);
	expect(button('calc(1px * 9)').textUnits).toBeUndefined();
	expect(JSON.stringify(button(12))).not.toContain('evil');
});
