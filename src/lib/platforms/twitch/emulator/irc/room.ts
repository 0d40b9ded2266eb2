import type { EmulatedUser } from '../emulated-user.ts';
import type { IrcConnection } from './irc-connection.ts';
import { formatLine, type OutgoingLine, type Tags } from './outgoing-line.ts';
import { formatModes, openModes, type RoomModes } from './room-modes.ts';

/** What is remembered of a line, for replies, unique chat and duplicates. */
export interface RememberedMessage {
	readonly id: string;
	readonly author: EmulatedUser;
	readonly text: string;
	/** The first message of the thread, where this one is a reply. */
	readonly thread?: RememberedMessage;
}

/** What was said of a ban when it was given. */
export interface BanNote {
	readonly moderator: EmulatedUser;
	readonly reason: string;
	/** Epoch ms. */
	readonly createdAt: number;
}

const historyLimit = 300;

/** One channel's chat. */
export class Room {
	readonly owner: EmulatedUser;
	readonly connections = new Set<IrcConnection>();
	modes: RoomModes = openModes;
	/** By user id: when the ban ends, `Infinity` for one that does not. */
	readonly bannedUntil = new Map<string, number>();
	/** By user id: what there is to tell of bans; a host's own have nothing. */
	readonly banNotes = new Map<string, BanNote>();
	/** User ids of those who were warned: in the emulator nobody acknowledges it. */
	readonly warned = new Set<string>();
	/** By user id: when and what the account last wrote here over IRC. */
	readonly lastPosts = new Map<string, { readonly sentAt: number; readonly text: string }>();
	readonly #history = new Map<string, RememberedMessage>();
	readonly #onLine: (line: string) => void;

	/** `onLine` hears, as it stands on the wire, what the room's readers are told. */
	constructor(owner: EmulatedUser, onLine: (line: string) => void = () => {}) {
		this.owner = owner;
		this.#onLine = onLine;
	}

	broadcast(line: OutgoingLine, options: { except?: IrcConnection } = {}): void {
		this.#onLine(formatLine(line, { withTags: true }));
		for (const connection of this.connections) if (connection !== options.except) connection.send(line);
	}

	remember(message: RememberedMessage): void {
		this.#history.set(message.id, message);
		const [oldest] = this.#history.keys();
		if (this.#history.size > historyLimit && oldest !== undefined) this.#history.delete(oldest);
	}

	recall(messageId: string): RememberedMessage | undefined {
		return this.#history.get(messageId);
	}

	hasText(text: string): boolean {
		return [...this.#history.values()].some((message) => message.text === text);
	}

	/** ROOMSTATE with the modes given. */
	stateLine(modes: Partial<RoomModes>): OutgoingLine {
		const tags: Tags = { ...formatModes(modes), 'room-id': this.owner.id };
		return { tags, command: 'ROOMSTATE', params: [`#${this.owner.login}`] };
	}
}
