import type { ChannelRef } from '#lib/model/channel.ts';
import type { ChatMessage, ReplyParent } from '#lib/model/chat.ts';
import type { Identity } from '#lib/model/account.ts';
import { cleanText } from '#lib/model/clean-text.ts';
import { cutText } from '#lib/model/text-fragments.ts';
import { RejectionError } from '#lib/model/errors.ts';
import { decodeAuthor } from './chat-author.ts';
import type { IrcTags } from './irc.ts';

const longestLine = 500;
const actionPrefix = '/me ';

/** Makes one sendable line of what was typed; throws `RejectionError` when it is empty or over 500 characters. */
export function toSendableLine(text: string): string {
	const line = text.replaceAll(/[\r\n\0]+/g, ' ').trim();
	if (line === '') throw new RejectionError('empty', 'There is nothing to send.');
	if ([...line].length > longestLine)
		throw new RejectionError('too_long', `A line has at most ${longestLine} characters.`);
	return line;
}

/** The id of a message that a reply may name; throws `RejectionError` for what cannot be one. */
export function replyParentId({ messageId }: ReplyParent): string {
	if (!/^[\w-]{1,64}$/.test(messageId)) throw new RejectionError('no_such_message', 'The message cannot be answered.');
	return messageId;
}

/** The message that other chatters now see; Twitch does not echo one's own. `tags` are those of the confirming USERSTATE. */
export function ownMessage(
	line: {
		readonly text: string;
		readonly replyTo?: ReplyParent | undefined;
		readonly tags: IrcTags;
		readonly identity: Identity;
		readonly sentAt: number;
	},
	channel: ChannelRef
): ChatMessage {
	const action = line.text.startsWith(actionPrefix);
	const typed = cleanText(action ? line.text.slice(actionPrefix.length) : line.text);
	// Readers of a reply are shown whom it answers in front of its text.
	const text = line.replyTo ? `@${line.replyTo.displayName} ${typed}` : typed;
	return {
		id: line.tags.get('id') ?? '',
		channel,
		author: { ...decodeAuthor(line.tags, line.identity.login), userId: line.identity.userId },
		text,
		fragments: cutText(text),
		sentAt: line.sentAt,
		action,
		firstMessage: false,
		highlighted: false,
		...(line.replyTo && { replyTo: line.replyTo })
	};
}
