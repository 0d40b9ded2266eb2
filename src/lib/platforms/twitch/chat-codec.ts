import type { ChannelRef } from '#lib/model/channel.ts';
import type { ChatEvent, ChatMessage, RoomState } from '#lib/model/chat.ts';
import { fragmentsText, type Fragment } from '#lib/model/fragment.ts';
import { remember } from '#lib/model/remember.ts';
import { decodeAuthor } from './chat-author.ts';
import type { DecodeContext } from './decode-context.ts';
import { cutEmotes } from './emote-fragments.ts';
import { prefixNick, type IrcMessage, type IrcTags } from './irc.ts';
import { decodeRelations, decodeSpending } from './message-extras.ts';
import { decodeSentAt } from './sent-at.ts';
import { parseTagNumber } from './tag-number.ts';
import { decodeUserNotice } from './user-notice.ts';

const longestText = 1_500;
/** A page reads few channels, each line of one names the same. */
const channelOf = remember(parseChannel);

/** Makes the chat event of a line; `undefined` for a line that is not about what chat shows. @see https://dev.twitch.tv/docs/chat/irc#supported-irc-messages */
export function decodeLine(line: IrcMessage, context: DecodeContext): ChatEvent | undefined {
	const channel = decodeChannel(line);
	if (!channel) return undefined;
	switch (line.command) {
		case 'PRIVMSG':
			return { type: 'message', message: decodePrivmsg(line, channel, context) };
		case 'USERNOTICE':
			return { type: 'notice', notice: decodeUserNotice(line, channel, context) };
		case 'CLEARCHAT':
			return decodeClearChat(line, channel);
		case 'CLEARMSG':
			return decodeClearMessage(line, channel);
		case 'ROOMSTATE':
			return { type: 'room-state', channel, state: decodeRoomState(line.tags) };
		default:
			return undefined;
	}
}

/** The channel in a line's first parameter. */
export function decodeChannel(line: IrcMessage): ChannelRef | undefined {
	const target = line.params[0];
	return target === undefined ? undefined : channelOf(target);
}

function parseChannel(target: string): ChannelRef | undefined {
	return target.startsWith('#') && target.length > 1 ? { platform: 'twitch', key: target.slice(1) } : undefined;
}

function decodePrivmsg(line: IrcMessage, channel: ChannelRef, context: DecodeContext): ChatMessage {
	const { tags } = line;
	const { text, action } = unwrapAction(cutLength(line.params[1]));
	const fragments = cutEmotes(text, tags.get('emotes') ?? '');
	const messageId = tags.get('msg-id');
	const message = {
		id: tags.get('id') || context.createId(),
		channel,
		author: decodeAuthor(tags, prefixNick(line.prefix)),
		text: shownText(text, fragments),
		fragments,
		sentAt: decodeSentAt(tags, context.receivedAt),
		action,
		firstMessage: tags.get('first-msg') === '1',
		highlighted: messageId === 'highlighted-message'
	};
	const spending = decodeSpending(tags, messageId);
	const relations = decodeRelations(tags);
	return spending || relations ? Object.assign(message, spending, relations) : message;
}

/** Cleaning only takes away: a text that is as long as before is the same. */
function shownText(text: string, fragments: readonly Fragment[]): string {
	let length = 0;
	for (const fragment of fragments) length += fragment.text.length;
	return length === text.length ? text : fragmentsText(fragments);
}

/** Twitch allows 500 characters, a reply's mention comes on top; what is longer is not Twitch's. */
function cutLength(text = ''): string {
	return text.length > longestText ? text.slice(0, longestText) : text;
}

/** Takes `/me` apart; emote places count from after its mark, and its closing byte may be missing. */
function unwrapAction(text: string): { text: string; action: boolean } {
	const mark = '\u0001ACTION ';
	if (!text.startsWith(mark)) return { text, action: false };
	return { text: text.slice(mark.length, text.endsWith('\u0001') ? -1 : undefined), action: true };
}

function decodeClearChat(line: IrcMessage, channel: ChannelRef): ChatEvent {
	const login = line.params[1];
	if (login === undefined || login === '') return { type: 'clear', channel };
	const duration = parseTagNumber(line.tags.get('ban-duration'));
	const userId = line.tags.get('target-user-id') || login;
	return { type: 'timeout', channel, userId, ...(duration && { durationSeconds: duration }) };
}

function decodeClearMessage(line: IrcMessage, channel: ChannelRef): ChatEvent | undefined {
	const messageId = line.tags.get('target-msg-id');
	return messageId ? { type: 'deletion', channel, messageId } : undefined;
}

/** Only what changed is in the line, except after joining. */
function decodeRoomState(tags: IrcTags): Partial<RoomState> {
	const number = (key: string) => {
		const value = tags.get(key);
		return value === undefined || value === '' || !Number.isSafeInteger(Number(value)) ? undefined : Number(value);
	};
	const emoteOnly = number('emote-only');
	const followersOnlyMinutes = number('followers-only');
	const uniqueChat = number('r9k');
	const slowSeconds = number('slow');
	const subscribersOnly = number('subs-only');
	return {
		...(emoteOnly !== undefined && { emoteOnly: emoteOnly === 1 }),
		...(followersOnlyMinutes !== undefined && { followersOnlyMinutes }),
		...(uniqueChat !== undefined && { uniqueChat: uniqueChat === 1 }),
		...(slowSeconds !== undefined && { slowSeconds }),
		...(subscribersOnly !== undefined && { subscribersOnly: subscribersOnly === 1 })
	};
}
