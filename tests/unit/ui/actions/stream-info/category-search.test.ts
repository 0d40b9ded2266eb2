import { createClock } from '@sinonjs/fake-timers';
import { expect, test } from 'vitest';
import type { Category } from '#lib/model/category.ts';
import { CategorySearch } from '#lib/ui/actions/stream-info/category-search.svelte.ts';
import { adaptClock } from '#tests/support/fake-environment.ts';

/** A search whose answers come when the test gives them. */
function createSearch() {
	const clock = createClock();
	const asked: string[] = [];
	const answers: ((found: readonly Category[] | Error) => void)[] = [];
	const search = new CategorySearch((query) => {
		asked.push(query);
		return new Promise((resolve, reject) => {
			answers.push((found) => (found instanceof Error ? reject(found) : resolve(found)));
		});
	}, adaptClock(clock));
	return { search, clock, asked, answers };
}

test('nothing is asked until nothing was typed for a moment', async () => {
	const { search, clock, asked } = createSearch();

	search.type('l');
	await clock.tickAsync(100);
	search.type('li');
	await clock.tickAsync(200);
	expect(asked).toEqual([]);
	await clock.tickAsync(100);

	expect(asked).toEqual(['li']);
	expect(search.busy).toBe(true);
});

test('an answer that a newer question has overtaken is dropped', async () => {
	const { search, clock, answers } = createSearch();

	search.type('li');
	await clock.tickAsync(300);
	search.type('light');
	await clock.tickAsync(300);
	answers[1]?.([{ id: '2', name: 'Lighthouse' }]);
	await clock.tickAsync(0);
	answers[0]?.([{ id: '1', name: 'Lit' }]);
	await clock.tickAsync(0);

	expect(search.found).toEqual([{ id: '2', name: 'Lighthouse' }]);
	expect(search.busy).toBe(false);
});

test('a search that failed says so and can be tried again at once', async () => {
	const { search, clock, asked, answers } = createSearch();

	search.type('light');
	await clock.tickAsync(300);
	answers[0]?.(new Error('no network'));
	await clock.tickAsync(0);
	expect(search.problem).toEqual(new Error('no network'));
	search.retry('light');
	answers[1]?.([]);
	await clock.tickAsync(0);

	expect(asked).toEqual(['light', 'light']);
	expect(search.problem).toBeUndefined();
	expect(search.found).toEqual([]);
});
