import { expect, test } from 'vitest';
import { Drafts } from '#lib/state/drafts.svelte.ts';

const pool = { platform: 'twitch', key: 'pool' };
const sea = { platform: 'theta', key: 'sea' };

function createStorage(kept?: string) {
	const entries = new Map(kept === undefined ? [] : [['tributary.drafts', kept]]);
	const storage = {
		getItem: (key: string) => entries.get(key) ?? null,
		setItem: (key: string, value: string) => void entries.set(key, value)
	};
	return { entries, open: () => new Drafts(() => storage) };
}

test('what was typed is there again after the page was left, each text with its channel', () => {
	const { open } = createStorage();
	const drafts = open();
	drafts.write(pool, 'half a sentence');
	drafts.write(sea, 'ahoy');

	const reopened = open();

	expect([reopened.text(pool), reopened.text(sea), reopened.chosen]).toEqual(['half a sentence', 'ahoy', 'theta:sea']);
});

test('what was sent leaves nothing behind', () => {
	const { open, entries } = createStorage();
	const drafts = open();
	drafts.write(pool, 'a secret plan');

	drafts.write(pool, '');

	expect(open().text(pool)).toBe('');
	expect([...entries.values()].join()).not.toContain('secret');
});

test('a line that was on its way when the page was left is told apart from one that was only typed', () => {
	const { open } = createStorage();
	open().write(pool, 'did this arrive?', { leaving: true });
	const typed = open();

	expect(typed.isLeaving(pool)).toBe(true);
	typed.write(pool, 'did this arrive? no');
	expect(open().isLeaving(pool)).toBe(false);
});

test('a text goes along to another channel unless something is written there', () => {
	const drafts = createStorage().open();
	drafts.write(pool, 'for whom?');

	drafts.choose(sea, pool);
	expect([drafts.text(pool), drafts.text(sea)]).toEqual(['', 'for whom?']);
	drafts.write(pool, 'mine');
	drafts.choose(sea, pool);

	expect([drafts.text(pool), drafts.text(sea), drafts.chosen]).toEqual(['mine', 'for whom?', 'theta:sea']);
});

test('drafts stay few and short', () => {
	const { open, entries } = createStorage();
	const drafts = open();
	for (let count = 0; count < 100; count++) drafts.write({ ...pool, key: `c${count}` }, 'x'.repeat(10_000));

	expect([...entries.values()].join().length).toBeLessThan(50_000);
	expect(open().text({ ...pool, key: 'c99' })).toHaveLength(2_000);
	expect(open().text({ ...pool, key: 'c0' })).toBe('');
});

test.each(['', 'null', '{"drafts":[{"channel":1}]}'])('a record that reads %j is no draft', (kept) => {
	expect(createStorage(kept).open().text(pool)).toBe('');
});

test('where storage is blocked a draft lasts until the page closes', () => {
	const drafts = new Drafts(() => {
		throw new Error('blocked');
	});

	drafts.write(pool, 'still here');

	expect(drafts.text(pool)).toBe('still here');
});
