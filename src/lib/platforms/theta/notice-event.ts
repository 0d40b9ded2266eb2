import type { ChatAuthor, ChatNotice } from '#lib/model/chat.ts';
import type { Person } from '#lib/model/person.ts';
import type { StreamEvent, StreamEventStamp } from '#lib/model/stream-event.ts';

/** What a notice of THETA.tv's chat tells of the stream: this platform has no other way to tell it. */
export function toStreamEvent(notice: ChatNotice): StreamEvent | undefined {
	const stamp: StreamEventStamp = { id: notice.id, platform: 'theta', at: notice.sentAt };
	switch (notice.kind) {
		case 'stream-online':
			return { ...stamp, type: 'stream-online', startedAt: notice.sentAt };
		case 'stream-offline':
			return { ...stamp, type: 'stream-offline' };
		default:
			return notice.author && personEvent(stamp, notice, toPerson(notice.author));
	}
}

function personEvent(stamp: StreamEventStamp, notice: ChatNotice, person: Person): StreamEvent | undefined {
	switch (notice.kind) {
		case 'follow':
			return { ...stamp, type: 'follow', person };
		case 'subscription':
			return subscription(stamp, person, notice.amount ?? 1);
		case 'raid':
			return { ...stamp, type: 'raid', person, viewers: notice.amount ?? 0 };
		case 'tip':
			return { ...stamp, type: 'tip', person, amount: tipAmount(notice), text: noteOf(notice) };
		case 'gift':
			return gift(stamp, person, notice);
		default:
			return undefined;
	}
}

/** THETA.tv's subscriptions have one price: the lowest tier. */
function subscription(stamp: StreamEventStamp, person: Person, months: number): StreamEvent {
	if (months <= 1) return { ...stamp, type: 'subscription', person, tier: '1000', gifted: false };
	return { ...stamp, type: 'resubscription', person, tier: '1000', months, text: '' };
}

/** A gift is an item, worth what its name is, or a subscription. */
function gift(stamp: StreamEventStamp, person: Person, notice: ChatNotice): StreamEvent {
	const { itemName } = notice;
	if (itemName !== undefined) return { ...stamp, type: 'tip', person, amount: itemName, text: noteOf(notice) };
	return { ...stamp, type: 'gift', person, tier: '1000', count: Math.max(1, notice.amount ?? 1) };
}

function tipAmount({ amount, currency = 'TFuel', itemName }: ChatNotice): string {
	return [itemName, amount === undefined ? undefined : `${amount} ${currency}`]
		.filter((part) => part !== undefined)
		.join(', ');
}

function noteOf({ fragments }: ChatNotice): string {
	return fragments.map(({ text }) => text).join('');
}

function toPerson({ userId, login, displayName }: ChatAuthor): Person {
	return { userId, login, displayName };
}
