import { expect, test } from 'vitest';
import { createSentTimes } from '#lib/services/sent-times.ts';

test('what one page counted another counts too, each account for itself', () => {
	const entries = new Map<string, string>();
	const storage = () => ({
		getItem: (key: string) => entries.get(key) ?? null,
		setItem: (key: string, value: string) => void entries.set(key, value),
		removeItem: (key: string) => void entries.delete(key)
	});
	const [first, second] = [createSentTimes('twitch', storage), createSentTimes('twitch', storage)];

	first.save('7', [1, 2]);

	expect(second.load('7')).toEqual([1, 2]);
	expect(second.load('9')).toEqual([]);
	second.save('7', []);
	expect(entries.size).toBe(0);
});

test('a record that is none, or a storage that is blocked, costs nobody a line', () => {
	const broken = createSentTimes('twitch', () => ({
		getItem: () => '{"a":1}',
		setItem: () => {},
		removeItem: () => {}
	}));
	const blocked = createSentTimes('twitch', () => {
		throw new Error('blocked');
	});

	blocked.save('7', [5]);

	expect(broken.load('7')).toEqual([]);
	expect(blocked.load('7')).toEqual([5]);
});
