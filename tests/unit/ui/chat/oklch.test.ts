import { expect, test } from 'vitest';
import { contrast, formatHex, parseHex, toDisplayableRgb, toOklch } from '#lib/ui/chat/oklch.ts';

test.each(['#000000', '#ffffff', '#ff0000', '#00ff00', '#0000ff', '#123456', '#fedcba'])(
	'%s comes back from the perceptual space unchanged',
	(hex) => {
		expect(formatHex(toDisplayableRgb(toOklch(parseHex(hex))))).toBe(hex);
	}
);

test('black on white has the contrast 21', () => {
	expect(contrast(parseHex('#000000'), parseHex('#ffffff'))).toBeCloseTo(21);
	expect(contrast(parseHex('#777777'), parseHex('#ffffff'))).toBeCloseTo(4.48, 2);
});

test('a colour that no screen shows loses chroma, not lightness', () => {
	const shown = toOklch(toDisplayableRgb({ lightness: 0.9, chroma: 0.4, hue: 4.6 }));

	expect(shown.lightness).toBeCloseTo(0.9, 2);
	expect(shown.chroma).toBeLessThan(0.2);
});
