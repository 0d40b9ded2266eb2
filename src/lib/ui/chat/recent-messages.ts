import type { ChatMessage } from '#lib/model/chat.ts';
import type { PlatformId } from '#lib/model/platform-id.ts';
import type { FeedEntry } from '#lib/state/feed-entry.ts';

const mostShown = 20;

/** The newest messages of a chatter among some lines, oldest first; the same id on another platform is somebody else. */
export function recentMessages(
	entries: readonly FeedEntry[],
	{ platform, userId }: { readonly platform: PlatformId; readonly userId: string }
): readonly ChatMessage[] {
	return entries
		.flatMap((entry) => (entry.type === 'message' ? [entry.message] : []))
		.filter(({ channel, author }) => channel.platform === platform && author.userId === userId)
		.slice(-mostShown);
}
