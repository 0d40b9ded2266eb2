import { expect, test } from 'vitest';
import type { Page } from '#lib/platforms/twitch/helix/request-pages.ts';
import type { UnbanRequest } from '#lib/platforms/twitch/helix/unban-requests.ts';
import { UnbanQueue } from '#lib/state/unban-queue.svelte.ts';

const person = { userId: '42', login: 'bo', displayName: 'Bo' };
const request = (id: string): UnbanRequest => ({
	id,
	person,
	text: 'sorry',
	status: 'pending',
	createdAt: 1,
	answeredBy: '',
	answer: ''
});
const stamp = { id: 'e', platform: 'twitch', at: 1 } as const;
const filed = (requestId: string) => ({ ...stamp, type: 'unban-request', requestId, person, text: 'sorry' }) as const;
const answered = (requestId: string) => ({ ...stamp, type: 'unban-request-resolved', requestId, person }) as const;
const ids = ({ list }: UnbanQueue) => list.map(({ id }) => id);
const page = (cursor: string | undefined, ...names: string[]): Page<UnbanRequest> => ({
	items: names.map(request),
	...(cursor && { cursor })
});

test('requests are loaded page by page, and the cursor leads on', async () => {
	const queue = new UnbanQueue();
	const asked: (string | undefined)[] = [];
	const pages = [page('next', 'a', 'b'), page(undefined, 'b', 'c')];
	const ask = async (after: string | undefined) => {
		asked.push(after);
		return pages.shift() ?? page(undefined);
	};

	await queue.load(ask);
	const more = queue.more;
	await queue.loadMore(ask);

	expect([asked, more, queue.more]).toEqual([[undefined, 'next'], true, false]);
	expect(ids(queue)).toEqual(['a', 'b', 'c']);
});

test('what is heard of while the list is on its way is neither lost nor brought back', async () => {
	const queue = new UnbanQueue();
	let arrive = (_page: Page<UnbanRequest>) => {};
	const loading = queue.load(() => new Promise((resolve) => (arrive = resolve)));

	queue.take(filed('new'));
	queue.take(answered('old'));
	arrive(page(undefined, 'old', 'other'));
	await loading;

	expect(ids(queue)).toEqual(['new', 'other']);
});

test('a request that was loaded before and is pending no longer goes with the next load', async () => {
	const queue = new UnbanQueue();
	await queue.load(async () => page(undefined, 'a', 'b'));

	await queue.load(async () => page(undefined, 'b'));

	expect(ids(queue)).toEqual(['b']);
});

test('a load that failed says why and keeps what is shown', async () => {
	const queue = new UnbanQueue();
	await queue.load(async () => page(undefined, 'a'));

	await queue.load(() => Promise.reject(new Error('down')));

	expect(queue.loading.problem).toEqual(new Error('down'));
	expect(ids(queue)).toEqual(['a']);
});
