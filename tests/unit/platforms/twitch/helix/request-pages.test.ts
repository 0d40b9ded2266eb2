import * as v from 'valibot';
import { expect, test } from 'vitest';
import { requestPage, requestPages, type PageOptions } from '#lib/platforms/twitch/helix/request-pages.ts';
import { answer, createHelix } from './helix-fixture.ts';

const request = { path: '/chat/chatters', query: { broadcaster_id: '1' } } as const;
const entry = v.object({ id: v.string() });

const page = (ids: readonly unknown[], cursor?: string) =>
	answer(200, { data: ids.map((id) => ({ id })), pagination: cursor === undefined ? {} : { cursor } });

async function collect(answers: readonly Response[], options?: PageOptions) {
	const { helix, calls } = createHelix(answers);
	const items: unknown[] = [];
	for await (const { id } of requestPages(helix, request, entry, options)) items.push(id);
	return { items, calls: calls.map(({ call }) => call) };
}

test('a list is read page by page until the last one', async () => {
	const { items, calls } = await collect([page(['a', 'b'], 'two'), page(['c'])], { pageSize: 2 });

	expect(items).toEqual(['a', 'b', 'c']);
	expect(calls).toEqual([
		'GET /chat/chatters?broadcaster_id=1&first=2',
		'GET /chat/chatters?broadcaster_id=1&first=2&after=two'
	]);
});

test('a page is asked for only when it is needed', async () => {
	const { helix, calls } = createHelix([page(['a', 'b'], 'two')]);

	for await (const { id } of requestPages(helix, request, entry)) if (id === 'b') break;

	expect(calls).toHaveLength(1);
});

test('a list without an end ends at the most that is wanted', async () => {
	const { items, calls } = await collect([page(['a', 'b'], '2'), page(['c', 'd'], '3')], { most: 3 });

	expect(items).toEqual(['a', 'b', 'c']);
	expect(calls).toHaveLength(2);
});

test('a cursor that comes back ends the list', async () => {
	const { items } = await collect([page(['a'], '2'), page(['b'], '3'), page(['c'], '2'), page(['d'])]);

	expect(items).toEqual(['a', 'b', 'c']);
});

test('an empty page ends the list even with a cursor', async () => {
	const { calls } = await collect([page([], 'more')]);

	expect(calls).toHaveLength(1);
});

test('an entry in an unknown shape is left out, a list in one is an error', async () => {
	expect((await collect([page(['a', 3, 'b'])])).items).toEqual(['a', 'b']);
	await expect(collect([answer(200, { data: 'none' })])).rejects.toMatchObject({ code: 'malformed_answer' });
});

test('one page tells how long the list is', async () => {
	const { helix } = createHelix([answer(200, { data: [{ id: 'a' }], pagination: { cursor: 'x' }, total: 41 })]);

	expect(await requestPage(helix, request, entry)).toEqual({ items: [{ id: 'a' }], cursor: 'x', total: 41 });
});
