import { expect, test } from 'vitest';
import { nameColor, surfaceColors, type Surface } from '#lib/ui/chat/name-color.ts';
import { contrast, parseHex, toOklch } from '#lib/ui/chat/oklch.ts';

const surfaces: readonly Surface[] = ['dark', 'light'];
const chosen = ['#0000ff', '#ff0000', '#00ff00', '#8a2be2', '#ffff00', '#000000', '#ffffff', '#1e90ff', '#5f9ea0'];

function contrastOn(color: string, surface: Surface): number {
	return contrast(parseHex(color), parseHex(surfaceColors[surface]));
}

test.each(surfaces)('every chosen colour reads at 4.5:1 on the %s surface', (surface) => {
	const ratios = chosen.map((color) => contrastOn(nameColor({ color, userId: '1' }, surface), surface));

	expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
});

test.each(surfaces)('a thousand chatters without a colour all read at 4.5:1 on the %s surface', (surface) => {
	const ids = Array.from({ length: 1_000 }, (_, index) => String(index * 7919));

	const ratios = ids.map((userId) => contrastOn(nameColor({ userId }, surface), surface));

	expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
});

test('a corrected colour keeps its hue', () => {
	const blue = toOklch(parseHex('#0000ff'));

	const shown = toOklch(parseHex(nameColor({ color: '#0000ff', userId: '1' }, 'dark')));

	expect(shown.lightness).toBeGreaterThan(blue.lightness);
	expect(Math.abs(shown.hue - blue.hue)).toBeLessThan(0.08);
});

test('a colour that reads already is left as it is', () => {
	expect(nameColor({ color: '#ff7f50', userId: '1' }, 'dark')).toBe('#ff7f50');
	expect(nameColor({ color: '#8b0000', userId: '1' }, 'light')).toBe('#8b0000');
});

test('a chatter without a colour gets the same one every time, and others get others', () => {
	const colors = ['1', '2', '3', '4', '5'].map((userId) => nameColor({ userId }, 'dark'));

	expect(new Set(colors).size).toBe(5);
	expect(nameColor({ userId: '1' }, 'dark')).toBe(colors[0]);
});

test.each(['red', '#FFF', '#12345', 'url(https://evil.invalid)', '#123456;background:red', '#GGGGGG'])(
	'%s is no colour and does not reach the page',
	(color) => {
		expect(nameColor({ color, userId: '42' }, 'dark')).toBe(nameColor({ userId: '42' }, 'dark'));
	}
);
