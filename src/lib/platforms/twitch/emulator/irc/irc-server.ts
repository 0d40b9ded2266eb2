import type { ServerSocket } from '#lib/platforms/emulated-platform.ts';
import { parseIrcMessage, type IrcMessage } from '#lib/platforms/twitch/irc.ts';
import type { Accounts } from '../accounts.ts';
import type { Grants } from '../oauth/grants.ts';
import { negotiate } from './capabilities.ts';
import type { Chat } from './chat.ts';
import { IrcConnection, type Member } from './irc-connection.ts';
import { startKeepalive, type Keepalive } from './keepalive.ts';
import { logIn, refusalNotice, welcome, type LoginRefusal } from './log-in.ts';
import { joinRoom, partRoom } from './membership.ts';
import { serverName } from './outgoing-line.ts';
import { SlidingWindow } from './sliding-window.ts';
import { channelName, writeMessage } from './write.ts';

const limit = 20;
const limitWindowMs = 10_000;
const reconnectGraceMs = 5000;
const linesPerFrame = 20;

/** What the IRC server works on. */
export interface IrcServerOptions {
	readonly accounts: Accounts;
	readonly grants: Grants;
	readonly chat: Chat;
}

/** Twitch's chat over WebSocket. @see https://dev.twitch.tv/docs/chat/irc/ */
export class IrcServer {
	readonly #options: IrcServerOptions;
	readonly #connections = new Map<IrcConnection, Keepalive>();
	readonly #logins = new SlidingWindow(limitWindowMs);
	readonly #joins = new SlidingWindow(limitWindowMs);
	/** Numbers anonymous connections, which have no account to count joins by. */
	#accepted = 0;
	#reconnectTimer: unknown;

	constructor(options: IrcServerOptions) {
		this.#options = options;
	}

	accept(socket: ServerSocket): void {
		const connection = new IrcConnection(socket);
		const key = `connection ${++this.#accepted}`;
		this.#connections.set(
			connection,
			startKeepalive(connection, this.#options.chat.clock, () => this.#hangUp(connection))
		);
		socket.onmessage = (frame) => {
			for (const line of frame.split(/\r\n|\n/))
				if (line !== '' && connection.open) this.#receive(connection, key, line);
		};
		socket.onclose = () => this.#forget(connection);
	}

	/** Gives raw lines to those who joined their channel, lines of no channel to everyone; counts the deliveries. */
	deliver(lines: string): number {
		const batches = new Map<IrcConnection, string[]>([...this.#connections.keys()].map((key) => [key, []]));
		for (const line of lines.split(/\r\n|\n/).filter((text) => text !== '')) {
			const channel = channelName(parseIrcMessage(line)?.params[0]);
			if (channel !== undefined) this.#options.chat.told.emit({ channel, line });
			for (const connection of this.#readersOf(channel)) batches.get(connection)?.push(line);
		}
		let deliveries = 0;
		for (const [connection, batch] of batches) {
			deliveries += batch.length;
			for (let from = 0; from < batch.length; from += linesPerFrame)
				connection.sendRaw(batch.slice(from, from + linesPerFrame));
		}
		return deliveries;
	}

	/** Asks every client to reconnect, and hangs up on those who have not left after five seconds. */
	requestReconnect(): void {
		const asked = [...this.#connections.keys()];
		for (const connection of asked) connection.send({ command: 'RECONNECT' });
		const { clock } = this.#options.chat;
		clock.clearTimeout(this.#reconnectTimer);
		this.#reconnectTimer = clock.setTimeout(() => {
			for (const connection of asked) this.#hangUp(connection);
		}, reconnectGraceMs);
	}

	/** Closes everything. */
	clear(): void {
		this.#options.chat.clock.clearTimeout(this.#reconnectTimer);
		for (const connection of [...this.#connections.keys()]) this.#hangUp(connection);
		this.#logins.clear();
		this.#joins.clear();
	}

	#receive(connection: IrcConnection, key: string, line: string): void {
		const message = parseIrcMessage(line);
		if (!message) return;
		switch (message.command.toUpperCase()) {
			case 'CAP':
				return connection.send(...negotiate(connection, message));
			case 'PASS':
				connection.pass = message.params[0];
				return;
			case 'NICK':
				return this.#logIn(connection, message.params[0] ?? '');
			case 'PING':
				return connection.send({ command: 'PONG', params: [serverName], text: message.params[0] ?? '' });
			case 'PONG':
				return this.#connections.get(connection)?.confirm();
			case 'QUIT':
				return this.#hangUp(connection);
			default:
				if (connection.member) this.#obey(connection, connection.member, key, message);
		}
	}

	#obey(connection: IrcConnection, member: Member, key: string, message: IrcMessage): void {
		const { chat } = this.#options;
		const channels = (message.params[0] ?? '').split(',').flatMap((param) => channelName(param) ?? []);
		switch (message.command.toUpperCase()) {
			case 'JOIN':
				for (const channel of channels)
					if (this.#joins.take(member.user?.id ?? key, limit, chat.clock.now()))
						joinRoom(chat, connection, member, channel);
				return;
			case 'PART':
				for (const channel of channels) partRoom(chat, connection, member, channel);
				return;
			case 'PRIVMSG':
				writeMessage(chat, connection, member, message);
				if (!connection.open) this.#forget(connection);
				return;
			default:
				connection.send({ command: '421', params: [member.login, message.command], text: 'Unknown command' });
		}
	}

	#logIn(connection: IrcConnection, nick: string): void {
		if (connection.member) return;
		const { accounts, grants, chat } = this.#options;
		const outcome = logIn(nick, connection.pass, grants, accounts);
		connection.pass = undefined;
		if (typeof outcome === 'string') return this.#refuse(connection, outcome);
		if (outcome.user && !this.#logins.take(outcome.user.id, limit, chat.clock.now()))
			return this.#refuse(connection, 'Login unsuccessful');
		connection.member = outcome;
		connection.send(...welcome(outcome));
	}

	#refuse(connection: IrcConnection, refusal: LoginRefusal): void {
		connection.send(refusalNotice(refusal));
		this.#hangUp(connection);
	}

	#readersOf(channel: string | undefined): Iterable<IrcConnection> {
		if (channel === undefined) return this.#connections.keys();
		const room = this.#options.chat.findRoom(channel);
		return room === undefined || room === 'suspended' ? [] : room.connections;
	}

	#hangUp(connection: IrcConnection): void {
		if (!this.#connections.has(connection)) return;
		this.#forget(connection);
		connection.close();
	}

	#forget(connection: IrcConnection): void {
		connection.open = false;
		this.#connections.get(connection)?.stop();
		this.#connections.delete(connection);
		const { chat } = this.#options;
		const { member } = connection;
		for (const room of chat.joinedRooms()) if (member) partRoom(chat, connection, member, room.owner.login);
	}
}
