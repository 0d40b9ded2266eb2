import { expect, test } from 'vitest';
import { parseSavedMessages, SavedMessages } from '#lib/state/saved-messages.svelte.ts';

function createStorage(text: string | null = null) {
	const storage = {
		text,
		getItem: () => storage.text,
		setItem: (_key: string, value: string) => void (storage.text = value)
	};
	return storage;
}

const message = (key: string) => ({ key, platform: 'twitch', name: 'Otter', text: 'hello', sentAt: 1 });

test('a saved message is there after a reload, once, until it is removed', () => {
	const storage = createStorage();
	const saved = new SavedMessages(() => storage);
	saved.add(message('a'));
	saved.add(message('a'));
	expect(new SavedMessages(() => storage).list).toEqual([message('a')]);

	saved.remove('a');

	expect(new SavedMessages(() => storage).list).toEqual([]);
});

test('the newest comes first and the oldest makes room', () => {
	const saved = new SavedMessages(() => createStorage());

	for (let index = 0; index < 120; index++) saved.add(message(String(index)));

	expect(saved.list).toHaveLength(100);
	expect(saved.list[0]?.key).toBe('119');
});

test.each([
	null,
	'',
	'{',
	'{}',
	'"x"',
	'[null, 1, {"key":"a"}]',
	'[{"key":"a","platform":"twitch","name":"a","text":"a","sentAt":1e300}]'
])('stored %s reads as nothing saved', (text) => {
	expect(parseSavedMessages(text)).toEqual([]);
});

test('saving works where storage is blocked', () => {
	const saved = new SavedMessages(() => {
		throw new DOMException('denied', 'SecurityError');
	});

	saved.add(message('a'));

	expect(saved.has('a')).toBe(true);
});
