import { expect, test } from 'vitest';
import type { FeedEntry } from '#lib/state/feed-entry.ts';
import { recentMessages } from '#lib/ui/chat/recent-messages.ts';

function message(id: number, userId: string, platform = 'twitch'): FeedEntry {
	return {
		key: String(id),
		at: id,
		type: 'message',
		message: {
			id: String(id),
			channel: { platform, key: 'pool' },
			author: { userId, login: userId, displayName: userId, badges: [], roles: [] },
			text: `text ${id}`,
			fragments: [],
			sentAt: id,
			action: false,
			firstMessage: false,
			highlighted: false
		}
	};
}

test('a chatter has the messages of that id on that platform, and no others', () => {
	const entries = [message(1, 'a'), message(2, 'b'), message(3, 'a', 'theta'), message(4, 'a')];

	expect(recentMessages(entries, { platform: 'twitch', userId: 'a' }).map(({ id }) => id)).toEqual(['1', '4']);
});

test('of a talkative chatter the newest twenty are shown', () => {
	const entries = Array.from({ length: 50 }, (_one, index) => message(index, 'a'));

	const recent = recentMessages(entries, { platform: 'twitch', userId: 'a' });

	expect(recent).toHaveLength(20);
	expect(recent.at(-1)?.id).toBe('49');
});
