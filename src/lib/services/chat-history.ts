import { formatChannel, type ChannelRef } from '#lib/model/channel.ts';
import { eventChannel, type ChatEvent } from '#lib/model/chat.ts';
import { removalOf } from '#lib/model/removal.ts';
import type { Clock } from '#lib/transport/clock.ts';
import { parseStoredChat, toStoredChat, type ChatRecord, type KeptLine, type LineEvent } from './chat-record.ts';
import type { Storage } from './storage.ts';

const mostLines = 500;
const saveEveryMs = 4_000;
const longestAgeMs = 24 * 60 * 60_000;

interface KeptChat {
	readonly channel: ChannelRef;
	lines: KeptLine[];
	seenUntil: number;
	changed: boolean;
}

/** What history needs of the page. */
export interface ChatHistoryOptions {
	/** Called when history is first needed. */
	readonly openStorage: () => Promise<Storage>;
	readonly clock: Clock;
}

/** Keeps the newest lines of each channel in this browser for a day, so that they survive a reload. */
export class ChatHistory {
	readonly #options: ChatHistoryOptions;
	readonly #chats = new Map<string, KeptChat>();
	#opening: Promise<Storage> | undefined;
	#timer: unknown;

	constructor(options: ChatHistoryOptions) {
		this.#options = options;
	}

	/** What is kept of a channel, oldest first; from now on its events are kept. */
	async load(channel: ChannelRef): Promise<ChatRecord | undefined> {
		const name = formatChannel(channel);
		const now = this.#options.clock.now();
		const known = this.#chats.get(name);
		const stored = known ?? parseStoredChat(await (await this.#storage()).load(name), channel);
		const lines = newest(stored?.lines ?? []).filter((line) => timeOf(line) >= now - longestAgeMs);
		// A clock that was set back has yet to come to what it wrote.
		const seenUntil = Math.min(stored?.seenUntil ?? 0, now);
		this.#chats.set(name, { channel, lines, seenUntil, changed: known?.changed ?? false });
		return lines.length > 0 ? { lines, seenUntil } : undefined;
	}

	/** Takes in an event of a channel that was loaded. */
	take(event: ChatEvent): void {
		const chat = this.#chats.get(formatChannel(eventChannel(event)));
		if (!chat) return;
		if (isLine(event)) {
			chat.lines.push({ event, removed: false });
			chat.seenUntil = this.#options.clock.now();
			if (chat.lines.length >= 2 * mostLines) chat.lines = newest(chat.lines);
		} else if (event.type !== 'room-state') chat.lines = chat.lines.map((line) => takeBack(line, event));
		this.#change(chat);
	}

	/** A channel was being read at a moment, now if none is given, even if it is quiet. */
	see(channel: ChannelRef, at = this.#options.clock.now()): void {
		const chat = this.#chats.get(formatChannel(channel));
		if (!chat) return;
		chat.seenUntil = Math.max(chat.seenUntil, at);
		chat.changed = true;
	}

	/** Writes what has changed; where storage fails, the lines are lost with the page and nothing else. */
	async save(): Promise<void> {
		this.#options.clock.clearTimeout(this.#timer);
		this.#timer = undefined;
		const changed = [...this.#chats].filter(([, chat]) => chat.changed);
		for (const [, chat] of changed) chat.changed = false;
		try {
			const storage = await this.#storage();
			const saving = changed.map(([name, chat]) => {
				return storage.save(name, toStoredChat({ seenUntil: chat.seenUntil, lines: newest(chat.lines) }));
			});
			await Promise.all(saving);
		} catch {
			return;
		}
	}

	/** Forgets every line of every channel. */
	async clear(): Promise<void> {
		for (const chat of this.#chats.values()) chat.lines = [];
		const storage = await this.#storage();
		await Promise.all((await storage.keys()).map((key) => storage.remove(key)));
	}

	#change(chat: KeptChat): void {
		chat.changed = true;
		this.#timer ??= this.#options.clock.setTimeout(() => void this.save(), saveEveryMs);
	}

	#storage(): Promise<Storage> {
		return (this.#opening ??= this.#options.openStorage());
	}
}

/** The events that show kept lines again, as history. */
export function toHistoryEvents(lines: readonly KeptLine[]): readonly ChatEvent[] {
	return lines.flatMap(({ event, removed }): readonly ChatEvent[] => {
		switch (event.type) {
			case 'message': {
				const { channel, id } = event.message;
				const deletion: ChatEvent = { type: 'deletion', channel, messageId: id };
				return [{ type: 'message', message: { ...event.message, historical: true } }, ...(removed ? [deletion] : [])];
			}
			case 'notice':
				return [{ type: 'notice', notice: { ...event.notice, historical: true } }];
			case 'gap':
				return [event];
			default:
				return event satisfies never;
		}
	});
}

function isLine(event: ChatEvent): event is LineEvent {
	return event.type === 'message' || event.type === 'notice' || event.type === 'gap';
}

function takeBack(line: KeptLine, event: ChatEvent): KeptLine {
	if (line.removed || line.event.type !== 'message') return line;
	return removalOf(line.event.message, event) ? { ...line, removed: true } : line;
}

function newest(lines: readonly KeptLine[]): KeptLine[] {
	return [...lines].sort((one, other) => timeOf(one) - timeOf(other)).slice(-mostLines);
}

function timeOf({ event }: KeptLine): number {
	switch (event.type) {
		case 'message':
			return event.message.sentAt;
		case 'notice':
			return event.notice.sentAt;
		case 'gap':
			return event.gap.to;
		default:
			return event satisfies never;
	}
}
