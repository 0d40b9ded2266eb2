import { expect, test } from 'vitest';
import { planShoutouts } from '#lib/platforms/twitch/shoutout-plan.ts';

const minute = 60_000;
const people = ['1', '2', '3'].map((userId) => ({ userId, login: `u${userId}`, displayName: `U${userId}` }));

function plan(anyFreeAt: number, sameFreeAt: Record<string, number>, now = 0) {
	return planShoutouts(people, { anyFreeAt, sameFreeAt }, now).map(({ person, dueAt }) => [
		person.userId,
		dueAt / minute
	]);
}

test('shoutouts follow one another at two minutes', () => {
	expect(plan(0, {})).toEqual([
		['1', 0],
		['2', 2],
		['3', 4]
	]);
	expect(plan(5 * minute, {}, minute)).toEqual([
		['1', 5],
		['2', 7],
		['3', 9]
	]);
});

test('a channel that waits out its hour lets the others go first', () => {
	expect(plan(0, { '1': 3 * minute })).toEqual([
		['2', 0],
		['3', 2],
		['1', 4]
	]);
	expect(plan(0, { '1': 50 * minute, '2': 40 * minute, '3': 41 * minute })).toEqual([
		['2', 40],
		['3', 42],
		['1', 50]
	]);
});
