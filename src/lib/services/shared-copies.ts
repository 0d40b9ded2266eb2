import { formatChannel, type ChannelRef } from '#lib/model/channel.ts';
import type { ChatEvent, ChatMessage, ChatNotice } from '#lib/model/chat.ts';
import type { ChatHub } from './chat-hub.ts';

const rememberedLines = 1_000;

interface Copy {
	readonly channel: ChannelRef;
	readonly id: string;
	readonly userId: string | undefined;
	readonly lineId: string;
}

/** Takes back the copy of a shared chat's line that was kept when a moderator of another room takes back one that was dropped. */
export function followCopies(hub: ChatHub): void {
	const copies = new SharedCopies();
	hub.onDrop((event) => copies.drop(event));
	hub.onEvent((event) => {
		copies.keep(event);
		for (const meant of copies.toKept(event)) hub.tell(meant);
	});
}

class SharedCopies {
	/** By what all copies of a line have in common. */
	readonly #kept = new Map<string, Copy>();
	/** By the names under which their rooms' moderators know them. */
	readonly #dropped = new Map<string, Copy>();

	keep(event: ChatEvent): void {
		const copy = toCopy(event);
		if (copy) remember(this.#kept, copy.lineId, copy);
	}

	drop(event: ChatEvent): void {
		const copy = toCopy(event);
		if (copy) remember(this.#dropped, copyName(copy.channel, copy.id), copy);
	}

	/** What an event that concerns dropped copies means for those that were kept. */
	toKept(event: ChatEvent): readonly ChatEvent[] {
		return this.#concerned(event).flatMap(({ id, lineId }): readonly ChatEvent[] => {
			const kept = this.#kept.get(lineId);
			return kept && kept.id !== id ? [{ type: 'deletion', channel: kept.channel, messageId: kept.id }] : [];
		});
	}

	#concerned(event: ChatEvent): readonly Copy[] {
		if (event.type === 'deletion') {
			const copy = this.#dropped.get(copyName(event.channel, event.messageId));
			return copy ? [copy] : [];
		}
		if (event.type !== 'timeout') return [];
		const room = formatChannel(event.channel);
		return [...this.#dropped.values()].filter(
			({ channel, userId }) => userId === event.userId && formatChannel(channel) === room
		);
	}
}

function toCopy(event: ChatEvent): Copy | undefined {
	const line = lineOf(event);
	if (!line?.source) return undefined;
	const { channel, id, author, source } = line;
	return { channel, id, userId: author?.userId, lineId: `${channel.platform}/${source.messageId}` };
}

function lineOf(event: ChatEvent): ChatMessage | ChatNotice | undefined {
	if (event.type === 'message') return event.message;
	return event.type === 'notice' ? event.notice : undefined;
}

function copyName(channel: ChannelRef, id: string): string {
	return `${formatChannel(channel)}/${id}`;
}

function remember(copies: Map<string, Copy>, name: string, copy: Copy): void {
	copies.set(name, copy);
	if (copies.size > rememberedLines) copies.delete(copies.keys().next().value as string);
}
