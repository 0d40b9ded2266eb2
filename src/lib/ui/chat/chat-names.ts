import { formatChannel, type ChannelRef } from '#lib/model/channel.ts';
import type { FeedEntry } from '#lib/state/feed-entry.ts';

/** Names that can be completed, the likeliest first. */
export interface ChatNames {
	readonly chatters: readonly string[];
	readonly emotes: readonly string[];
}

/** Whoever wrote in a channel and the emotes seen there, newest first; then all other emotes that are known. */
export function chatNames(
	entries: readonly FeedEntry[],
	channel: ChannelRef,
	knownEmotes: readonly string[] = []
): ChatNames {
	const chatters = new Set<string>();
	const emotes = new Set<string>();
	for (const entry of [...entries].reverse()) {
		if (entry.type !== 'message' || formatChannel(entry.message.channel) !== formatChannel(channel)) continue;
		const { author, fragments } = entry.message;
		chatters.add(mentionName(author));
		for (const fragment of fragments) if (fragment.type === 'emote') emotes.add(fragment.emote.name);
	}
	return { chatters: [...chatters], emotes: [...new Set([...emotes, ...knownEmotes])] };
}

/** A display name that is no login in other letters mentions nobody. */
function mentionName({ displayName, login }: { readonly displayName: string; readonly login: string }): string {
	return displayName.toLowerCase() === login ? displayName : login;
}
