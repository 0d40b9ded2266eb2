import { formatChannel } from '#lib/model/channel.ts';
import type { ChatEvent, ChatGap, ChatMessage, ChatNotice } from '#lib/model/chat.ts';
import { removalOf, type Removal, type RemovalEvent } from '#lib/model/removal.ts';

export type { Removal } from '#lib/model/removal.ts';

/** One line of a feed; `key` is unique in it, `at` is epoch ms. */
export type FeedEntry = { readonly key: string; readonly at: number } & (
	| {
			readonly type: 'message';
			readonly message: ChatMessage;
			readonly removed?: Removal;
			/** What told of the removal. */
			readonly removedBy?: RemovalEvent;
	  }
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
	return removed && { ...entry, removed, removedBy: event as RemovalEvent };
}

/** Whether a line belongs where its time is, rather than at the end where live lines come in. */
export function isPlacedByTime(entry: FeedEntry): boolean {
	switch (entry.type) {
		case 'message':
			return entry.message.historical === true;
		case 'notice':
			return entry.notice.historical === true;
		case 'gap':
			return true;
		default:
			return entry satisfies never;
	}
}

/** Puts lines between those that are there, each after all that are not later; what is there keeps its order. */
export function placeByTime(entries: readonly FeedEntry[], placed: readonly FeedEntry[]): readonly FeedEntry[] {
	const waiting = [...placed].sort((one, other) => one.at - other.at);
	const merged: FeedEntry[] = [];
	for (let index = entries.length - 1; index >= 0; index--) {
		const entry = entries[index] as FeedEntry;
		while ((waiting.at(-1)?.at ?? -Infinity) >= entry.at) merged.push(waiting.pop() as FeedEntry);
		merged.push(entry);
	}
	return [...merged, ...waiting.reverse()].reverse();
}
