import { escapeTagValue } from '#lib/platforms/twitch/irc.ts';

/** The tags of a line before they are escaped. */
export type Tags = Readonly<Record<string, string>>;

/** A line from the server before it is known who reads it. */
export interface OutgoingLine {
	readonly tags?: Tags;
	/** `tmi.twitch.tv` unless told. */
	readonly prefix?: string;
	readonly command: string;
	readonly params?: readonly string[];
	/** The last parameter, written with its colon. */
	readonly text?: string;
}

/** The server's name. */
export const serverName = 'tmi.twitch.tv';

/** Commands that only those read who asked for the commands capability. */
const twitchCommands: ReadonlySet<string> = new Set([
	...['CLEARCHAT', 'CLEARMSG', 'GLOBALUSERSTATE', 'NOTICE', 'RECONNECT', 'ROOMSTATE', 'USERNOTICE', 'USERSTATE']
]);

/** The `nick!user@host` prefix of an account. */
export function accountPrefix(login: string): string {
	return `${login}!${login}@${login}.${serverName}`;
}

/** A NOTICE about a channel. @see https://dev.twitch.tv/docs/chat/irc/ */
export function channelNotice(channel: string, id: string, text: string): OutgoingLine {
	return { tags: { 'msg-id': id }, command: 'NOTICE', params: [`#${channel}`], text };
}

/** Whether the line is part of the commands capability; a NOTICE about the login is not. */
export function isTwitchCommand({ command, params }: OutgoingLine): boolean {
	return twitchCommands.has(command) && params?.[0] !== '*';
}

/** Formats a line without its CRLF, tags sorted by key as Twitch does. */
export function formatLine(line: OutgoingLine, options: { withTags: boolean }): string {
	const { tags, prefix = serverName, command, params = [], text } = line;
	const tagPart = options.withTags && tags ? `@${formatTags(tags)} ` : '';
	const textPart = text === undefined ? [] : [`:${text}`];
	return `${tagPart}:${[prefix, command, ...params, ...textPart].join(' ')}`;
}

function formatTags(tags: Tags): string {
	return Object.entries(tags)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([key, value]) => `${key}=${escapeTagValue(value)}`)
		.join(';');
}
