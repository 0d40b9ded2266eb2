import { formatChannel, type ChannelRef } from '#lib/model/channel.ts';
import { eventChannel, type ChatEvent } from '#lib/model/chat.ts';
import type { Clock } from '#lib/transport/clock.ts';
import type { RunExclusively } from './accounts.ts';
import { parseStoredChat, toStoredChat, type ChatRecord, type KeptLine, type LineEvent } from './chat-record.ts';
import { changeLine, laterCursor, mergeRecords, mostLines, newestLines, timeOf } from './kept-lines.ts';
import type { Storage } from './storage.ts';

const shareEveryMs = 4_000;
const longestAgeMs = 24 * 60 * 60_000;
/** Where it is kept when a page last forgot everything, in epoch ms: the name of no channel. */
const forgottenKey = 'forgotten';

interface KeptChat {
	readonly channel: ChannelRef;
	lines: readonly KeptLine[];
	seenUntil: number;
	cursor: string | undefined;
	changed: boolean;
	/** Epoch ms from when on it has lines. */
	since: number;
}

/** What history needs of the page. */
export interface ChatHistoryOptions {
	/** Called when history is first needed. */
	readonly openStorage: () => Promise<Storage>;
	readonly clock: Clock;
	readonly runExclusively: RunExclusively;
}

/** Keeps the newest lines of each channel in this browser for a day, so that they survive a reload; all its pages share them. */
export class ChatHistory {
	readonly #options: ChatHistoryOptions;
	readonly #chats = new Map<string, KeptChat>();
	#opening: Promise<Storage> | undefined;
	#sharePlanned = false;

	constructor(options: ChatHistoryOptions) {
		this.#options = options;
	}

	/** What is kept of a channel, oldest first; from now on its events are kept. */
	async load(channel: ChannelRef): Promise<ChatRecord | undefined> {
		const name = formatChannel(channel);
		const now = this.#options.clock.now();
		const known = this.#chats.get(name);
		const stored = known ? toRecord(known) : await this.#read(channel);
		const lines = newestLines(stored?.lines ?? []).filter((line) => timeOf(line) >= now - longestAgeMs);
		// A clock that was set back has yet to come to what it wrote.
		const seenUntil = Math.min(stored?.seenUntil ?? 0, now);
		const cursor = stored?.cursor;
		const { changed, since } = known ?? { changed: false, since: now };
		this.#chats.set(name, { channel, lines, seenUntil, cursor, changed, since });
		return lines.length > 0 ? { lines, seenUntil, ...(cursor !== undefined && { cursor }) } : undefined;
	}

	/** Takes in an event of a channel that was loaded, with the cursor that its connection then had. */
	take(event: ChatEvent, cursor?: string): void {
		const chat = this.#chats.get(formatChannel(eventChannel(event)));
		if (!chat) return;
		chat.cursor = laterCursor(chat.cursor, cursor);
		if (isLine(event)) {
			chat.lines = [...chat.lines, { event, removed: false }];
			chat.seenUntil = this.#options.clock.now();
			if (chat.lines.length >= 2 * mostLines) chat.lines = newestLines(chat.lines);
		} else if (event.type !== 'room-state') chat.lines = chat.lines.map((line) => changeLine(line, event));
		this.#change(chat);
	}

	/** A channel was being read at a moment, now if none is given, even if it is quiet. */
	see(channel: ChannelRef, { at = this.#options.clock.now(), cursor }: { at?: number; cursor?: string } = {}): void {
		const chat = this.#chats.get(formatChannel(channel));
		if (!chat) return;
		chat.seenUntil = Math.max(chat.seenUntil, at);
		chat.cursor = laterCursor(chat.cursor, cursor);
		this.#change(chat);
	}

	/** Writes what has changed at once, as the page may be gone before it could hear an answer. */
	async leave(): Promise<void> {
		await this.#write(async (name, chat, storage) => {
			await storage.save(leaveKey(name), toStoredChat({ ...toRecord(chat), lines: newestLines(chat.lines) }));
		});
	}

	/** Forgets every line of every channel, in the other pages of this browser too. */
	async clear(): Promise<void> {
		const now = this.#options.clock.now();
		for (const chat of this.#chats.values()) forget(chat, now);
		const storage = await this.#storage();
		await storage.save(forgottenKey, now);
		const kept = (await storage.keys()).filter((key) => key !== forgottenKey);
		await Promise.all(kept.map((key) => storage.remove(key)));
	}

	#change(chat: KeptChat): void {
		chat.changed = true;
		if (this.#sharePlanned) return;
		this.#sharePlanned = true;
		this.#options.clock.setTimeout(() => void this.#share(), shareEveryMs);
	}

	/** Joins what has changed with what other pages wrote, and takes theirs over. */
	async #share(): Promise<void> {
		this.#sharePlanned = false;
		await this.#write((name, chat, storage) =>
			this.#options.runExclusively(`tributary.history.${name}`, async () => {
				const [stored, forgottenAt] = await Promise.all([this.#read(chat.channel), storage.load(forgottenKey)]);
				if (Number(forgottenAt) > chat.since) forget(chat, this.#options.clock.now());
				const merged = mergeRecords(stored, toRecord(chat));
				Object.assign(chat, merged, { changed: false });
				await storage.save(name, toStoredChat(merged));
				await storage.remove(leaveKey(name));
			})
		);
	}

	/** Where storage fails, the lines are lost with the page and nothing else. */
	async #write(write: (name: string, chat: KeptChat, storage: Storage) => Promise<void>): Promise<void> {
		const changed = [...this.#chats].filter(([, chat]) => chat.changed);
		try {
			const storage = await this.#storage();
			await Promise.all(changed.map(([name, chat]) => write(name, chat, storage)));
		} catch {
			return;
		}
	}

	/** What all pages have written of a channel, those that were left in a hurry included. */
	async #read(channel: ChannelRef): Promise<ChatRecord | undefined> {
		const name = formatChannel(channel);
		const storage = await this.#storage();
		const [shared, left] = await Promise.all([storage.load(name), storage.load(leaveKey(name))]);
		const hurried = parseStoredChat(left, channel);
		const record = parseStoredChat(shared, channel);
		return hurried ? mergeRecords(record, hurried) : record;
	}

	#storage(): Promise<Storage> {
		return (this.#opening ??= this.#options.openStorage());
	}
}

function forget(chat: KeptChat, now: number): void {
	chat.lines = [];
	chat.since = now;
}

function leaveKey(name: string): string {
	return `${name} left`;
}

function toRecord({ lines, seenUntil, cursor }: KeptChat): ChatRecord {
	return { lines, seenUntil, ...(cursor !== undefined && { cursor }) };
}

function isLine(event: ChatEvent): event is LineEvent {
	return event.type === 'message' || event.type === 'notice' || event.type === 'gap';
}
