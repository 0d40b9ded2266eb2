import { expect, test } from 'vitest';
import { noFilter } from '#lib/model/chat-filter.ts';
import { oneColumn } from '#lib/state/chat-columns.ts';
import { mostChannels, parseSettings, Settings } from '#lib/state/settings.svelte.ts';

function createStorage(text: string | null = null) {
	const storage = {
		text,
		getItem: () => storage.text,
		setItem: (_key: string, value: string) => void (storage.text = value)
	};
	return storage;
}

test.each([null, '', 'null', '[]', '{', '"dark"', '{"theme":"pink","channels":"all","chatFontSize":400}'])(
	'%s reads as the defaults',
	(text) => {
		expect(parseSettings(text)).toEqual({
			theme: 'system',
			chatFontSize: 'standard',
			timestamps: false,
			density: 'standard',
			emoteMotion: 'system',
			removedMessages: 'struck',
			markAway: true,
			highlightWords: [],
			highlightSound: false,
			columns: oneColumn,
			fillsGaps: false,
			screenOn: false,
			speaksAsBot: false,
			channels: []
		});
	}
);

test('a wrong field does not cost the right ones', () => {
	const text = JSON.stringify({ theme: 'light', timestamps: 'yes', chatFontSize: 'large' });

	expect(parseSettings(text)).toMatchObject({ theme: 'light', timestamps: false, chatFontSize: 'large' });
});

test('stored channels that cannot be channels are not joined', () => {
	expect(parseSettings(JSON.stringify({ channels: [{ platform: 'theta', key: 'chat.*' }] })).channels).toEqual([]);
	expect(parseSettings(JSON.stringify({ channels: [{ platform: 'nowhere', key: 'otter' }] })).channels).toEqual([]);
});

test('a change is there after a reload', () => {
	const storage = createStorage();
	new Settings(() => storage).change({ theme: 'light', timestamps: true });

	expect(new Settings(() => storage).current).toMatchObject({ theme: 'light', timestamps: true });
});

test('a channel is added once, removed again, and the list is bounded', () => {
	const settings = new Settings(() => createStorage());
	settings.addChannel({ platform: 'twitch', key: 'otter' });
	settings.addChannel({ platform: 'twitch', key: 'otter' });
	expect(settings.current.channels).toHaveLength(1);

	settings.removeChannel({ platform: 'twitch', key: 'otter' });
	expect(settings.current.channels).toHaveLength(0);

	for (let index = 0; index < mostChannels; index++) settings.addChannel({ platform: 'twitch', key: `c${index}` });
	expect(settings.addChannel({ platform: 'twitch', key: 'one_more' })).toBe(false);
	expect(settings.current.channels).toHaveLength(mostChannels);
});

test('settings work where storage is blocked', () => {
	const settings = new Settings(() => {
		throw new DOMException('denied', 'SecurityError');
	});

	settings.change({ theme: 'dark' });

	expect(settings.current.theme).toBe('dark');
});

test('settings work where storage is full', () => {
	const settings = new Settings(() => ({
		getItem: () => null,
		setItem: () => {
			throw new DOMException('full', 'QuotaExceededError');
		}
	}));

	settings.change({ timestamps: true });

	expect(settings.current.timestamps).toBe(true);
});

test('the one filter of earlier settings becomes that of the first column, as far as it is right', () => {
	const filter = { hiddenPlatforms: ['nowhere'], audience: 'gods', text: 'x'.repeat(10_000), hideBots: true };

	expect(parseSettings(JSON.stringify({ filter })).columns).toEqual([
		{ ...oneColumn[0], filter: { ...noFilter, hideBots: true } }
	]);
});
