import { expect, test } from 'vitest';
import { raidTargets } from '#lib/ui/actions/raids/raid-targets.ts';

const person = (userId: string) => ({ userId, login: `u${userId}`, displayName: `U${userId}` });
const live = (userId: string, viewers: number) => ({
	person: person(userId),
	live: true,
	title: 'Title',
	category: 'Retro',
	viewers
});

test('pinned channels come first, those that are live before those that are not', () => {
	const targets = raidTargets([live('1', 90), live('2', 8), live('3', 7)], [person('9'), person('3')]);

	expect(targets.map(({ person: { userId }, live: isLive }) => [userId, isLive])).toEqual([
		['3', true],
		['9', false],
		['1', true],
		['2', true]
	]);
});
