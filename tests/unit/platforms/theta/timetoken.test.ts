import { expect, test } from 'vitest';
import { compareTimetokens, formatTimetoken, timetokenTime } from '#lib/platforms/theta/timetoken.ts';

test('an instant survives the way to a timetoken and back', () => {
	expect(formatTimetoken(1_760_000_000_123)).toBe('17600000001230000');
	expect(timetokenTime(formatTimetoken(1_760_000_000_123))).toBe(1_760_000_000_123);
});

test.each(['', '0', '1760000000000000', '176000000000000000', '1760000000000000x'])('%j has no time', (timetoken) => {
	expect(timetokenTime(timetoken)).toBeUndefined();
});

test('timetokens that are equal as numbers keep their order', () => {
	expect(Number('17600000000000001')).toBe(Number('17600000000000000'));
	expect(compareTimetokens('17600000000000001', '17600000000000000')).toBeGreaterThan(0);
	expect(compareTimetokens('9', '17600000000000000')).toBeLessThan(0);
	expect(compareTimetokens('17600000000000000', '17600000000000000')).toBe(0);
});
