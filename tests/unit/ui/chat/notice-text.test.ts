import { expect, test } from 'vitest';
import type { ChatNotice } from '#lib/model/chat.ts';
import { noticeText } from '#lib/ui/chat/notice-text.ts';

function notice(change: Partial<ChatNotice>): ChatNotice {
	return {
		id: '1',
		channel: { platform: 'theta', key: 'usr1' },
		kind: 'system',
		author: { userId: '1', login: 'otter', displayName: 'Otter', badges: [], roles: [] },
		systemText: '',
		fragments: [],
		sentAt: 0,
		...change
	};
}

test("the platform's own sentence comes first", () => {
	expect(noticeText(notice({ kind: 'raid', amount: 5, systemText: '5 raiders have joined!' }))).toBe(
		'5 raiders have joined!'
	);
});

test.each([
	[{ kind: 'tip', amount: 8 }, 'Otter tipped 8 TFuel'],
	[{ kind: 'tip', amount: 5, itemName: 'Rose' }, 'Otter sent Rose, worth 5 TFuel'],
	[{ kind: 'raid', amount: 1 }, 'Otter raids with 1 viewer'],
	[{ kind: 'raid', amount: 42 }, 'Otter raids with 42 viewers'],
	[{ kind: 'subscription' }, 'Otter subscribed'],
	[{ kind: 'subscription', amount: 12 }, 'Otter has subscribed for 12 months'],
	[{ kind: 'gift', amount: 5 }, 'Otter gave 5 subscriptions'],
	[{ kind: 'gift', itemName: 'Rocket' }, 'Otter sent Rocket'],
	[{ kind: 'level', amount: 7 }, 'Otter reached level 7']
] satisfies [Partial<ChatNotice>, string][])('%o is told in our words', (change, sentence) => {
	expect(noticeText(notice(change))).toBe(sentence);
});

test.each([
	[{ amount: 2, recipients: ['Bo', 'Cy'] }, 'Otter gave 2 subscriptions (Bo, Cy)'],
	[{ amount: 9, recipients: ['Bo', 'Cy'] }, 'Otter gave 9 subscriptions (Bo, Cy and 7 more)'],
	[{ amount: 5, recipients: ['Bo'], systemText: 'Five for all!' }, 'Five for all! (Bo and 4 more)'],
	[{ recipients: ['Bo'], systemText: 'Otter gifted a sub to Bo!' }, 'Otter gifted a sub to Bo!']
] satisfies [Partial<ChatNotice>, string][])('gifts of %o name who got them', (change, sentence) => {
	expect(noticeText(notice({ kind: 'gift', ...change }))).toBe(sentence);
});

test('a notice without an author speaks of someone', () => {
	const anonymous = notice({ kind: 'tip', amount: 2 });
	Reflect.deleteProperty(anonymous, 'author');

	expect(noticeText(anonymous)).toBe('Someone tipped 2 TFuel');
});
