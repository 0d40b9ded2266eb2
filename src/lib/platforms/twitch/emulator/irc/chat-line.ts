import type { EmulatedUser } from '../emulated-user.ts';
import { findEmotes } from './emote-positions.ts';
import { accountPrefix, type OutgoingLine, type Tags } from './outgoing-line.ts';
import type { RememberedMessage, Room } from './room.ts';
import { authorTags } from './user-tags.ts';

/** A message that has been let through. */
export interface ChatLine {
	readonly id: string;
	readonly author: EmulatedUser;
	/** Without the `/me` or the mention of a reply. */
	readonly text: string;
	readonly sentAt: number;
	readonly action?: boolean;
	readonly firstMessage?: boolean;
	readonly bits?: number;
	readonly nonce?: string;
	readonly replyTo?: RememberedMessage;
}

/** What readers are shown: a reply begins with the mention of whom it answers. */
export function shownText({ text, replyTo }: ChatLine): string {
	return replyTo ? `@${replyTo.author.displayName} ${text}` : text;
}

/** Makes the PRIVMSG that readers get. @see https://dev.twitch.tv/docs/chat/irc/ */
export function toPrivmsg(line: ChatLine, room: Room): OutgoingLine {
	const channel = room.owner.login;
	const text = shownText(line);
	const emotes = findEmotes(text, line.author);
	return {
		tags: {
			...authorTags(line.author, channel),
			...(line.bits !== undefined && { bits: String(line.bits) }),
			...(line.nonce !== undefined && { 'client-nonce': line.nonce }),
			...(emotes.only && { 'emote-only': '1' }),
			...(line.replyTo && replyTags(line.replyTo)),
			emotes: emotes.tag,
			'first-msg': line.firstMessage ? '1' : '0',
			flags: '',
			id: line.id,
			'returning-chatter': '0',
			'room-id': room.owner.id,
			'tmi-sent-ts': String(line.sentAt)
		},
		prefix: accountPrefix(line.author.login),
		command: 'PRIVMSG',
		params: [`#${channel}`],
		text: line.action ? `\u0001ACTION ${text}\u0001` : text
	};
}

function replyTags(parent: RememberedMessage): Tags {
	const thread = parent.thread ?? parent;
	return {
		'reply-parent-msg-id': parent.id,
		'reply-parent-user-id': parent.author.id,
		'reply-parent-user-login': parent.author.login,
		'reply-parent-display-name': parent.author.displayName,
		'reply-parent-msg-body': parent.text,
		'reply-thread-parent-msg-id': thread.id,
		'reply-thread-parent-user-id': thread.author.id,
		'reply-thread-parent-user-login': thread.author.login,
		'reply-thread-parent-display-name': thread.author.displayName
	};
}
