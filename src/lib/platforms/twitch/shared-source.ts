import type { SharedSource } from '#lib/model/chat.ts';
import type { IrcTags } from './irc.ts';

/** Where a line of a shared chat comes from; `undefined` outside one. @see https://dev.twitch.tv/docs/chat/irc#privmsg-tags */
export function decodeSource(tags: IrcTags): SharedSource | undefined {
	const channelId = tags.get('source-room-id');
	if (!channelId) return undefined;
	return {
		channelId,
		messageId: tags.get('source-id') || (tags.get('id') ?? ''),
		foreign: channelId !== tags.get('room-id')
	};
}
