import type { Chat } from './chat.ts';
import type { IrcConnection, Member } from './irc-connection.ts';
import { accountPrefix, channelNotice, serverName, type OutgoingLine } from './outgoing-line.ts';
import { refuseBanned } from './refusal.ts';
import type { Room } from './room.ts';
import { stateTags } from './user-tags.ts';

/** Lets a connection into a channel, named without its `#`; an unknown one is passed over in silence. @see https://dev.twitch.tv/docs/chat/irc/#joining-a-chat-room */
export function joinRoom(chat: Chat, connection: IrcConnection, member: Member, channel: string): void {
	const room = chat.findRoom(channel);
	if (room === undefined) return;
	if (room === 'suspended') return connection.send(suspendedNotice(channel));
	if (room.connections.has(connection)) return;
	const refusal = member.user && refuseBanned(room, member.user, chat.clock.now());
	if (refusal?.id === 'msg_banned') return connection.send(channelNotice(channel, refusal.id, refusal.text));
	tellOthers(room, member, 'JOIN');
	room.connections.add(connection);
	connection.send(...joinLines(room, connection, member));
}

/** Takes a connection out of a channel. */
export function partRoom(chat: Chat, connection: IrcConnection, member: Member, channel: string): void {
	const room = chat.findRoom(channel);
	if (room === undefined || room === 'suspended' || !room.connections.delete(connection)) return;
	connection.send(movement(member, 'PART', room));
	tellOthers(room, member, 'PART');
}

/** What is said of a channel whose owner is suspended. */
export function suspendedNotice(channel: string): OutgoingLine {
	return channelNotice(channel, 'msg_channel_suspended', 'This channel does not exist or has been suspended.');
}

function joinLines(room: Room, connection: IrcConnection, member: Member): readonly OutgoingLine[] {
	const { login, user } = member;
	const channel = `#${room.owner.login}`;
	const prefix = `${login}.${serverName}`;
	const names = connection.capabilities.has('twitch.tv/membership') ? accountsIn(room) : [];
	return [
		movement(member, 'JOIN', room),
		{ prefix, command: '353', params: [login, '=', channel], text: [...new Set([login, ...names])].join(' ') },
		{ prefix, command: '366', params: [login, channel], text: 'End of /NAMES list' },
		...(user ? [{ tags: stateTags(user, room.owner.login), command: 'USERSTATE', params: [channel] }] : []),
		room.stateLine(room.modes)
	];
}

function tellOthers(room: Room, member: Member, command: 'JOIN' | 'PART'): void {
	if (!member.user || accountsIn(room).includes(member.login)) return;
	for (const connection of room.connections)
		if (connection.capabilities.has('twitch.tv/membership')) connection.send(movement(member, command, room));
}

function accountsIn(room: Room): readonly string[] {
	return [...room.connections].flatMap(({ member }) => member?.user?.login ?? []);
}

function movement({ login }: Member, command: 'JOIN' | 'PART', room: Room): OutgoingLine {
	return { prefix: accountPrefix(login), command, params: [`#${room.owner.login}`] };
}
