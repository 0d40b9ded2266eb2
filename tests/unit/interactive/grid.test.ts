import { expect, test } from 'vitest';
import { parseControl } from '#lib/interactive/controls/control.ts';
import { chooseBoardGrid, compact, fitUnit, layOut } from '#lib/interactive/grid.ts';
import type { GridSize } from '#lib/interactive/controls/position.ts';

function control(kind: string, ...places: readonly (readonly [GridSize, number, number, number, number])[]) {
	const position = places.map(([size, x, y, width, height]) => ({ size, x, y, width, height }));
	return parseControl({ controlID: `${kind}-${places.length}`, kind, position });
}

test('a control without an entry for the grid is not drawn, and the board ends with its lowest row', () => {
	const jump = control('button', ['small', 2, 3, 10, 8], ['large', 0, 0, 10, 5]);
	const layout = layOut([jump, control('label', ['large', 0, 10, 9, 4]), control('button')], 'small');

	expect(layout.placed.map(({ control: { controlID } }) => controlID)).toEqual(['button-2']);
	expect(layout).toMatchObject({
		columns: 30,
		rows: 11,
		placed: [{ placement: { x: 2, y: 3, width: 10, height: 8 } }]
	});
});

test('a joystick is square, a textbox has its least size, and nothing lies beyond the edges', () => {
	const { placed } = layOut(
		[
			control('joystick', ['small', 0, 0, 14, 9]),
			control('textbox', ['small', 4, 0, 2, 1]),
			control('button', ['small', 28, 60, 10, 900], ['medium', 0, 0, 1, 1])
		],
		'small'
	);

	expect(placed.map(({ placement }) => placement)).toEqual([
		{ x: 0, y: 0, width: 9, height: 9 },
		{ x: 4, y: 0, width: 10, height: 4 },
		{ x: 20, y: 0, width: 10, height: 40 }
	]);
});

test('a screen covers everything and has no place of its own', () => {
	const layout = layOut([control('screen', ['small', 0, 0, 5, 5])], 'small');

	expect(layout.screen?.kind).toBe('screen');
	expect(layout.placed).toEqual([]);
});

test.each([
	[390, 'small'],
	[540, 'medium'],
	[899, 'medium'],
	[900, 'large']
] as const)('a viewport of %i px shows the grid %s', (widthPx, size) => {
	const everywhere = control('button', ['large', 0, 0, 9, 9], ['medium', 0, 0, 9, 9], ['small', 0, 0, 9, 9]);

	expect(chooseBoardGrid([everywhere], widthPx)).toBe(size);
	expect(chooseBoardGrid([], widthPx)).toBe(size);
});

test('a board that was made for desktops only is shown on a phone too', () => {
	const desktop = control('button', ['large', 0, 0, 9, 9]);

	expect(chooseBoardGrid([desktop, control('label')], 390)).toBe('large');
	expect(chooseBoardGrid([desktop, control('label', ['small', 0, 0, 9, 9])], 390)).toBe('small');
});

test('a unit is scaled to the width there is, to the height where there is less, and never beyond reason', () => {
	expect(fitUnit({ columns: 30, rows: 40 }, { widthPx: 390 })).toBe(13);
	expect(fitUnit({ columns: 30, rows: 40 }, { widthPx: 390, heightPx: 400 })).toBe(10);
	expect(fitUnit({ columns: 80, rows: 4 }, { widthPx: 9_000, heightPx: 5_000 })).toBe(26);
	expect(fitUnit({ columns: 80, rows: 0 }, { widthPx: 800, heightPx: 5 })).toBe(10);
});

test('a button under 8 wide or 6 high is compact', () => {
	expect(compact({ width: 8, height: 6 })).toBe(false);
	expect(compact({ width: 7, height: 6 })).toBe(true);
	expect(compact({ width: 8, height: 5 })).toBe(true);
});
