import { expect, test } from 'vitest';
import type { Point } from '#lib/interactive/sampler.ts';
import { Stick } from '#lib/ui/interactive/controls/stick.svelte.ts';

function held() {
	const told: Point[] = [];
	let usable = true;
	const onmove = (point: Point) => told.push(point);
	const stick = new Stick({ usable: () => usable, onhold: () => undefined, onmove, onrest: onmove });
	return { stick, told, disable: () => (usable = false) };
}

test('a stick is pushed no further than its edge', () => {
	const { stick, told } = held();
	stick.move('pointer 1', 3, 4);

	expect(told).toEqual([{ x: 0.6, y: 0.8 }]);
});

test('one hand holds it at a time, and only that one lets it go', () => {
	const { stick, told } = held();
	stick.move('pointer 1', 1, 0);
	stick.move('pad', 0, 1);
	stick.letGo('pad');

	expect(stick.at).toEqual({ x: 1, y: 0 });

	stick.letGo('pointer 1');

	expect(told).toEqual([
		{ x: 1, y: 0 },
		{ x: 0, y: 0 }
	]);
});

test('two arrow keys steer between them, and the last one lets go', () => {
	const { stick, told } = held();
	stick.steer('ArrowLeft', { down: true });
	stick.steer('ArrowLeft', { down: true });
	stick.steer('ArrowUp', { down: true });
	stick.steer('ArrowLeft', { down: false });
	stick.steer('ArrowUp', { down: false });

	expect(told.map(({ x, y }) => [Number(x.toFixed(2)), Number(y.toFixed(2))])).toEqual([
		[-1, 0],
		[-0.71, -0.71],
		[0, -1],
		[0, 0]
	]);
	expect(stick.steer('a', { down: true })).toBe(false);
});

test('a stick that is disabled is not moved, and can still be let go', () => {
	const { stick, told, disable } = held();
	stick.move('pointer 1', 1, 0);
	disable();
	stick.move('pointer 1', 0, 1);
	stick.letGo();

	expect(told).toEqual([
		{ x: 1, y: 0 },
		{ x: 0, y: 0 }
	]);
});
