import { Emitter } from '#lib/model/emitter.ts';
import type { Clock } from '#lib/transport/clock.ts';
import type { Accounts } from '../accounts.ts';
import { randomUuid } from '../random-text.ts';
import { shownText, toPrivmsg, type ChatLine } from './chat-line.ts';
import type { EmulatedNotice } from './emulated-notice.ts';
import type { IrcConnection } from './irc-connection.ts';
import { MessageBudget } from './message-budget.ts';
import { Room } from './room.ts';
import { modeNotices, type RoomModes } from './room-modes.ts';
import { toUsernotice } from './usernotice.ts';

/** What a client wrote. */
export interface WrittenLine {
	readonly channel: string;
	readonly login: string;
	readonly text: string;
	readonly id: string;
}

/** What a seeded account says of the emulator's own accord. */
export interface SpokenLine {
	readonly channel: string;
	readonly login: string;
	readonly text: string;
	readonly bits?: number;
	/** A message that the emulator still remembers, else the line is no reply. */
	readonly replyTo?: { readonly messageId: string };
	readonly firstMessage?: boolean;
	readonly action?: boolean;
}

/** A line as a room's readers get it. */
export interface ToldLine {
	readonly channel: string;
	readonly line: string;
}

/** The rooms and what is said in them. */
export class Chat {
	readonly budget = new MessageBudget();
	readonly clock: Clock;
	readonly written = new Emitter<WrittenLine>();
	/** Everything that is told to a room, whether anybody reads it or not. */
	readonly told = new Emitter<ToldLine>();
	/** What seeded accounts say and what is announced, before the room hears it. */
	readonly spoken = new Emitter<SpokenLine>();
	readonly noticed = new Emitter<EmulatedNotice>();
	readonly #random: () => number;
	readonly #accounts: Accounts;
	readonly #rooms = new Map<string, Room>();
	/** By channel and login. */
	readonly #giftsGiven = new Map<string, number>();

	constructor(clock: Clock, random: () => number, accounts: Accounts) {
		this.clock = clock;
		this.#random = random;
		this.#accounts = accounts;
	}

	/** The room of a channel; `undefined` where nobody has that login, and `suspended` where its owner is. */
	findRoom(channel: string): Room | 'suspended' | undefined {
		const owner = this.#accounts.byLogin(channel);
		if (!owner) return undefined;
		return owner.suspended ? 'suspended' : this.#roomOf(channel);
	}

	/** The room of a channel that the host named; throws where there is none. */
	room(channel: string): Room {
		const room = this.findRoom(channel);
		if (room instanceof Room) return room;
		throw new RangeError(`The emulator has no chat of "${channel}".`);
	}

	joinedRooms(): readonly Room[] {
		return [...this.#rooms.values()].filter((room) => room.connections.size > 0);
	}

	/** Stamps a line and gives it to the room's readers; returns its id. */
	post(room: Room, draft: Omit<ChatLine, 'id' | 'sentAt'>, options: { except?: IrcConnection } = {}): string {
		const line: ChatLine = { ...draft, id: randomUuid(this.#random), sentAt: this.clock.now() };
		const { id, author, replyTo } = line;
		const thread = replyTo && (replyTo.thread ?? replyTo);
		room.remember({ id, author, text: shownText(line), ...(thread && { thread }) });
		room.broadcast(toPrivmsg(line, room), options);
		return id;
	}

	say(line: SpokenLine): string {
		this.spoken.emit(line);
		const { channel, login, text, replyTo, ...rest } = line;
		const room = this.room(channel);
		const parent = replyTo && room.recall(replyTo.messageId);
		const draft = { ...rest, author: this.#accounts.named(login), text: text.replace(/[\r\n]+/g, ' ') };
		return this.post(room, { ...draft, ...(parent && { replyTo: parent }) });
	}

	/** Announces a notice, a mystery gift with its gifts; returns its id. */
	notice(notice: EmulatedNotice): string {
		this.noticed.emit(notice);
		const giftId = randomUuid(this.#random);
		const id = this.#announce(notice, giftId);
		if (notice.type !== 'submysterygift') return id;
		const { channel, login, plan = '1000' } = notice;
		for (const recipientLogin of notice.recipientLogins)
			this.#announce({ type: 'subgift', channel, login, plan, recipientLogin }, giftId);
		return id;
	}

	setModes(channel: string, modes: Partial<RoomModes>): void {
		const room = this.room(channel);
		room.modes = { ...room.modes, ...modes };
		room.broadcast(room.stateLine(modes));
		for (const notice of modeNotices(channel, modes)) room.broadcast(notice);
	}

	/** Bans an account, or times it out, and tells the room. */
	ban(channel: string, login: string, durationSeconds?: number): void {
		const room = this.room(channel);
		const user = this.#accounts.named(login);
		const now = this.clock.now();
		room.bannedUntil.set(user.id, durationSeconds === undefined ? Infinity : now + durationSeconds * 1000);
		room.broadcast({
			tags: {
				...(durationSeconds !== undefined && { 'ban-duration': String(durationSeconds) }),
				'room-id': room.owner.id,
				'target-user-id': user.id,
				'tmi-sent-ts': String(now)
			},
			command: 'CLEARCHAT',
			params: [`#${channel}`],
			text: login
		});
	}

	unban(channel: string, login: string): void {
		this.room(channel).bannedUntil.delete(this.#accounts.named(login).id);
	}

	/** Takes one message back and tells the room. */
	deleteMessage(channel: string, messageId: string): void {
		const room = this.room(channel);
		const message = room.recall(messageId);
		if (!message) return;
		room.broadcast({
			tags: {
				login: message.author.login,
				'room-id': '',
				'target-msg-id': messageId,
				'tmi-sent-ts': String(this.clock.now())
			},
			command: 'CLEARMSG',
			params: [`#${channel}`],
			text: message.text
		});
	}

	/** Takes every message back and tells the room. */
	clearMessages(channel: string): void {
		const room = this.room(channel);
		const tags = { 'room-id': room.owner.id, 'tmi-sent-ts': String(this.clock.now()) };
		room.broadcast({ tags, command: 'CLEARCHAT', params: [`#${channel}`] });
	}

	clear(): void {
		this.#rooms.clear();
		this.#giftsGiven.clear();
		this.budget.clear();
	}

	#roomOf(channel: string): Room {
		const known = this.#rooms.get(channel);
		if (known) return known;
		const room = new Room(this.#accounts.named(channel), (line) => this.told.emit({ channel, line }));
		this.#rooms.set(channel, room);
		for (const { id, standings } of this.#accounts.crowd)
			if (standings[channel]?.banReason !== undefined) room.bannedUntil.set(id, Infinity);
		return room;
	}

	#announce(notice: EmulatedNotice, giftId: string): string {
		const room = this.room(notice.channel);
		const stamp = { id: randomUuid(this.#random), sentAt: this.clock.now() };
		const context = {
			author: this.#accounts.named(notice.login),
			findUser: (login: string) => this.#accounts.named(login),
			giftId,
			giftsGiven: this.#countGifts(notice)
		};
		room.broadcast(toUsernotice(notice, stamp, room, context));
		return stamp.id;
	}

	#countGifts(notice: EmulatedNotice): number {
		const key = `${notice.channel} ${notice.login}`;
		const count = (this.#giftsGiven.get(key) ?? 0) + (notice.type === 'subgift' ? 1 : 0);
		this.#giftsGiven.set(key, count);
		return count;
	}
}
