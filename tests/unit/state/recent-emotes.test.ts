import { RecentEmotes } from '#lib/state/recent-emotes.svelte.ts';
import { expect, test } from 'vitest';

function createStorage(text: string | null = null) {
	const storage = {
		text,
		getItem: () => storage.text,
		setItem: (_key: string, value: string) => void (storage.text = value)
	};
	return storage;
}

test('what was chosen last is first after a reload, once, and the oldest makes room', () => {
	const storage = createStorage();
	const recent = new RecentEmotes(() => storage);

	for (let index = 0; index < 20; index++) recent.add(`emote${index}`);
	recent.add('emote10');

	const { names } = new RecentEmotes(() => storage);
	expect(names.slice(0, 2)).toEqual(['emote10', 'emote19']);
	expect([names.length, new Set(names).size]).toEqual([16, 16]);
});

test.each(['{"a":1}', '[1]', 'text', JSON.stringify(['x'.repeat(101)])])(
	'what was kept as %j counts as nothing',
	(text) => {
		expect(new RecentEmotes(() => createStorage(text)).names).toEqual([]);
	}
);
