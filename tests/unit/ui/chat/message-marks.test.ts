import { expect, test } from 'vitest';
import type { ChatMessage } from '#lib/model/chat.ts';
import { messageMarks } from '#lib/ui/chat/message-marks.ts';

const plain: ChatMessage = {
	id: '1',
	channel: { platform: 'twitch', key: 'pool' },
	author: { userId: '1', login: 'otter', displayName: 'Otter', badges: [], roles: [] },
	text: '',
	fragments: [],
	sentAt: 0,
	action: false,
	firstMessage: false,
	highlighted: false
};
const source = { channelId: '2', messageId: 'm', foreign: true };

test.each([
	[{}, []],
	[{ firstMessage: true }, ['First message']],
	[{ returning: true, rewardId: 'r' }, ['Back after a while', 'Channel points']],
	[{ powerUp: 'gigantified' }, ['Giant emote']],
	[{ source }, ['Shared chat']],
	[{ source: { ...source, foreign: false } }, []],
	[{ payment: { amount: 12.5, currency: 'XTS' } }, [expect.stringContaining('12')]]
] satisfies [Partial<ChatMessage>, unknown[]][])('a message with %o is marked', (change, marks) => {
	expect(messageMarks({ ...plain, ...change })).toEqual(marks);
});
