import { expect, test } from 'vitest';
import { sparkline } from '#lib/ui/panel/sparkline.ts';

test('the line fills its box from the oldest to the newest value', () => {
	expect(sparkline([10, 20, 15], 60, 16)).toBe('0,16 30,0 60,8');
});

test('viewers that do not change are a flat line', () => {
	expect(sparkline([7, 7], 60, 16)).toBe('0,16 60,16');
	expect(sparkline([7], 60, 16)).toBe('0,16');
});
