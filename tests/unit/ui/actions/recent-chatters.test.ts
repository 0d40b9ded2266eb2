import { expect, test } from 'vitest';
import type { FeedEntry } from '#lib/state/feed-entry.ts';
import { recentChatters } from '#lib/ui/actions/shoutouts/recent-chatters.ts';

const owner = { userId: '7', login: 'ada', displayName: 'Ada' };

function line(userId: string, channel = { platform: 'twitch', key: 'ada' }): FeedEntry {
	const author = { userId, login: `u${userId}`, displayName: `U${userId}`, badges: [], roles: [] };
	return { key: '', at: 0, type: 'message', message: { channel, author } } as unknown as FeedEntry;
}

test('who wrote last is offered first, once, and neither the owner nor people of other chats', () => {
	const entries = [
		line('1'),
		line('2'),
		line('1'),
		line('7'),
		line('3', { platform: 'twitch', key: 'otter' }),
		line('4', { platform: 'theta', key: 'ada' })
	];

	expect(recentChatters(entries, owner).map(({ userId }) => userId)).toEqual(['1', '2']);
	expect(recentChatters(entries, owner)[0]).toEqual({ userId: '1', login: 'u1', displayName: 'U1' });
});

test('a busy chat offers a dozen', () => {
	const entries = Array.from({ length: 500 }, (_, index) => line(String(index + 10)));

	expect(recentChatters(entries, owner)).toHaveLength(12);
});
