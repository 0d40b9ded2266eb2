import { expect, test } from 'vitest';
import type { Point } from '#lib/interactive/sampler.ts';
import { Pointing, type PointingOptions } from '#lib/ui/interactive/controls/pointing.svelte.ts';

function pointed(sends: ReturnType<PointingOptions['sendsMoves']>) {
	const told: (readonly [string, Point])[] = [];
	const tell = (event: string) => (point: Point) => told.push([event, point]);
	const [onmove, onpress, onrelease] = [tell('move'), tell('mousedown'), tell('mouseup')];
	return { told, pointing: new Pointing({ usable: () => true, sendsMoves: () => sends, onmove, onpress, onrelease }) };
}

test.each([
	['always', ['move', 'mousedown', 'move', 'mouseup']],
	['mousedown', ['mousedown', 'move', 'mouseup']],
	['never', ['mousedown', 'mouseup']]
] as const)('moves are told %s', (sends, events) => {
	const { told, pointing } = pointed(sends);
	pointing.move('pointer 1', { x: 0.1, y: 0.1 });
	pointing.press('pointer 1', { x: 0.2, y: 0.2 });
	pointing.move('pointer 1', { x: 0.3, y: 7 });
	pointing.move('pointer 2', { x: 0.9, y: 0.9 });
	pointing.letGo('pointer 2');
	pointing.letGo('pointer 1');

	expect(told.map(([event]) => event)).toEqual(events);
	expect(told.at(-1)).toEqual(['mouseup', { x: 0.3, y: 1 }]);
});

test('the arrow keys move it, from the bottom up', () => {
	const { pointing } = pointed('always');
	pointing.steer('ArrowUp');
	pointing.steer('ArrowLeft');

	expect(pointing.at).toEqual({ x: 0.46, y: 0.54 });
	expect(pointing.steer('Enter')).toBe(false);
});
