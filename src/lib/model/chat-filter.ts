import { formatChannel, type ChannelRef } from './channel.ts';
import type { ChatAuthor, ChatMessage, ChatNotice, Role } from './chat.ts';
import { fragmentsText } from './fragment.ts';
import { isKnownBot } from './known-bots.ts';
import type { PlatformId } from './platform-id.ts';

/** Whose messages are read: everyone's, or theirs who are at least that in the channel. */
export const audiences = ['everyone', 'subscriber', 'vip', 'moderator'] as const;

/** Whose messages are read. */
export type Audience = (typeof audiences)[number];

/** The longest text that is looked for. */
export const longestFilterText = 200;

/** Which lines a reader wants to see. */
export interface ChatFilter {
	readonly hiddenPlatforms: readonly PlatformId[];
	/** Channels as `formatChannel` writes them. */
	readonly hiddenChannels: readonly string[];
	readonly audience: Audience;
	/** What the text or the name has to contain; empty: anything. */
	readonly text: string;
	/** Whether `text` is a regular expression. */
	readonly pattern: boolean;
	readonly hideBots: boolean;
	readonly hideCommands: boolean;
	/** Whether a shared chat's lines from other channels are left out. */
	readonly hideShared: boolean;
}

/** Lets every line pass. */
export const noFilter: ChatFilter = {
	hiddenPlatforms: [],
	hiddenChannels: [],
	audience: 'everyone',
	text: '',
	pattern: false,
	hideBots: false,
	hideCommands: false,
	hideShared: false
};

/** Tells whether a text has what is looked for. */
export type TextMatch = (text: string) => boolean;

const rolesOf: Readonly<Record<Exclude<Audience, 'everyone'>, readonly Role[]>> = {
	subscriber: ['subscriber', 'vip', 'moderator', 'staff', 'broadcaster'],
	vip: ['vip', 'moderator', 'staff', 'broadcaster'],
	moderator: ['moderator', 'staff', 'broadcaster']
};

/** Whether a filter can hide anything. */
export function isFiltering(filter: ChatFilter): boolean {
	const { hiddenPlatforms, hiddenChannels, audience, text, hideBots, hideCommands, hideShared } = filter;
	const hidesPlaces = hiddenPlatforms.length > 0 || hiddenChannels.length > 0 || hideShared;
	return hidesPlaces || audience !== 'everyone' || text !== '' || hideBots || hideCommands;
}

/** Whether nothing of a channel is shown. */
export function hidesChannel({ hiddenPlatforms, hiddenChannels }: ChatFilter, channel: ChannelRef): boolean {
	if (hiddenPlatforms.includes(channel.platform)) return true;
	return hiddenChannels.length > 0 && hiddenChannels.includes(formatChannel(channel));
}

/** Finds a text in any case; an empty one is everywhere. */
export function createTextMatch(wanted: string): TextMatch {
	const lower = wanted.toLowerCase();
	return (text) => text.toLowerCase().includes(lower);
}

/** Whether a message is one that the reader wants to see. */
export function passesFilter(message: ChatMessage, filter: ChatFilter, matches: TextMatch): boolean {
	const { author, text } = message;
	if (isElsewhere(message, filter)) return false;
	if (filter.hideCommands && text.startsWith('!')) return false;
	if (filter.hideBots && isKnownBot(author.login)) return false;
	return belongsTo(author, filter.audience) && (matches(text) || matches(author.displayName) || matches(author.login));
}

/** Whether a notice is one that the reader wants to see: what happens is for every audience. */
export function noticePassesFilter(notice: ChatNotice, filter: ChatFilter, matches: TextMatch): boolean {
	if (isElsewhere(notice, filter)) return false;
	return matches(notice.systemText) || matches(fragmentsText(notice.fragments)) || matches(notice.author?.login ?? '');
}

/** Whether a line comes from where the reader does not look. */
function isElsewhere({ channel, source }: ChatMessage | ChatNotice, filter: ChatFilter): boolean {
	return hidesChannel(filter, channel) || (filter.hideShared && source?.foreign === true);
}

function belongsTo(author: ChatAuthor, audience: Audience): boolean {
	return audience === 'everyone' || author.roles.some((role) => rolesOf[audience].includes(role));
}
