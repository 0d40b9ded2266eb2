import { expect, test } from 'vitest';
import type { ListedPerson } from '#lib/model/listed-person.ts';
import { freshMs, PeopleList } from '#lib/state/people-list.svelte.ts';
import type { Page } from '#lib/platforms/twitch/helix/request-pages.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

const person = (userId: string): ListedPerson => ({ userId, login: `viewer${userId}`, displayName: `Viewer${userId}` });
const ids = (list: PeopleList) => list.people.map(({ userId }) => userId).join();

/** A list whose pages come when they are given. */
function createList() {
	const waiting: ((page: Page<ListedPerson> | Error | undefined) => void)[] = [];
	async function* read(): AsyncGenerator<Page<ListedPerson>, void> {
		for (;;) {
			const page = await new Promise<Page<ListedPerson> | Error | undefined>((resolve) => waiting.push(resolve));
			if (page instanceof Error) throw page;
			if (!page) return;
			yield page;
		}
	}
	const { environment, clock } = createFakeEnvironment();
	const list = new PeopleList(read, environment.clock);
	const give = async (page: Page<ListedPerson> | Error | undefined) => {
		waiting.shift()?.(page);
		for (let turn = 0; turn < 20; turn++) await Promise.resolve();
	};
	return { list, give, clock, asked: () => waiting.length };
}

async function load({ list, give }: ReturnType<typeof createList>, ...userIds: readonly string[]) {
	const loading = list.load();
	await give({ items: userIds.map(person), total: userIds.length });
	await give(undefined);
	await loading;
}

test('a list grows page by page while it is read, and knows each person once', async () => {
	const { list, give } = createList();
	void list.load();

	await give({ items: [person('1'), person('2')], total: 3, cursor: 'a' });
	expect([ids(list), list.loading, list.loadedAt, list.count]).toEqual(['1,2', true, undefined, 3]);
	await give({ items: [person('2'), person('3')], total: 3 });
	await give(undefined);

	expect([ids(list), list.loading, list.cut]).toEqual(['1,2,3', false, false]);
});

test('while a list is read again, the one that was there stays', async () => {
	const parts = createList();
	await load(parts, '1', '2');
	void parts.list.load();

	await parts.give({ items: [person('3')], cursor: 'a' });
	expect(ids(parts.list)).toBe('1,2');
	await parts.give(undefined);

	expect(ids(parts.list)).toBe('3');
});

test('a list that goes on after its last page is said to be cut', async () => {
	const { list, give } = createList();
	void list.load();
	await give({ items: [person('1')], total: 90_000, cursor: 'more' });
	await give(undefined);

	expect([list.cut, list.total]).toEqual([true, 90_000]);
});

test('a failure is told, and what was read until then stays', async () => {
	const { list, give } = createList();
	void list.load();
	await give({ items: [person('1')], cursor: 'a' });
	await give(new Error('no connection'));

	expect([ids(list), list.loading, (list.problem as Error).message]).toEqual(['1', false, 'no connection']);
});

test('who comes or goes is seen at once, the newest first, and counted', async () => {
	const parts = createList();
	await load(parts, '1', '2');

	parts.list.put(person('3'));
	parts.list.drop('1');
	parts.list.drop('9');

	expect([ids(parts.list), parts.list.total]).toEqual(['3,2', 2]);
});

test('what happens while a list is read outlives pages from before', async () => {
	const { list, give } = createList();
	void list.load();
	await give({ items: [person('1'), person('2')], cursor: 'a' });
	list.drop('1');
	list.put(person('4'));

	await give({ items: [person('1'), person('3')] });
	await give(undefined);

	expect(ids(list)).toBe('4,2,3');
});

test('a list that nobody has asked for does not begin with whoever happens by', () => {
	const { list } = createList();

	list.put(person('1'));

	expect(ids(list)).toBe('');
});

test('a list is not read again by itself within half a minute', async () => {
	const parts = createList();
	await load(parts, '1');

	void parts.list.freshen();
	expect(parts.asked()).toBe(0);
	parts.clock.tick(freshMs);
	void parts.list.freshen();

	expect(parts.asked()).toBe(1);
});

test('what was being read of one account does not reach the next', async () => {
	const { list, give } = createList();
	void list.load();
	await give({ items: [person('1')], cursor: 'a' });

	list.clear();
	await give({ items: [person('2')] });

	expect([ids(list), list.loading, list.loadedAt]).toEqual(['', false, undefined]);
});
