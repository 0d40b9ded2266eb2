import { expect, test } from 'vitest';
import { changeBetween } from '#lib/state/information-change.ts';

const now = {
	title: 'Now',
	category: { id: '1', name: 'One' },
	tags: ['a', 'b'],
	language: 'en',
	labels: ['Gambling', 'MatureGame'],
	branded: false
};

test('what is the same is not sent again', () => {
	expect(changeBetween(now, { ...now, category: { id: '1', name: 'One', artId: '1' } })).toEqual({});
});

test('each difference is sent, labels one by one', () => {
	const wanted = { ...now, title: 'Then', category: null, tags: ['b', 'a'], labels: ['SexualThemes'] };

	expect(changeBetween(now, wanted)).toEqual({
		title: 'Then',
		category: null,
		tags: ['b', 'a'],
		labels: { SexualThemes: true, Gambling: false }
	});
	expect(changeBetween(now, { ...now, language: 'de', branded: true })).toEqual({ language: 'de', branded: true });
});
