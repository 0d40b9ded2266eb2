import { expect, test } from 'vitest';
import { copyLayout, fillLayout } from '#lib/interactive/board/auto-layout.ts';
import { findWarnings } from '#lib/interactive/board/board-warnings.ts';
import {
	clampPlacement,
	findFreeSpot,
	findPlacement,
	fits,
	overlaps,
	place,
	toGrid
} from '#lib/interactive/board/grid-placement.ts';
import { noRules } from '#lib/interactive/board/rules.ts';
import { parseControl, type Control } from '#lib/interactive/controls/control.ts';

const large = toGrid('large');
const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });
const button = (id: string, x: number, y: number, width = 10, height = 6) =>
	place(parseControl({ controlID: id, kind: 'button' }), 'large', box(x, y, width, height));
const warnings = (controls: readonly Control[]) =>
	findWarnings({ sceneID: 'a', properties: {}, controls: controls.map((control) => ({ control, rules: noRules })) });

test('what touches does not overlap', () => {
	expect(overlaps(box(0, 0, 10, 6), box(10, 0, 10, 6))).toBe(false);
	expect(overlaps(box(0, 0, 10, 6), box(0, 6, 10, 6))).toBe(false);
	expect(overlaps(box(0, 0, 10, 6), box(9, 5, 10, 6))).toBe(true);
});

test.each([
	['button', box(-4, 99, 10, 6), box(0, 14, 10, 6)],
	['button', box(3.4, 2.6, 1, 1), box(3, 3, 4, 4)],
	['textbox', box(75, 0, 2, 2), box(70, 0, 10, 4)],
	['joystick', box(0, 0, 30, 8), box(0, 0, 20, 20)],
	['button', box(0, 0, 500, 500), box(0, 0, 80, 20)]
])('a %s at %j is put at %j', (kind, given, kept) => {
	const clamped = clampPlacement(given, kind, large);

	expect(clamped).toEqual(kept);
	expect(fits(clamped, large)).toBe(true);
});

test('a new control gets the first free spot, and none on a full grid', () => {
	expect(findFreeSpot({ width: 10, height: 6 }, [box(0, 0, 75, 6)], large)).toEqual(box(0, 6, 10, 6));
	expect(findFreeSpot({ width: 10, height: 6 }, [box(0, 0, 60.5, 20)], large)).toEqual(box(61, 0, 10, 6));
	expect(findFreeSpot({ width: 10, height: 6 }, [box(0, 4, 80, 12)], large)).toBeUndefined();
});

test('what else a game wrote into a place stays', () => {
	const control = parseControl({
		controlID: 'a',
		kind: 'button',
		position: [{ size: 'small', ...box(0, 0, 4, 4), z: 3 }]
	});
	const moved = place(control, 'small', box(1, 1, 5, 5));

	expect(moved['position']).toEqual([{ size: 'small', ...box(1, 1, 5, 5), z: 3 }]);
	expect(place(moved, 'small', undefined)['position']).toEqual([]);
});

test('a layout is copied to the other grids in its order, inside them and without overlaps', () => {
	const controls = Array.from({ length: 12 }, (_, index) =>
		button(`b${index}`, (index % 6) * 13, Math.floor(index / 6) * 9, 12, 8)
	);
	const copied = copyLayout(copyLayout(controls, 'large', 'medium'), 'large', 'small');

	expect(warnings(copied)).toEqual([]);
	const order = copied.map((control) => findPlacement(control, 'small')).map((one) => (one ? one.y * 100 + one.x : -1));
	expect(order).toEqual([...order].sort((one, other) => one - other));
	expect(copied.map((control) => findPlacement(control, 'large'))).toEqual(
		controls.map((control) => findPlacement(control, 'large'))
	);
});

test('a missing place is filled in, and what has one keeps it', () => {
	const [kept, filled] = fillLayout([button('a', 0, 0), parseControl({ controlID: 'b', kind: 'joystick' })], 'large');

	expect(findPlacement(kept as Control, 'large')).toEqual(box(0, 0, 10, 6));
	expect(findPlacement(filled as Control, 'large')).toEqual(box(10, 0, 12, 12));
});

test('on a crowded grid what is new is smaller, and on a full one it lies on top, where it can be found', () => {
	const fresh = parseControl({ controlID: 'b', kind: 'button' });
	const [, small] = fillLayout([button('a', 0, 0, 80, 15), fresh], 'large');
	const [, top] = fillLayout([button('a', 0, 0, 80, 20), fresh], 'large');

	expect(findPlacement(small as Control, 'large')).toEqual(box(0, 15, 9, 5));
	expect(findPlacement(top as Control, 'large')).toEqual(box(35, 7, 10, 6));
});

test('what overlaps, lies outside, is missing or crowds a screen is told', () => {
	const found = warnings([
		button('a', 0, 0),
		button('b', 5, 3),
		button('c', 75, 0),
		parseControl({ controlID: 's', kind: 'screen' })
	]);

	expect(found).toContainEqual({ type: 'overlap', controlID: 'b', otherID: 'a', size: 'large' });
	expect(found).toContainEqual({ type: 'outside', controlID: 'c', size: 'large' });
	expect(found).toContainEqual({ type: 'missing', controlID: 'a', size: 'small' });
	expect(found).toContainEqual({ type: 'crowded-screen', controlID: 's' });
});
