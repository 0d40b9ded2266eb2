import { expect, test } from 'vitest';
import type { ChatEvent, ChatMessage } from '#lib/model/chat.ts';
import { removeFromFeed, type FeedEntry } from '#lib/state/feed-entry.ts';
import { removalText } from '#lib/ui/chat/removal-text.ts';
import { spanText } from '#lib/ui/chat/span-text.ts';

const channel = { platform: 'twitch', key: 'pool' } as const;
const message: ChatMessage = {
	id: '1',
	channel,
	author: { userId: '7', login: 'otter', displayName: 'Otter', badges: [], roles: [] },
	text: 'hi',
	fragments: [],
	sentAt: 0,
	action: false,
	firstMessage: false,
	highlighted: false
};

function removedBy(event: ChatEvent, change: Partial<ChatMessage> = {}): string | undefined {
	const entry: FeedEntry = { key: '1', at: 0, type: 'message', message: { ...message, ...change } };
	return removalText(removeFromFeed(entry, event) ?? entry);
}

test.each([
	[{ type: 'deletion', channel, messageId: '1' }, 'Deleted'],
	[{ type: 'timeout', channel, userId: '7', durationSeconds: 600 }, 'Timed out for 10 min'],
	[{ type: 'timeout', channel, userId: '7' }, 'Banned'],
	[{ type: 'clear', channel }, 'Chat cleared'],
	[{ type: 'clear', channel: { platform: 'twitch', key: 'sea' } }, undefined]
] as const)('%j is told as %s', (event, text) => {
	expect(removedBy(event)).toBe(text);
});

test('of a line from before it is said only that it was removed: how is not kept', () => {
	expect(removedBy({ type: 'deletion', channel, messageId: '1' }, { historical: true })).toBe('removed');
});

test.each([
	[1, '1 s'],
	[90, '90 s'],
	[600, '10 min'],
	[3_600, '1 h'],
	[86_400, '1 d'],
	[604_800, '1 w'],
	[1_209_600, '2 w']
])('%d seconds are written as %s', (seconds, text) => {
	expect(spanText(seconds)).toBe(text);
});
