import { expect, test } from 'vitest';
import type { FeedEntry } from '#lib/state/feed-entry.ts';
import { createHighlight } from '#lib/ui/chat/entry-highlight.ts';

const me = { identity: { platform: 'twitch', userId: '7', login: 'tidalkit', displayName: 'TidalKit' } };

function message(text: string, { platform = 'twitch', userId = '1' } = {}): FeedEntry {
	return {
		key: '1',
		at: 0,
		type: 'message',
		message: {
			id: '1',
			channel: { platform, key: 'pool' },
			author: { userId, login: 'otter', displayName: 'Otter', badges: [], roles: [] },
			text,
			fragments: [{ type: 'text', text }],
			sentAt: 0,
			action: false,
			firstMessage: false,
			highlighted: false
		}
	};
}

test('my name and my words call me', () => {
	const highlights = createHighlight([me], ['giveaway']);

	expect(highlights(message('hey @tidalkit'))).toBe(true);
	expect(highlights(message('when is the Giveaway?'))).toBe(true);
	expect(highlights(message('hey'))).toBe(false);
});

test('what I write myself does not call me, and my id on another platform is somebody else', () => {
	const highlights = createHighlight([me], []);

	expect(highlights(message('I am TidalKit', { userId: '7' }))).toBe(false);
	expect(highlights(message('hi TidalKit', { userId: '7', platform: 'theta' }))).toBe(true);
});
