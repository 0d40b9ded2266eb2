import type { ChannelRef } from '#lib/model/channel.ts';
import type { ChatAuthor, ChatMessage } from '#lib/model/chat.ts';
import type { Person } from '#lib/model/person.ts';
import type { FeedEntry } from '#lib/state/feed-entry.ts';

/** Somebody in a channel. */
export interface Viewer {
	readonly channel: ChannelRef;
	readonly author: Person;
}

/** Who a line is by, and the message, where it is one. */
export interface Chatter {
	readonly channel: ChannelRef;
	readonly author: ChatAuthor;
	readonly key: string;
	readonly message?: ChatMessage;
}

/** The chatter of a line; `undefined` for a line that nobody wrote. */
export function chatterOf(entry: FeedEntry): Chatter | undefined {
	if (entry.type === 'message') {
		const { message, key } = entry;
		return { channel: message.channel, author: message.author, key, message };
	}
	if (entry.type === 'gap' || !entry.notice.author) return undefined;
	return { channel: entry.notice.channel, author: entry.notice.author, key: entry.key };
}
