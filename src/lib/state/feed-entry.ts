import { formatChannel } from '#lib/model/channel.ts';
import type { ChatEvent, ChatGap, ChatMessage, ChatNotice } from '#lib/model/chat.ts';

/** How a message was taken back. */
export type Removal = 'deletion' | 'timeout' | 'ban' | 'clear';

/** One line of a feed; `key` is unique in it, `at` is epoch ms. */
export type FeedEntry = { readonly key: string; readonly at: number } & (
	| { readonly type: 'message'; readonly message: ChatMessage; readonly removed?: Removal }
	| { readonly type: 'notice'; readonly notice: ChatNotice }
	| { readonly type: 'gap'; readonly gap: ChatGap }
);

/** The line that an event adds, or `undefined` for an event that adds none. */
export function toFeedEntry(event: ChatEvent): FeedEntry | undefined {
	switch (event.type) {
		case 'message':
			return {
				key: `${formatChannel(event.message.channel)}/${event.message.id}`,
				at: event.message.sentAt,
				type: 'message',
				message: event.message
			};
		case 'notice':
			return {
				key: `${formatChannel(event.notice.channel)}/${event.notice.id}`,
				at: event.notice.sentAt,
				type: 'notice',
				notice: event.notice
			};
		case 'gap':
			return {
				key: `${formatChannel(event.gap.channel)}/${event.gap.id}`,
				at: event.gap.to,
				type: 'gap',
				gap: event.gap
			};
		default:
			return undefined;
	}
}

/** The entry as the event leaves it, or `undefined` when the event does not concern it. */
export function changeInFeed(entry: FeedEntry, event: ChatEvent): FeedEntry | undefined {
	if (event.type !== 'notice-change') return removeFromFeed(entry, event);
	if (entry.type !== 'notice' || entry.notice.id !== event.notice.id) return undefined;
	const sameChannel = formatChannel(entry.notice.channel) === formatChannel(event.notice.channel);
	return sameChannel ? { ...entry, notice: event.notice } : undefined;
}

/** The entry as removed by the event, or `undefined` when the event does not concern it. */
export function removeFromFeed(entry: FeedEntry, event: ChatEvent): FeedEntry | undefined {
	if (entry.type !== 'message' || entry.removed) return undefined;
	const removed = removalOf(entry.message, event);
	return removed && { ...entry, removed };
}

function removalOf(message: ChatMessage, event: ChatEvent): Removal | undefined {
	if (event.type !== 'deletion' && event.type !== 'timeout' && event.type !== 'clear') return undefined;
	if (formatChannel(event.channel) !== formatChannel(message.channel)) return undefined;
	switch (event.type) {
		case 'deletion':
			return event.messageId === message.id ? 'deletion' : undefined;
		case 'timeout':
			if (event.userId !== message.author.userId) return undefined;
			return event.durationSeconds === undefined ? 'ban' : 'timeout';
		case 'clear':
			return 'clear';
	}
}
