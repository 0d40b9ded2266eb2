import { expect, test } from 'vitest';
import type { ChatEvent, ChatNotice } from '#lib/model/chat.ts';
import { GiftBombs } from '#lib/services/gift-bombs.ts';

function gift(id: string, change: Partial<ChatNotice> = {}): ChatEvent {
	return {
		type: 'notice',
		notice: {
			id,
			channel: { platform: 'twitch', key: 'pool' },
			kind: 'gift',
			author: { userId: '7', login: 'ada', displayName: 'Ada', badges: [], roles: [] },
			systemText: `sentence ${id}`,
			fragments: [],
			sentAt: 0,
			originId: 'o1',
			...change
		}
	};
}

const bomb = (amount: number) => gift('all', { amount });
const single = (name: string, change: Partial<ChatNotice> = {}) => gift(name, { recipients: [name], ...change });

test('a gift bomb stays one line, which names who got something', () => {
	const bombs = new GiftBombs();

	const events = [bomb(3), single('Bo'), single('Cy'), single('Di')].map((event) => bombs.take(event));

	expect(events.map(({ type }) => type)).toEqual(['notice', 'notice-change', 'notice-change', 'notice-change']);
	expect(events.at(-1)).toMatchObject({
		notice: { id: 'all', amount: 3, systemText: 'sentence all', recipients: ['Bo', 'Cy', 'Di'] }
	});
});

test('gifts that come before their announcement end in the same line', () => {
	const bombs = new GiftBombs();

	const events = [single('Bo'), single('Cy'), bomb(5)].map((event) => bombs.take(event));

	expect(events[1]).toMatchObject({ notice: { id: 'Bo', amount: 2, systemText: '', recipients: ['Bo', 'Cy'] } });
	expect(events[2]).toMatchObject({ notice: { id: 'Bo', amount: 5, systemText: 'sentence all' } });
});

test('a single gift keeps its sentence', () => {
	expect(new GiftBombs().take(single('Bo'))).toEqual(single('Bo'));
});

test('gifts of two acts, of two chatters, or of no act are not joined', () => {
	const bombs = new GiftBombs();
	const author = { userId: '8', login: 'eve', displayName: 'Eve', badges: [], roles: [] };
	const plain = single('Di');
	if (plain.type === 'notice') Reflect.deleteProperty(plain.notice, 'originId');

	const events = [single('Bo'), single('Cy', { originId: 'o2' }), single('Fi', { author }), plain, plain];

	expect(events.map((event) => bombs.take(event).type)).toEqual(['notice', 'notice', 'notice', 'notice', 'notice']);
});

test('of a thousand recipients a few are named and all are counted', () => {
	const bombs = new GiftBombs();
	bombs.take(bomb(500));

	let last: ChatEvent | undefined;
	for (let index = 0; index < 1_000; index++) last = bombs.take(single(`viewer${index}`));

	expect(last).toMatchObject({ notice: { amount: 1_000 } });
	expect(last?.type === 'notice-change' && last.notice.recipients?.length).toBeLessThanOrEqual(20);
});

test('an act long past is forgotten', () => {
	const bombs = new GiftBombs();
	bombs.take(bomb(3));
	for (let index = 0; index < 100; index++) bombs.take(gift(`other${index}`, { originId: `other${index}` }));

	expect(bombs.take(single('Bo')).type).toBe('notice');
});
