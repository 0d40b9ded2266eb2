import type { Person } from '#lib/model/person.ts';
import type { FeedEntry } from '#lib/state/feed-entry.ts';

const most = 12;

/** Who wrote in a channel last, newest first, without its owner. */
export function recentChatters(entries: readonly FeedEntry[], owner: Person): readonly Person[] {
	const chatters = new Map<string, Person>();
	for (let index = entries.length - 1; index >= 0 && chatters.size < most; index--) {
		const entry = entries[index];
		if (entry?.type !== 'message') continue;
		const { channel, author } = entry.message;
		if (channel.platform !== 'twitch' || channel.key !== owner.login || author.userId === owner.userId) continue;
		const { userId, login, displayName } = author;
		if (!chatters.has(userId)) chatters.set(userId, { userId, login, displayName });
	}
	return [...chatters.values()];
}
