import type { IrcMessage } from '#lib/platforms/twitch/irc.ts';
import type { EmulatedUser } from '../emulated-user.ts';
import type { Chat } from './chat.ts';
import type { IrcConnection, Member } from './irc-connection.ts';
import { suspendedNotice } from './membership.ts';
import { channelNotice } from './outgoing-line.ts';
import { refuseMessage } from './refusal.ts';
import type { Room } from './room.ts';
import { stateTags } from './user-tags.ts';

const characterLimit = 500;
const actionStart = '\u0001ACTION ';
const commandPattern = /^[/.]([a-z]+)(?: |$)/i;

/** Takes a PRIVMSG from a client; over-long and empty ones are dropped in silence. @see https://dev.twitch.tv/docs/chat/irc/ */
export function writeMessage(chat: Chat, connection: IrcConnection, member: Member, message: IrcMessage): void {
	const channel = channelName(message.params[0]);
	const text = message.params[1]?.trim() ?? '';
	if (!member.user || channel === undefined || text === '') return;
	const room = chat.findRoom(channel);
	if (room === undefined) return;
	if (room === 'suspended') return connection.send(suspendedNotice(channel));
	if (!member.writable)
		return connection.send(
			channelNotice(channel, 'no_permission', 'You do not have permission to perform that action.')
		);
	if ([...text].length > characterLimit) return;
	writeText(chat, { connection, user: member.user, room, message }, text);
}

/** The login in a `#login` parameter; Twitch wants it in lower case. */
export function channelName(param: string | undefined): string | undefined {
	return param?.startsWith('#') && param !== '#' ? param.slice(1) : undefined;
}

/** The text of an action as some clients send it, in place of `/me`. */
function parseAction(text: string): string | undefined {
	return text.startsWith(actionStart) ? text.slice(actionStart.length).replaceAll('\u0001', '').trim() : undefined;
}

interface Writing {
	readonly connection: IrcConnection;
	readonly user: EmulatedUser;
	readonly room: Room;
	readonly message: IrcMessage;
}

function writeText(chat: Chat, writing: Writing, text: string): void {
	const { connection, room } = writing;
	const command = commandPattern.exec(text)?.[1]?.toLowerCase();
	if (command === 'disconnect') return connection.close();
	const action = command === 'me' ? text.slice('/me'.length).trim() : parseAction(text);
	if (command !== undefined && !action)
		return connection.send(
			channelNotice(room.owner.login, 'unrecognized_cmd', `The command "${command}" cannot be used through IRC.`)
		);
	if (action === '' || (action === undefined && text.startsWith('\u0001'))) return;
	deliver(chat, writing, { text: action ?? text, action: action !== undefined });
}

function deliver(chat: Chat, writing: Writing, { text, action }: { text: string; action: boolean }): void {
	const { connection, user, room, message } = writing;
	const channel = room.owner.login;
	const now = chat.clock.now();
	const refusal = refuseMessage(room, user, text, now, chat.budget);
	if (refusal) return connection.send(channelNotice(channel, refusal.id, refusal.text));
	room.lastPosts.set(user.id, { sentAt: now, text });
	const nonce = message.tags.get('client-nonce');
	const replyTo = room.recall(message.tags.get('reply-parent-msg-id') ?? '');
	const draft = { author: user, text, action, ...(nonce && { nonce }), ...(replyTo && { replyTo }) };
	const id = chat.post(room, draft, { except: connection });
	connection.send({
		tags: { ...stateTags(user, channel), id, ...(nonce && { 'client-nonce': nonce }) },
		command: 'USERSTATE',
		params: [`#${channel}`]
	});
	chat.written.emit({ channel, login: user.login, text, id });
}
